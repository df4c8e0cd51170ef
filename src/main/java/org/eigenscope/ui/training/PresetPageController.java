package org.eigenscope.ui.training;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.eigenscope.ui.lessons.MarkdownView;
import org.eigenscope.ui.training.preset.Preset;
import org.eigenscope.ui.training.preset.PresetsModel;

/** The page of a preset beside its results; takes no space while none is open. */
public final class PresetPageController {
    /** Its tables need the room; the style sheet has the least and the most. */
    private static final double PART_OF_WINDOW = 0.32;

    private final PresetsModel presets;
    private final MarkdownView text = new MarkdownView();

    @FXML
    private VBox root;

    @FXML
    private Label title;

    @FXML
    private Button close;

    @FXML
    private ScrollPane scroll;

    public PresetPageController(PresetsModel presets) {
        this.presets = presets;
    }

    @FXML
    private void initialize() {
        scroll.setContent(text);
        close.setTooltip(new Tooltip("Close the page; the fields stay"));
        root.managedProperty().bind(root.visibleProperty());
        root.sceneProperty().addListener((source, old, scene) -> {
            if (scene != null) {
                root.prefWidthProperty().bind(scene.widthProperty().multiply(PART_OF_WINDOW));
            }
        });
        presets.openProperty().addListener((source, old, now) -> show(now));
        show(presets.openProperty().get());
    }

    private void show(Optional<Preset> preset) {
        root.setVisible(preset.isPresent());
        preset.ifPresent(open -> {
            title.setText(open.title());
            text.setText(open.page());
            scroll.setVvalue(0);
        });
    }

    @FXML
    private void close() {
        presets.close();
    }
}
