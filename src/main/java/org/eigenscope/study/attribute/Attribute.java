package org.eigenscope.study.attribute;

import java.util.Objects;

/**
 * What is known of a file besides its matrices, such as its step.
 *
 * @param name in lower case, of letters, digits and underscores
 * @param value as text
 * @param origin where it is from
 */
public record Attribute(String name, String value, AttributeOrigin origin) {
    public Attribute {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(origin, "origin");
    }
}
