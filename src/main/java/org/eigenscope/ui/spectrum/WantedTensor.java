package org.eigenscope.ui.spectrum;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.eigenscope.error.BadInputException;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.library.SelectedTensor;

/** The tensor that the user asked for, and which part of it. */
final class WantedTensor {
    private final StringProperty part = new SimpleStringProperty(this, "part", "");
    private Optional<SelectedTensor> whole = Optional.empty();

    /** Which part of a stacked projection, empty for the whole tensor. */
    StringProperty partProperty() {
        return part;
    }

    Optional<SelectedTensor> whole() {
        return whole;
    }

    /** Asks for another tensor, or for none; the part stays. */
    void set(Optional<SelectedTensor> tensor) {
        whole = tensor;
    }

    boolean isNone() {
        return whole.isEmpty();
    }

    /**
     * The tensor or its part.
     *
     * @throws BadInputException if it has no such part
     */
    SelectedTensor resolved() throws BadInputException {
        SelectedTensor tensor = whole.orElseThrow();
        return part.get().isEmpty() ? tensor : tensor.part(part.get());
    }

    /** The parts that the tensor can be split into. */
    List<String> parts() {
        return whole.map(SelectedTensor::parts).orElse(List.of());
    }

    /** Whether the target means what is asked for. */
    boolean isAt(MatrixTarget target) {
        try {
            return whole.isPresent() && resolved().isAt(target);
        } catch (BadInputException noSuchPart) {
            return false;
        }
    }
}
