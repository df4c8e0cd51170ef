package org.eigenscope.ui.models;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.study.query.Settings;
import org.eigenscope.study.store.StudyStore;
import org.eigenscope.text.Printable;
import org.eigenscope.ui.models.rows.FitSettings;
import org.eigenscope.ui.models.study.StudyModel;
import org.eigenscope.ui.models.study.SurveyModel;

/** The line over a study: its name, the law that is looked at, and the fits in the background. */
public final class StudyBarController {
    private final StudyModel study;
    private final SurveyModel survey;

    @FXML
    private Label name;

    @FXML
    private ComboBox<FitSettings> law;

    @FXML
    private Node conventions;

    @FXML
    private ComboBox<String> convention;

    @FXML
    private Button fitAll;

    @FXML
    private ProgressBar progress;

    @FXML
    private Node working;

    @FXML
    private Label progressText;

    @FXML
    private Label summary;

    private boolean filling;

    public StudyBarController(ModelsModel models) {
        study = models.study();
        survey = models.survey();
    }

    @FXML
    private void initialize() {
        name.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> study.file()
                                .map(Path::getFileName)
                                .map(file -> Printable.of(file.toString()))
                                .orElse("Study in memory"),
                        study.storeProperty()));
        Tooltip place = new Tooltip();
        place.setOnShowing(event -> place.setText(study.file()
                .map(file -> Printable.of(file.toString()))
                .orElse("It is gone when the window closes; save it with Save study as.")));
        name.setTooltip(place);
        law.setConverter(new Names());
        law.valueProperty().addListener((source, old, now) -> {
            if (!filling && now != null) {
                study.settingsProperty().set(now);
            }
        });
        study.choicesProperty().addListener((source, old, now) -> fill());
        study.settingsProperty().addListener((source, old, now) -> fill());
        fill();
        convention.setConverter(new Conventions());
        convention.valueProperty().addListener((source, old, now) -> {
            if (!filling && now != null) {
                study.conventionProperty().set(now);
            }
        });
        study.conventionsProperty().addListener((source, old, now) -> fillConventions());
        study.conventionProperty().addListener((source, old, now) -> fillConventions());
        fillConventions();
        working.visibleProperty().bind(survey.runningProperty());
        working.managedProperty().bind(working.visibleProperty());
        fitAll.disableProperty().bind(survey.runningProperty());
        progress.progressProperty().bind(survey.fractionProperty());
        progressText.textProperty().bind(survey.progressProperty());
        summary.textProperty().bind(survey.summaryProperty());
        summary.visibleProperty().bind(survey.runningProperty().not());
        summary.managedProperty().bind(summary.visibleProperty());
        fitAll.setTooltip(new Tooltip("Fit the chosen law to every matrix that has no results of it"));
    }

    /** Settings with results first, then every other law. */
    private void fill() {
        Set<FitSettings> all = new LinkedHashSet<>(study.choicesProperty().get());
        Set<Optional<LawFamily>> there = new LinkedHashSet<>();
        all.forEach(settings -> there.add(settings.law()));
        List<FitSettings> others = new ArrayList<>();
        Arrays.stream(LawFamily.values())
                .filter(family -> !there.contains(Optional.of(family)))
                .forEach(family -> others.add(FitSettings.of(family)));
        all.addAll(others);
        filling = true;
        try {
            law.getItems().setAll(all);
            law.setValue(study.settingsProperty().get());
        } finally {
            filling = false;
        }
    }

    /** Shown only where the study has rows of several. */
    private void fillConventions() {
        List<String> all = study.conventionsProperty().get();
        conventions.setVisible(all.size() > 1);
        conventions.setManaged(all.size() > 1);
        filling = true;
        try {
            convention.getItems().setAll(all);
            convention.setValue(study.conventionProperty().get());
        } finally {
            filling = false;
        }
    }

    /** Conventions by what tells each from the others. */
    private final class Conventions extends StringConverter<String> {
        @Override
        public String toString(String text) {
            return text == null
                    ? ""
                    : Printable.of(
                            Settings.differing(text, study.conventionsProperty().get()));
        }

        @Override
        public String fromString(String text) {
            throw new UnsupportedOperationException("conventions are not typed");
        }
    }

    /** Laws by name. */
    private static final class Names extends StringConverter<FitSettings> {
        @Override
        public String toString(FitSettings settings) {
            return settings == null ? "" : Printable.of(settings.label());
        }

        @Override
        public FitSettings fromString(String text) {
            throw new UnsupportedOperationException("laws are not typed");
        }
    }

    @FXML
    private void fitAll() {
        survey.fitAll();
    }

    @FXML
    private void stop() {
        survey.cancel();
    }

    @FXML
    private void reload() {
        study.reload();
    }

    @FXML
    private void saveAs() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save the study as");
        chooser.setInitialFileName("models" + StudyStore.ENDING);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Study", "*" + StudyStore.ENDING));
        File chosen = chooser.showSaveDialog(name.getScene().getWindow());
        if (chosen != null) {
            study.saveAs(chosen.toPath());
        }
    }

    @FXML
    private void close() {
        study.close();
    }
}
