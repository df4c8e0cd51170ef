package org.eigenscope.ui.training;

import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import javafx.util.StringConverter;
import org.eigenscope.error.BadInputException;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.ui.training.form.FormField;
import org.eigenscope.ui.training.form.FormKey;
import org.eigenscope.ui.training.form.ObservedMatrix;
import org.eigenscope.ui.training.form.TrainingForm;
import org.eigenscope.ui.training.model.TrainingModel;
import org.eigenscope.ui.training.preset.Preset;
import org.eigenscope.ui.training.preset.PresetsModel;

/** The fields of a training, and the menu of presets that fill them. */
public final class FormController {
    private static final List<String> NETS = List.of(
            "mlp:400,200",
            "mlp:100",
            "mlp:400,200+tanh",
            "lenet",
            "mini-alexnet",
            "mlp:400,200+block-diagonal:8",
            "mlp:400,200+banded:9",
            "mlp:400,200+low-rank:8",
            "mlp:400,200+kronecker:20x8");

    private final TrainingModel model;
    private final TrainingForm form;
    private final PresetsModel library;

    @FXML
    private MenuButton presets;

    @FXML
    private VBox what;

    @FXML
    private VBox which;

    @FXML
    private VBox how;

    @FXML
    private VBox seen;

    /**
     * @param model what is trained
     * @param library the presets
     */
    public FormController(TrainingModel model, PresetsModel library) {
        this.model = model;
        this.form = model.form();
        this.library = library;
    }

    @FXML
    private void initialize() {
        addPresets();
        what.getChildren()
                .addAll(
                        new FieldRow(
                                field(FormKey.DATA),
                                choices(FormKey.DATA, List.of("digits", "fashion", "power-law:1")),
                                places()),
                        new FieldRow(field(FormKey.NET), choices(FormKey.NET, NETS)),
                        text(FormKey.NOISE));
        which.getChildren().addAll(text(FormKey.BATCH), text(FormKey.SEEDS), text(FormKey.EPOCHS));
        how.getChildren()
                .addAll(
                        text(FormKey.RATE),
                        new FieldRow(
                                field(FormKey.SCHEDULE),
                                choices(FormKey.SCHEDULE, List.of("constant", "linear", "cosine", "steps:10,0.5"))),
                        text(FormKey.MOMENTUM),
                        text(FormKey.DECAY),
                        new FieldRow(field(FormKey.LOSS), choices(FormKey.LOSS, List.of("cross-entropy", "squared"))));
        seen.getChildren().addAll(new FieldRow(field(FormKey.TARGET), matrices()), text(FormKey.INPUTS), laws());
        form.planProperty().addListener((source, old, now) -> showInputs());
        showInputs();
    }

    private FormField field(FormKey key) {
        return form.field(key);
    }

    private void addPresets() {
        for (Preset preset : library.presets()) {
            MenuItem item = new MenuItem(preset.title());
            item.setMnemonicParsing(false);
            item.setOnAction(event -> library.choose(preset));
            presets.getItems().add(item);
        }
        presets.setVisible(!presets.getItems().isEmpty());
        presets.setManaged(presets.isVisible());
        presets.setTooltip(new Tooltip("Experiments that fill the fields, each with a page about it"));
    }

    private FieldRow text(FormKey key) {
        TextField control = new TextField();
        control.getStyleClass().add("lab-field");
        control.textProperty().bindBidirectional(field(key).textProperty());
        return new FieldRow(field(key), control);
    }

    /** A field to write in, with some texts to choose from. */
    private ComboBox<String> choices(FormKey key, List<String> texts) {
        ComboBox<String> control = new ComboBox<>(FXCollections.observableArrayList(texts));
        control.getStyleClass().add("small");
        control.setEditable(true);
        control.setValue(field(key).text());
        control.getEditor().textProperty().bindBidirectional(field(key).textProperty());
        control.getEditor().setAccessibleText(key.label());
        control.getEditor().setAccessibleHelp(key.help());
        return control;
    }

