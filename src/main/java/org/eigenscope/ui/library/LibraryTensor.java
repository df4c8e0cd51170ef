package org.eigenscope.ui.library;

import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.eigenscope.error.BadInputException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.library.SelectedTensor;
import org.eigenscope.text.Printable;

/** One tensor in the list, with what has been found out about it so far. */
public final class LibraryTensor {
    private final MatrixFile file;
    private final TensorInfo info;
    private final ReadOnlyObjectWrapper<Sparkline> sparkline =
            new ReadOnlyObjectWrapper<>(this, "sparkline", Sparkline.EMPTY);
    private final ReadOnlyObjectWrapper<Optional<KappaChip>> kappa =
            new ReadOnlyObjectWrapper<>(this, "kappa", Optional.empty());

    LibraryTensor(MatrixFile file, TensorInfo info) {
        this.file = Objects.requireNonNull(file, "file");
        this.info = Objects.requireNonNull(info, "info");
    }

    public TensorInfo info() {
        return info;
    }

    /** The name in the list; an unnamed matrix is called that. */
    public String displayName() {
        return info.name().isEmpty() ? "matrix" : Printable.of(info.name());
    }

    /** The name where its file is not named beside it: an unnamed matrix is called by its file. */
    String spokenName() {
        return info.name().isEmpty() ? Printable.of(file.path().getFileName().toString()) : displayName();
    }

    /** The shape as people write it, {@code 200×400}, and why no spectrum can be taken where the shape does not show it. */
    public String facts() {
        String reason = info.skipReason().orElse("");
        if (info.shapeText().isEmpty()) {
            return reason;
        }
        return info.storedAs().isEmpty() ? info.shapeText() : info.storedAs() + "  " + info.shapeText();
    }

    /**
     * The tensor for the services.
     *
     * @throws IllegalArgumentException if it is not readable
     */
    public SelectedTensor toSelected() {
        return new SelectedTensor(file, info);
    }

    /** Which part of this tensor is called by the name; empty if it calls another tensor, or none that this one has. */
    Optional<String> partCalled(String name) {
        String before = info.name() + "[";
        if (!info.isReadable() || !name.startsWith(before) || !name.endsWith("]")) {
            return Optional.empty();
        }
        String part = name.substring(before.length(), name.length() - 1);
        try {
            return Optional.of(toSelected().part(part).info().name())
                    .filter(name::equals)
                    .map(found -> part);
        } catch (BadInputException noSuchPart) {
            return Optional.empty();
        }
    }

    /** Min(m, n) of the matrix it flattens to, 0 when no spectrum can be taken. */
    long smallerSide() {
        return info.isReadable() && info.knownAxes().isPresent() ? Math.min(info.rows(), info.columns()) : 0;
    }

    public void showSparkline(Sparkline value) {
        sparkline.set(value);
    }

    /**
     * Shows κ̂.
     *
     * @param chip the number, and what sets its fit apart from that of others
     */
    public void showKappa(KappaChip chip) {
        kappa.set(Optional.of(chip));
    }

    /** The shape of its spectrum, empty until computed. */
    public ReadOnlyObjectProperty<Sparkline> sparklineProperty() {
        return sparkline.getReadOnlyProperty();
    }

    /** The fitted κ, empty until fitted. */
    public ReadOnlyObjectProperty<Optional<KappaChip>> kappaProperty() {
        return kappa.getReadOnlyProperty();
    }
}
