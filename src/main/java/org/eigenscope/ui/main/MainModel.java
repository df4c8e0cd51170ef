package org.eigenscope.ui.main;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.FitWarning;
import org.eigenscope.law.family.Orientation;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.ui.fit.PhaseModel;
import org.eigenscope.ui.fit.law.FitModel;
import org.eigenscope.ui.library.KappaChip;
import org.eigenscope.ui.library.LibraryModel;
import org.eigenscope.ui.library.LibraryTensor;
import org.eigenscope.ui.library.Sparkline;
import org.eigenscope.ui.receive.ReceivingModel;
import org.eigenscope.ui.spectrum.SpectrumModel;
import org.eigenscope.ui.task.ActivityModel;
import org.eigenscope.ui.task.DragState;
import org.eigenscope.ui.watch.WatchingModel;

/** Joins the screens: a selected tensor is loaded, its spectrum is fitted, the fitted laws are drawn. */
public final class MainModel {
    private static final String PROGRAM = "Eigenscope";
    private static final int SPARKLINE_STEPS = 12;

    private final LibraryModel library;
    private final SpectrumModel spectrum;
    private final FitModel fit;
    private final PhaseModel phase;
    private final ActivityModel refitting;
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper(this, "status", "");
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", PROGRAM);
    private final ObjectProperty<MainTab> tab = new SimpleObjectProperty<>(this, "tab", MainTab.SPECTRUM);
    private final GuideModel guide = new GuideModel();
    private final BooleanProperty helpShown = new SimpleBooleanProperty(this, "helpShown");
    private final BooleanProperty libraryShown = new SimpleBooleanProperty(this, "libraryShown", true);
    private final BooleanProperty fitShown = new SimpleBooleanProperty(this, "fitShown", true);

    private final ReceivingModel receiving = new ReceivingModel();
    private final WatchingModel watching = new WatchingModel();

    /**
     * @param library what is open and selected
     * @param spectrum what is on the chart
     * @param fit the laws over it
     * @param phase the spectrum's phase
     * @param refitting shows how long refits take
     */
    public MainModel(
            LibraryModel library, SpectrumModel spectrum, FitModel fit, PhaseModel phase, ActivityModel refitting) {
        this.library = library;
        this.spectrum = spectrum;
        this.fit = fit;
        this.phase = phase;
        this.refitting = refitting;
        library.selectedProperty().addListener((source, old, tensor) -> load(tensor));
        spectrum.shownProperty().addListener((source, old, shown) -> analyse(old, shown));
        fit.curvesProperty().addListener((source, old, curves) -> spectrum.showLaws(curves));
        fit.league().htmpProperty().addListener((source, old, result) -> result.ifPresent(this::showKappa));
        fit.lastFitProperty().addListener((source, old, result) -> updateStatus());
        phase.diagnosisProperty().addListener((source, old, verdict) -> updateStatus());
        DragState.DeferredUpdate times = fit.drag().deferredUpdate();
        refitting.lastMillisProperty().addListener((source, old, millis) -> times.request(this::updateStatus));
        spectrum.awaitedProperty().addListener((source, old, awaited) -> updateStatus());
        spectrum.failureProperty().addListener((source, old, failure) -> updateStatus());
        library.openingProperty().addListener((source, old, opening) -> updateStatus());
        receiving.statusProperty().addListener((source, old, text) -> updateStatus());
        tab.addListener((source, old, now) -> updateStatus());
        updateStatus();
    }

    /** Whether the window receives from programs. */
    public ReceivingModel receiving() {
        return receiving;
    }

    /** The folder that is watched for new files. */
    public WatchingModel watching() {
        return watching;
    }

    private void load(Optional<LibraryTensor> tensor) {
        tensor.ifPresentOrElse(t -> spectrum.show(t.toSelected(), library.selectedPart()), spectrum::clear);
    }

    private void analyse(Optional<SpectrumModel.Shown> before, Optional<SpectrumModel.Shown> shown) {
        if (shown.isPresent()) {
            Spectrum values = shown.get().spectrum();
            shownTensor().ifPresent(t -> t.showSparkline(Sparkline.ofLogarithms(values.positive(), SPARKLINE_STEPS)));
            fit.takeOfAnySign(values.negative().length > 0 ? values.ascending() : new double[0]);
            boolean sameMatrix = before.map(s -> s.tensor().target())
                    .equals(shown.map(s -> s.tensor().target()));
            if (sameMatrix
                    && before.map(SpectrumModel.Shown::options).equals(shown.map(SpectrumModel.Shown::options))) {
                fit.showLater(values.positive(), values.details().aspectRatio());
            } else if (sameMatrix) {
                fit.showAgain(values.positive(), values.details().aspectRatio());
            } else {
                fit.show(values.positive(), values.details().aspectRatio());
            }
            phase.diagnose(values);
        } else {
            fit.clear();
            phase.clear();
        }
        title.set(shown.map(s -> s.tensor().label() + " – " + PROGRAM).orElse(PROGRAM));
        updateStatus();
    }

