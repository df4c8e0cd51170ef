package org.eigenscope.ui.training;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.eigenscope.figure.style.CurveRole;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.text.Printable;
import org.eigenscope.ui.repulsion.paint.Themes;
import org.eigenscope.ui.text.Numbers;
import org.eigenscope.ui.theme.ThemeModel;
import org.eigenscope.ui.training.chart.CurvesPane;
import org.eigenscope.ui.training.chart.EsdPane;
import org.eigenscope.ui.training.chart.EsdPicture;
import org.eigenscope.ui.training.chart.EsdRanges;
import org.eigenscope.ui.training.model.IterationModel;
import org.eigenscope.ui.training.model.RunCurves;
import org.eigenscope.ui.training.model.RunsModel;
import org.eigenscope.ui.training.model.TrainingModel;
import org.eigenscope.ui.training.output.TrainingOutput;
import org.eigenscope.ui.training.run.FittedSpectrum;
import org.eigenscope.ui.training.run.Observation;

/** The spectrum that is looked at with the slider over what was, and the quantities along the epochs. */
public final class ResultsController {
    private static final double ESD_PART = 0.54;

    private final TrainingModel model;
    private final RunsModel runs;
    private final IterationModel iterations;
    private final TrainingOutput output;
    private final ThemeModel theme;
    private final EsdRanges ranges = new EsdRanges();
    private final EsdPane esd = new EsdPane(ranges, NOTHING);
    private final CurvesPane kappaPane = new CurvesPane();
    private final CurvesPane measurePane = new CurvesPane();
    private boolean showing;
    /** Whose axes they are. */
    private String axesOf = "";

    private static final EsdPicture NOTHING =
            new EsdPicture(new double[0], 1, new double[0], new double[0], CurveRole.HTMP.style());

    @FXML
    private VBox left;

    @FXML
    private VBox right;

    @FXML
    private Label title;

    @FXML
    private Label note;

    @FXML
    private StackPane stage;

    @FXML
    private Label hint;

    @FXML
    private Slider slider;

    @FXML
    private Label epoch;

    @FXML
    private ToggleButton live;

    @FXML
    private Button iterate;

    @FXML
    private Button open;

    @FXML
    private Label iteration;

    @FXML
    private StackPane kappa;

    @FXML
    private StackPane measures;

    @FXML
    private ToggleGroup quantities;

    @FXML
    private ToggleButton loss;

    /**
     * @param model what is trained
     * @param iterations the stochastic iteration on what is shown
     * @param output opens what is shown
     */
    public ResultsController(TrainingModel model, IterationModel iterations, TrainingOutput output, ThemeModel theme) {
        this.model = model;
        this.runs = model.runs();
        this.iterations = iterations;
        this.output = output;
        this.theme = theme;
    }

    @FXML
    private void initialize() {
        stage.getChildren().add(0, esd);
        kappa.getChildren().add(kappaPane);
        measures.getChildren().add(measurePane);
        Themes.follow(theme, esd);
        Themes.follow(theme, kappaPane);
        Themes.follow(theme, measurePane);
        HBox row = (HBox) left.getParent();
        left.prefWidthProperty().bind(row.widthProperty().multiply(ESD_PART));
        right.prefWidthProperty().bind(row.widthProperty().multiply(1 - ESD_PART));
        iteration.visibleProperty().bind(iteration.managedProperty());
        runs.shownProperty().addListener((source, old, now) -> show(now));
        runs.placeProperty().addListener((source, old, now) -> showPlace(now));
        runs.followingProperty().addListener((source, old, now) -> live.setSelected(now));
        runs.curvesProperty(RunCurves.KAPPA).addListener((source, old, now) -> kappaPane.show(now));
        for (RunCurves kind : RunCurves.values()) {
            runs.curvesProperty(kind).addListener((source, old, now) -> showMeasures());
        }
        quantities.selectedToggleProperty().addListener((source, old, now) -> {
            if (now == null) {
                quantities.selectToggle(old);
            }
            showMeasures();
        });
        slider.valueProperty().addListener((source, old, now) -> {
            if (!showing) {
                runs.goTo((int) Math.round(now.doubleValue()));
            }
        });
        iteration.textProperty().bind(iterations.resultProperty().map(Printable::of));
        iteration.managedProperty().bind(iteration.textProperty().isNotEmpty());
        live.setSelected(true);
        live.setTooltip(new Tooltip("Show the newest network as it comes"));
        iterate.setTooltip(
                new Tooltip(
                        "The stochastic fixed-point iteration for κ on this spectrum, from eight seeds, with its standard error"));
        open.setTooltip(new Tooltip("Open this matrix in the tab Spectrum"));
        showPlace(runs.placeProperty().get());
        show(runs.shownProperty().get());
    }