    private MenuButton places() {
        MenuButton button = new MenuButton("…");
        button.getStyleClass().add("small");
        button.setId("training-data-places");
        button.setAccessibleText("Own data");
        button.setTooltip(new Tooltip("Own data: a folder or an .npz file"));
        MenuItem folder = new MenuItem("Folder…");
        folder.setOnAction(event -> {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle("A folder with X.npy and y.npy, or with IDX files");
            take(chooser.showDialog(window()));
        });
        MenuItem file = new MenuItem("File…");
        file.setOnAction(event -> {
            FileChooser chooser = new FileChooser();
            chooser.setTitle("An archive with X and y");
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("NumPy archives", "*.npz"));
            take(chooser.showOpenDialog(window()));
        });
        button.getItems().addAll(folder, file);
        return button;
    }

    private Window window() {
        return presets.getScene().getWindow();
    }

    private void take(File chosen) {
        Optional.ofNullable(chosen)
                .ifPresent(place -> field(FormKey.DATA).textProperty().set(place.toString()));
    }

    /** The matrices of the net that is written; another text stays as it is until one is chosen. */
    private ComboBox<String> matrices() {
        ComboBox<String> control = new ComboBox<>();
        control.getStyleClass().add("small");
        control.setConverter(new MatrixNames());
        form.matricesProperty().addListener((source, old, now) -> offer(control));
        field(FormKey.TARGET).textProperty().addListener((source, old, now) -> offer(control));
        control.valueProperty().addListener((source, old, now) -> {
            if (now != null && !now.equals(field(FormKey.TARGET).text())) {
                field(FormKey.TARGET).textProperty().set(now);
            }
        });
        offer(control);
        return control;
    }

    private void offer(ComboBox<String> control) {
        String wanted = field(FormKey.TARGET).text();
        List<String> ids =
                form.matricesProperty().get().stream().map(ObservedMatrix::id).toList();
        if (!control.getItems().equals(ids)) {
            // taking the chosen one out of the list would choose none, and write that
            control.setValue(null);
            control.getItems().setAll(ids);
        }
        control.setValue(wanted);
    }

    private static final class MatrixNames extends StringConverter<String> {
        @Override
        public String toString(String id) {
            try {
                return id == null ? "" : ObservedMatrix.parse(id).label();
            } catch (BadInputException unknown) {
                return id;
            }
        }

        @Override
        public String fromString(String text) {
            return text;
        }
    }

    private HBox laws() {
        ComboBox<LawFamily> control =
                new ComboBox<>(FXCollections.observableArrayList(LawFamily.INVERSE_HTMP, LawFamily.HTMP));
        control.getStyleClass().add("small");
        control.setId("training-law");
        control.setMaxWidth(Double.MAX_VALUE);
        control.setAccessibleText("Law that is fitted");
        control.setTooltip(new Tooltip("The law that is fitted to every spectrum, by maximum likelihood"));
        control.setConverter(new LawNames());
        control.valueProperty().bindBidirectional(model.lawProperty());
        Label label = new Label("law");
        label.getStyleClass().add("training-label");
        label.setLabelFor(control);
        HBox.setHgrow(control, Priority.ALWAYS);
        HBox line = new HBox(label, control);
        line.getStyleClass().add("training-field-line");
        return line;
    }

    private static final class LawNames extends StringConverter<LawFamily> {
        @Override
        public String toString(LawFamily family) {
            return family == null ? "" : family.displayName();
        }

        @Override
        public LawFamily fromString(String text) {
            throw new IllegalStateException("laws are chosen and not written");
        }
    }

    /** Weights need no inputs. */
    private void showInputs() {
        boolean needed;
        try {
            needed = ObservedMatrix.parse(field(FormKey.TARGET).text()).needsInputs();
        } catch (BadInputException unknown) {
            needed = true;
        }
        seen.getChildren().get(1).setDisable(!needed);
    }
}
