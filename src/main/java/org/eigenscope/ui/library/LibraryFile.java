package org.eigenscope.ui.library;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.text.Printable;

/**
 * One open file in the list.
 *
 * @param path where it is
 * @param format the format's name
 * @param metadata the metadata in the file
 * @param tensors what is in it, in its own order
 */
public record LibraryFile(Path path, String format, Map<String, String> metadata, List<LibraryTensor> tensors) {
    public LibraryFile {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        tensors = List.copyOf(tensors);
    }

    static LibraryFile of(MatrixFile file) {
        List<LibraryTensor> tensors = file.tensors().stream()
                .map(info -> new LibraryTensor(file, info))
                .toList();
        return new LibraryFile(file.path(), file.formatName(), file.metadata(), tensors);
    }

    public String displayName() {
        Path last = path.getFileName();
        return Printable.of(last == null ? path.toString() : last.toString());
    }

    Optional<LibraryTensor> tensor(String name) {
        return tensors.stream().filter(t -> t.info().name().equals(name)).findFirst();
    }

    /** The matrix of a file that holds nothing else, which then needs no line of its own. */
    Optional<LibraryTensor> only() {
        return tensors.size() == 1 ? Optional.of(tensors.get(0)) : Optional.empty();
    }

    /** The tensor with the most eigenvalues, which says most about a law; empty if none is readable. */
    Optional<LibraryTensor> mostTelling() {
        return tensors.stream()
                .filter(t -> t.info().isReadable())
                .reduce((a, b) ->
                        Comparator.comparingLong(LibraryTensor::smallerSide).compare(a, b) >= 0 ? a : b);
    }
}
