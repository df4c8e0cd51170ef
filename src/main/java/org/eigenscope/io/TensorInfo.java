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
 */
public record TensorInfo(
        String name,
        Optional<ElementType> elementType,
        List<Long> shape,
        Optional<String> skipReason,
        String note,
        String storedAs) {
    public TensorInfo {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(elementType, "elementType");
        shape = List.copyOf(shape);
        TensorShape.countEntries(shape);
        Objects.requireNonNull(skipReason, "skipReason");
        Objects.requireNonNull(note, "note");
        Objects.requireNonNull(storedAs, "storedAs");
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

    public TensorInfo withNote(String value) {
        return new TensorInfo(name, elementType, shape, skipReason, value, storedAs);
    }

    public TensorInfo withStoredAs(String value) {
        return new TensorInfo(name, elementType, shape, skipReason, note, value);
    }

    /** The number format in the file, by its name; empty when it is not known. */
    public String dtype() {
        return storedAs.isEmpty() ? elementType.map(ElementType::displayName).orElse("") : storedAs;
    }

    /** Whether a spectrum can be taken of it. */
    public boolean isReadable() {
        return skipReason.isEmpty();
    }

    /** Rows of the matrix it flattens to: the first dimension. */
    public long rows() {
        return TensorShape.rows(shape);
    }

    /** Columns of the matrix it flattens to: the product of the other dimensions. */
    public long columns() {
        return TensorShape.columns(shape);
    }

    /**
     * The sizes as users write them, for example {@code 8×4×3×3}; {@code scalar} for a number without dimensions, and nothing for
     * what is not known to be one.
     */
    public String shapeText() {
        return shape.isEmpty() && dtype().isEmpty() ? "" : TensorShape.text(shape);
    }
}
