package org.eigenscope.ui.training.preset;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.eigenscope.ui.training.form.TrainingForm;

/** The presets, and the one whose page is open. */
public final class PresetsModel {
    private final TrainingForm form;
    private final List<Preset> presets;
    private final ReadOnlyObjectWrapper<Optional<Preset>> open =
            new ReadOnlyObjectWrapper<>(this, "open", Optional.empty());

    /**
     * @param form whose fields they fill
     * @param presets in their order
     */
    public PresetsModel(TrainingForm form, List<Preset> presets) {
        this.form = form;
        this.presets = List.copyOf(presets);
    }

    public List<Preset> presets() {
        return presets;
    }

    /** Fills the fields, and opens the page. */
    public void choose(Preset preset) {
        form.fill(preset.fields());
        open.set(Optional.of(preset));
    }

    /** Closes the page; the fields stay. */
    public void close() {
        open.set(Optional.empty());
    }

    /** The preset whose page is open. */
    public ReadOnlyObjectProperty<Optional<Preset>> openProperty() {
        return open.getReadOnlyProperty();
    }
}
