package org.eigenscope.library;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.text.Printable;

/**
 * A tensor of an open file that can be read as a matrix.
 *
 * @param file the open file
 * @param info what it declares of the tensor
 */
public record SelectedTensor(MatrixFile file, TensorInfo info) {
    /** Names listed in a message before it says how many more there are. */
    private static final int NAMES_SHOWN = 8;

    public SelectedTensor {
        Objects.requireNonNull(file, "file");
        if (!info.isReadable()) {
            throw new IllegalArgumentException("info of " + info.name() + " cannot be read");
        }
    }

    /**
     * Chooses a tensor: the named one, or without a name the only readable one.
     *
     * @throws BadInputException if there is no such tensor, it is unusable, or the file has none or several to choose
     *     from; the message lists what there is
     */
    public static SelectedTensor of(MatrixFile file, Optional<String> name) throws BadInputException {
        DerivedFile derived = DerivedFile.over(file);
        return new SelectedTensor(derived, name.isPresent() ? named(derived, name.get()) : only(derived));
    }

    private static TensorInfo named(DerivedFile file, String name) throws BadInputException {
        TensorInfo info = file.find(name)
                .orElseThrow(() -> new BadInputException(
                        file.path() + " has no tensor \"" + name + "\"; " + whatThereIs(readable(file))));
        if (!info.isReadable()) {
            throw new BadInputException("No spectrum can be taken of \"" + name + "\" in " + file.path() + ": "
                    + info.skipReason().orElse("")
                    + ".");
        }
        return info;
    }

    private static TensorInfo only(MatrixFile file) throws BadInputException {
        List<TensorInfo> readable = readable(file);
        if (readable.size() == 1) {
            return readable.get(0);
        }
        if (readable.isEmpty()) {
            throw new BadInputException(
                    file.path() + " holds no matrix to take a spectrum of" + firstReason(file) + ".");
        }
        throw new BadInputException(file.path() + " holds " + readable.size() + " matrices; choose one as FILE#NAME: "
                + whatThereIs(readable));
    }

    private static List<TensorInfo> readable(MatrixFile file) {
        return file.tensors().stream().filter(TensorInfo::isReadable).toList();
    }

    private static String firstReason(MatrixFile file) {
        return file.tensors().stream()
                .findFirst()
                .map(t -> " (" + (t.name().isEmpty() ? "" : t.name() + ": ")
                        + t.skipReason().orElse("") + ")")
                .orElse("");
    }

    private static String whatThereIs(List<TensorInfo> readable) {
        if (readable.isEmpty()) {
            return "it holds no readable matrix.";
        }
        String shown = String.join(
                ", ",
                readable.stream().limit(NAMES_SHOWN).map(SelectedTensor::quoted).toList());
        int more = readable.size() - NAMES_SHOWN;
        return "it has " + shown + (more > 0 ? " and " + more + " more." : ".");
    }

    private static String quoted(TensorInfo info) {
        return info.name().isEmpty() ? "one unnamed matrix" : "\"" + info.name() + "\"";
    }

    /** What a stacked projection is made of, {@code q}, {@code k} and {@code v}; empty for other tensors. */
    public List<String> parts() {
        return DerivedFile.over(file).parts(info);
    }

    /**
     * A part of this tensor.
     *
     * @param part one of {@link #parts}, or one head of it, {@code q:3/12}, counted from 0
     * @throws BadInputException if it cannot be split so
     */
    public SelectedTensor part(String part) throws BadInputException {
        DerivedFile derived = DerivedFile.over(file);
        return of(derived, Optional.of(derived.partName(info, part)));
    }

    /** Where this tensor is. */
    public MatrixTarget target() {
        return new MatrixTarget(file.path(), info.name().isEmpty() ? Optional.empty() : Optional.of(info.name()));
    }

    /** Whether the target means this tensor; one without a name means any of its file. */
    public boolean isAt(MatrixTarget target) {
        return target.name().map(info.name()::equals).orElse(true)
                && file.path()
                        .toAbsolutePath()
                        .normalize()
                        .equals(target.file().toAbsolutePath().normalize());
    }

    /** {@code FILE#NAME} with the file's last part, or the file alone for an unnamed matrix; as it can be shown. */
    public String label() {
        String base = String.valueOf(file.path().getFileName());
        return Printable.of(info.name().isEmpty() ? base : base + "#" + info.name());
    }
}