    private void showKappa(FitResult result) {
        int all = spectrum.shownProperty()
                .get()
                .map(shown -> shown.spectrum().positiveCount())
                .orElse(0);
        boolean direct = result.family().orientation().equals(Optional.of(Orientation.DIRECT));
        int left = Math.max(0, all - result.sampleSize());
        shownTensor()
                .ifPresent(tensor ->
                        tensor.showKappa(new KappaChip(result.parameters().get(Parameter.KAPPA), direct, left)));
    }

    /** The tensor in the list that is on the chart, if it is still there. */
    private Optional<LibraryTensor> shownTensor() {
        Optional<SpectrumModel.Shown> shown = spectrum.shownProperty().get();
        return library.selectedProperty()
                .get()
                .filter(t -> shown.isPresent() && shown.get().tensor().equals(t.toSelected()));
    }

    private boolean isMisfit() {
        return fit.lastFitProperty()
                .get()
                .filter(result ->
                        result.warnings().stream().anyMatch(warning -> warning.kind() == FitWarning.Kind.MISFIT))
                .isPresent();
    }

    private void updateStatus() {
        String shown = onSpectrum() ? spectrumStatus() : activity();
        String told = receiving.statusProperty().get();
        status.set(Stream.of(shown, told)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(StatusText.SEPARATOR)));
    }

    /** Other tabs show other matrices, or none: the facts of this tab's spectrum would be taken for theirs. */
    private boolean onSpectrum() {
        return tab.get() == MainTab.SPECTRUM;
    }

    private String spectrumStatus() {
        return spectrum.shownProperty()
                .get()
                .map(s -> StatusText.of(
                        s.spectrum(),
                        refitting.lastMillisProperty().get(),
                        phase.diagnosisProperty().get(),
                        isMisfit()))
                .orElseGet(this::statusWithoutSpectrum);
    }

    private String statusWithoutSpectrum() {
        String activity = activity();
        if (!activity.isEmpty()) {
            return activity;
        }
        return spectrum.failureProperty().get().isEmpty()
                ? "Open a file with a matrix, or drop one here."
                : "No spectrum.";
    }

    /** What is being opened; empty for nothing. */
    private String activity() {
        String awaited = spectrum.awaitedProperty().get();
        if (!awaited.isEmpty()) {
            return "Opening " + awaited + " …";
        }
        return library.openingProperty().get() ? "Opening files …" : "";
    }

    /** Stops whatever is going on in the background, and puts messages and help away; what is on screen stays. */
    public void cancel() {
        helpShown.set(false);
        library.cancelOpening();
        spectrum.cancelLoading();
        fit.cancelRefit();
        library.dismissFailure();
        spectrum.dismissFailure();
        fit.dismissFailure();
    }

    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** What the phase in the status line was told from, a line for each observation; empty where the line tells none. */
    public String phaseEvidence() {
        return phase.diagnosisProperty()
                .get()
                .filter(verdict -> onSpectrum())
                .map(verdict -> String.join("\n", verdict.evidence()))
                .orElse("");
    }

    /** The phase of the spectrum on screen, and its metrics. */
    public PhaseModel phase() {
        return phase;
    }

    /** Whether the library is beside the chart. */
    public BooleanProperty libraryShownProperty() {
        return libraryShown;
    }

    /** Whether the fit is beside the chart. */
    public BooleanProperty fitShownProperty() {
        return fitShown;
    }

    /** Which tab is looked at. */
    public ObjectProperty<MainTab> tabProperty() {
        return tab;
    }

    /** The guide, where it is shipped. */
    public GuideModel guide() {
        return guide;
    }

    /** Shows what the guide says of the tab, or shortcuts and notation where there is no guide. */
    void help() {
        if (!guide.show(tab.get())) {
            helpShown.set(true);
        }
    }

    /** Whether shortcuts and notation are shown. */
    public BooleanProperty helpShownProperty() {
        return helpShown;
    }
}
