package org.eigenscope.io;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eigenscope.matrix.ElementType;

/**
 * What a file declares of one of its tensors, known without reading its entries.
 *
 * @param name the name inside the file, empty for a file that holds just one unnamed matrix
 * @param elementType the number format that its entries count as; empty when it is one we cannot use
 * @param shape the sizes of its dimensions, outermost first; none is negative and their product fits a {@code long}
 * @param skipReason why no spectrum can be taken of it, as a sentence fragment; empty when one can
 * @param note what was assumed in reading it, as a sentence fragment; empty when nothing was
 * @param storedAs the file's own name of its number format, where that is none of ours, such as {@code Q4_K}; empty otherwise
 * @param axes which axes are rows and columns and which count the matrices of a stack, where the format or the operator that uses
 *     the tensor tells; empty where only the shape does
 */
public record TensorInfo(
        String name,
        Optional<ElementType> elementType,
        List<Long> shape,
        Optional<String> skipReason,
        String note,
        String storedAs,
        Optional<TensorAxes> axes) {
    public TensorInfo {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(elementType, "elementType");
        shape = List.copyOf(shape);
        TensorShape.countEntries(shape);
        Objects.requireNonNull(skipReason, "skipReason");
        Objects.requireNonNull(note, "note");
        Objects.requireNonNull(storedAs, "storedAs");
        if (axes.isPresent() && !axes.get().fits(shape)) {
            throw new IllegalArgumentException(axes.get() + " are no axes of a tensor of shape " + shape);
        }
    }

    /** A tensor whose axes mean what its shape tells. */
    public TensorInfo(
            String name,
            Optional<ElementType> elementType,
            List<Long> shape,
            Optional<String> skipReason,
            String note,
            String storedAs) {
        this(name, elementType, shape, skipReason, note, storedAs, Optional.empty());
    }

    /** A tensor that is read without any assumption. */
    public TensorInfo(String name, Optional<ElementType> elementType, List<Long> shape, Optional<String> skipReason) {
        this(name, elementType, shape, skipReason, "", "");
    }

    /** A tensor of a usable number format: readable if its shape has at least two rows and two columns. */
    public static TensorInfo of(String name, ElementType elementType, List<Long> shape) {
        return new TensorInfo(name, Optional.of(elementType), shape, TensorShape.skipReason(shape));
    }

    /** A tensor whose number format we cannot use. */
    public static TensorInfo skipped(String name, List<Long> shape, String reason) {
        return new TensorInfo(name, Optional.empty(), shape, Optional.of(reason));
    }

    /** A tensor of which the file tells no shape, or that is not there to tell. */
    public static TensorInfo missing(String name, String reason) {
        return skipped(name, List.of(), reason);
    }

    /** The same, with a note on what was assumed in reading it. */
    public TensorInfo withNote(String value) {
        return new TensorInfo(name, elementType, shape, skipReason, value, storedAs, axes);
    }

    /** The same, with the file's own name of its number format. */
    public TensorInfo withStoredAs(String value) {
        return new TensorInfo(name, elementType, shape, skipReason, note, value, axes);
    }

    /** The same, not to be read as a matrix. */
    public TensorInfo withSkipReason(String value) {
        return new TensorInfo(name, elementType, shape, Optional.of(value), note, storedAs, axes);
    }

    /** The same with what its axes are; whether it is a matrix, or a stack of some, is then judged by them. */
    public TensorInfo withAxes(TensorAxes value) {
        boolean byShape = skipReason.equals(TensorShape.skipReason(shape)) && elementType.isPresent();
        Optional<String> reason = byShape && TensorShape.countEntries(shape) > 0 ? reason(value) : skipReason;
        return new TensorInfo(name, elementType, shape, reason, note, storedAs, Optional.of(value));
    }

    private Optional<String> reason(TensorAxes value) {
        boolean vectors = value.rowCount(shape) < 2 || value.columnCount(shape) < 2;
        if (!vectors) {
            return Optional.empty();
        }
        String meaning = value.meaning().isEmpty() ? "" : " (" + value.meaning() + ")";
        return value.isStack()
                ? Optional.of("a stack of vectors" + meaning)
                : Optional.of("fewer than 2 " + (value.rowCount(shape) < 2 ? "rows" : "columns"));
    }

    /** What the format or else the shape tells of the axes; empty if neither does, as for three axes of an unknown kind. */
    public Optional<TensorAxes> knownAxes() {
        return axes.isPresent() ? axes : TensorAxes.ofShape(shape);
    }

    /** Whether entries can be had of it, be it a matrix, a vector or a single number. */
    public boolean hasEntries() {
        return elementType.isPresent() && TensorShape.countEntries(shape) > 0;
    }

    /** The number format in the file, by its name; empty when it is not known. */
    public String dtype() {
        return storedAs.isEmpty() ? elementType.map(ElementType::displayName).orElse("") : storedAs;
    }

    /** Whether a spectrum can be taken of it. */
    public boolean isReadable() {
        return skipReason.isEmpty();
    }

    /** Rows of the matrix it flattens to, or of each of a stack: where nothing else is told, the first dimension. */
    public long rows() {
        return axes.map(known -> known.rowCount(shape)).orElseGet(() -> TensorShape.rows(shape));
    }

    /** Columns of the matrix it flattens to, or of each of a stack: where nothing else is told, the other dimensions. */
    public long columns() {
        return axes.map(known -> known.columnCount(shape)).orElseGet(() -> TensorShape.columns(shape));
    }

    /**
     * The sizes as users write them, for example {@code 8×4×3×3}; {@code scalar} for a number without dimensions, and nothing for
     * what is not known to be one.
     */
    public String shapeText() {
        return shape.isEmpty() && dtype().isEmpty() ? "" : TensorShape.text(shape);
    }
}
