package org.eigenscope.study.attribute;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The attributes of a file by name, in the order in which they were found; to be shown before they are used, and edited. Immutable.
 *
 * @param byName the attributes
 */
public record FileAttributes(Map<String, Attribute> byName) {
    /** No attribute. */
    public static final FileAttributes NONE = new FileAttributes(Map.of());

    /** More than anybody plots, and few enough for a table. */
    private static final int MOST = 200;

    public FileAttributes {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    /** With more attributes; of two of a name the one whose origin counts more, the latter of equal ones. */
    public FileAttributes with(Collection<Attribute> more) {
        Map<String, Attribute> all = new LinkedHashMap<>(byName);
        for (Attribute attribute : more) {
            Attribute known = all.get(attribute.name());
            boolean better = known == null || attribute.origin().compareTo(known.origin()) >= 0;
            if (better && (known != null || all.size() < MOST)) {
                all.put(attribute.name(), attribute);
            }
        }
        return new FileAttributes(all);
    }

    /** With an attribute that a person typed; an empty value takes it away. */
    public FileAttributes edited(String name, String value) {
        Map<String, Attribute> all = new LinkedHashMap<>(byName);
        AttributeNames.usable(name).ifPresent(usable -> {
            if (value.isBlank()) {
                all.remove(usable);
            } else {
                all.put(usable, new Attribute(usable, value.strip(), AttributeOrigin.EDITED));
            }
        });
        return new FileAttributes(all);
    }

    /** The values by name. */
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        byName.forEach((name, attribute) -> values.put(name, attribute.value()));
        return values;
    }
}
