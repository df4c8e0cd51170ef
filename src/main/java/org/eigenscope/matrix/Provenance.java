package org.eigenscope.matrix;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Where a matrix came from.
 *
 * @param file the file it was read from
 * @param name the tensor's name inside the file, empty when the file holds just one unnamed matrix
 * @param metadata what the file says of itself (batch size, epoch, accuracies…), possibly empty
 */
public record Provenance(Path file, String name, Map<String, String> metadata) {
    public Provenance {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(name, "name");
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /** {@code FILE#NAME}, or {@code FILE} alone for an unnamed matrix. */
    public String label() {
        Path last = file.getFileName();
        String base = last == null ? file.toString() : last.toString();
        return name.isEmpty() ? base : base + "#" + name;
    }
}