    private void show(Optional<Observation> seen) {
        Optional<FittedSpectrum> spectrum = seen.flatMap(Observation::spectrum);
        String of = runs.look().map(look -> look.matrix().label()).orElse("");
        String run = runs.chosenProperty()
                .get()
                .map(line -> "batch " + line.batch() + ", seed " + line.seed())
                .orElse("");
        title.setText(of.isEmpty() ? "Spectrum" : of + ", " + run);
        String axes = of + run + runs.lines().hashCode();
        if (!axes.equals(axesOf)) {
            ranges.clear();
            axesOf = axes;
        }
        EsdPicture picture = spectrum.map(ResultsController::picture).orElse(NOTHING);
        ranges.include(picture);
        esd.show(picture, spectrum.map(this::fitText).orElse(""));
        note.setText(Printable.of(seen.map(Observation::note).orElse("")));
        epoch.setText(seen.map(now -> "epoch " + IterationModel.epoch(now)).orElse(""));
        slider.setAccessibleText(
                seen.map(now -> "Epoch " + IterationModel.epoch(now)).orElse("Epoch"));
        hint.setText(hint(seen, spectrum));
        hint.setVisible(picture.isEmpty());
        boolean begun = !runs.lines().isEmpty();
        right.setVisible(begun);
        right.setManaged(begun);
        for (Node part : left.getChildren()) {
            if (part != stage && part != iteration) {
                part.setVisible(begun);
            }
        }
        open.setDisable(seen.isEmpty());
        iterate.setDisable(spectrum.isEmpty());
    }

    private String hint(Optional<Observation> seen, Optional<FittedSpectrum> spectrum) {
        if (runs.lines().isEmpty()) {
            return "Train a net and watch the spectrum of one of its matrices grow: set the fields, then press Train.";
        }
        return seen.isEmpty() || spectrum.isEmpty() && seen.get().note().isEmpty()
                ? "The spectrum is being computed …"
                : spectrum.isEmpty() ? Printable.of(seen.get().note()) : "There are no positive eigenvalues.";
    }

    private static EsdPicture picture(FittedSpectrum spectrum) {
        double[] values = spectrum.values();
        double part = spectrum.positive() / (double) spectrum.size();
        CurveRole role = spectrum.fit().map(fit -> CurveRole.of(fit.family())).orElse(CurveRole.HTMP);
        return new EsdPicture(
                values, part, spectrum.curve().xs(), spectrum.curve().ys(), role.style());
    }

    private String fitText(FittedSpectrum spectrum) {
        LawFamily law = model.lawProperty().get();
        String n = "N = " + Numbers.count(spectrum.size());
        return spectrum.fit()
                .map(fit -> law.displayName() + ", κ = " + Numbers.formatShort(spectrum.kappa()) + ", KS "
                        + Numbers.formatFixed3(fit.kolmogorovSmirnov()) + ", " + n)
                .orElse(n);
    }

    private void showPlace(RunsModel.Place place) {
        showing = true;
        slider.setMax(Math.max(1, place.count() - 1));
        slider.setValue(place.index());
        slider.setDisable(place.count() < 2);
        live.setDisable(place.count() < 2);
        showing = false;
    }

    private void showMeasures() {
        RunCurves kind = quantities.getSelectedToggle() == loss ? RunCurves.LOSS : RunCurves.ACCURACY;
        measurePane.show(runs.curvesProperty(kind).get());
    }

    @FXML
    private void followLast() {
        runs.followLast();
        live.setSelected(true);
    }

    @FXML
    private void iterate() {
        iterations.run(model.lawProperty().get());
    }

    @FXML
    private void openShown() {
        output.openShown();
    }
}
