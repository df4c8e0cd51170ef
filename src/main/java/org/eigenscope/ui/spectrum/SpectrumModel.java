package org.eigenscope.ui.spectrum;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import org.eigenscope.analysis.SpectrumService;
import org.eigenscope.analysis.TensorSpectrum;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.Guide;
import org.eigenscope.figure.Ordinate;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.compose.FigureRanges;
import org.eigenscope.figure.compose.Ghost;
import org.eigenscope.figure.compose.KeptWindow;
import org.eigenscope.figure.compose.LawCurve;
import org.eigenscope.figure.compose.Residuals;
import org.eigenscope.figure.compose.SpectrumFigure;
import org.eigenscope.figure.compose.Zoom;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.library.SelectedTensor;
import org.eigenscope.matrix.ConvolutionFlattening;
import org.eigenscope.matrix.Interpretation;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.spectrum.SolverChoice;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.spectrum.SpectrumOptions;
import org.eigenscope.ui.task.DragState;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.Outcome;

/** The spectrum on screen: which tensor, under which conventions, and the figure of it with the laws over it. */
public final class SpectrumModel {
    private final SpectrumService spectra;
    private final LatestTask loading;
    private final ChosenConventions conventions = new ChosenConventions();
    private final ReadOnlyObjectWrapper<Optional<Remedy>> remedy =
            new ReadOnlyObjectWrapper<>(this, "remedy", Optional.empty());
    private boolean dropsNonFiniteRows;
    /** What a session will show next without its non-finite rows. */
    private Optional<MatrixTarget> rowsDroppedOf = Optional.empty();

    private final BooleanProperty logX = new SimpleBooleanProperty(this, "logX", true);
    private final ObjectProperty<Ordinate> ordinate = new SimpleObjectProperty<>(this, "ordinate", Ordinate.DENSITY);
    private final ResidualsModel residuals;
    private final BooleanProperty logY = new SimpleBooleanProperty(this, "logY", true);
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown =
            new ReadOnlyObjectWrapper<>(this, "shown", Optional.empty());
    private final ReadOnlyObjectWrapper<FigureSpec> figure =
            new ReadOnlyObjectWrapper<>(this, "figure", FigureSpec.EMPTY);
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
    private final ObjectProperty<Zoom> zoom = new SimpleObjectProperty<>(this, "zoom", Zoom.NONE);
    private final ObjectProperty<Set<String>> hidden = new SimpleObjectProperty<>(this, "hidden", Set.of());
    private final WantedTensor wanted = new WantedTensor();
    private Optional<Shown> current = Optional.empty();
    private FigureSpec base = FigureSpec.EMPTY;
    private Optional<FigureRanges> visible = Optional.empty();
    private List<LawCurve> laws = List.of();
    private List<Curve> data = List.of();
    private List<Ghost> ghosts = List.of();
    private List<Guide> marks = List.of();

    /**
     * A spectrum and what it is of.
     *
     * @param tensor the tensor
     * @param spectrum its eigenvalues
     * @param droppedRows rows left out because they held NaN or an infinity
     * @param options how it was taken
     */
    public record Shown(SelectedTensor tensor, Spectrum spectrum, int droppedRows, SpectrumOptions options) {}

    /**
     * @param spectra computes each spectrum once
     * @param loading runs reading and decomposing
     * @param hand what moves the laws
     */
    public SpectrumModel(SpectrumService spectra, LatestTask loading, DragState hand) {
        this.spectra = spectra;
        this.loading = loading;
        residuals = new ResidualsModel(hand);
        conventions.onChanged(this::load);
        wanted.partProperty().addListener((source, old, value) -> load());
        logX.addListener((source, old, value) -> relayout());
        logY.addListener((source, old, value) -> relayout());
        ordinate.addListener((source, old, value) -> relayout());
        residuals.shownProperty().addListener((source, old, value) -> compare());
        hidden.addListener((source, old, value) -> redraw());
    }

    /** Loads a tensor and shows its spectrum when it is there; until then the old one stays. */
    public void show(SelectedTensor tensor) {
        show(tensor, "");
    }

    /**
     * Loads a part of a stacked projection.
     *
     * @param part as {@link SelectedTensor#part} has it; empty for the whole tensor
     */
    public void show(SelectedTensor tensor, String part) {
        wanted.set(Optional.empty());
        wanted.partProperty().set(part);
        wanted.set(Optional.of(tensor));
        dropsNonFiniteRows = rowsDroppedOf.filter(wanted::isAt).isPresent();
        rowsDroppedOf = Optional.empty();
        load();
    }

    /**
     * Takes conventions, for what is on screen as well.
     *
     * @param target the only tensor whose rows may be left out
     */
    public void adopt(SpectrumOptions options, MatrixTarget target) {
        Optional<SelectedTensor> kept = wanted.whole();
        wanted.set(Optional.empty()); // one reading under all of them, not one for each
        conventions.adopt(options);
        wanted.set(kept);
        boolean isCurrent = wanted.isAt(target);
        dropsNonFiniteRows = options.dropNonFiniteRows() && isCurrent;
        rowsDroppedOf = options.dropNonFiniteRows() && !isCurrent ? Optional.of(target) : Optional.empty();
        load();
    }

    /** Shows nothing. */
    public void clear() {
        loading.cancel();
        wanted.set(Optional.empty());
        laws = List.of();
        failure.set("");
        current = Optional.empty();
        relayout();
        shown.set(current);
    }

    /** Draws laws over the spectrum. */
    public void showLaws(List<LawCurve> newLaws) {
        if (laws.isEmpty()) {
            // The first laws may rise above the bars: they are sampled as high as the axes will go for them.
            visible = Optional.empty();
        }
        laws = current.map(now ->
                        newLaws.stream().map(law -> law.among(now.spectrum())).toList())
                .orElseGet(() -> List.copyOf(newLaws));
        redraw();
    }

    List<LawCurve> laws() {
        return laws;
    }

    /** Samples the laws for what the axes show. */
    public void showRanges(FigureRanges ranges) {
        if (!visible.equals(Optional.of(ranges))) {
            visible = Optional.of(ranges);
            sampleData();
            redraw();
        }
    }

    /** Shows or hides a curve, by its id in the figure. */
    public void showCurve(String id, boolean isVisible) {
        Set<String> changed = new HashSet<>(hidden.get());
        if (isVisible) {
            changed.remove(id);
        } else {
            changed.add(id);
        }
        hidden.set(Set.copyOf(changed));
    }

    /** Whether the curve with the given id is shown. */
    boolean isShown(String id) {
        return !hidden.get().contains(id);
    }

    /** Stops loading; what is on screen stays. */
    public void cancelLoading() {
        loading.cancel();
    }

    public void dismissFailure() {
        failure.set("");
        remedy.set(Optional.empty());
    }

    /** Does what is offered after a failure, if something is. */
    public void applyRemedy() {
        Optional<Remedy> offered = remedy.get();
        dismissFailure();
        if (offered.equals(Optional.of(Remedy.ESTIMATE))) {
            conventions.solver().set(SolverChoice.SLQ);
        } else if (offered.isPresent()) {
            dropsNonFiniteRows = true;
            load();
        }
    }

    void fail(EigenscopeException reason) {
        failure.set(reason.getMessage());
        remedy.set(Remedy.of(reason));
    }

    private void load() {
        if (wanted.isNone()) {
            return;
        }
        SelectedTensor tensor;
        try {
            tensor = wanted.resolved();
        } catch (BadInputException reason) {
            fail(reason);
            return;
        }
        SpectrumOptions options = conventions.options().withDropNonFiniteRows(dropsNonFiniteRows);
        loading.submit(
                "Reading " + tensor.label(),
                (progress, cancel) -> compute(tensor, options, progress, cancel),
                new Outcome<Shown>() {
                    @Override
                    public void succeeded(Shown result) {
                        accept(result);
                    }

                    @Override
                    public void failed(EigenscopeException reason) {
                        fail(reason);
                    }
                });
    }

    private Shown compute(SelectedTensor tensor, SpectrumOptions options, ProgressListener progress, CancelToken cancel)
            throws EigenscopeException {
        TensorSpectrum computed = spectra.tensorSpectrum(tensor, options, progress, cancel);
        return new Shown(tensor, computed.spectrum(), computed.droppedRows(), options);
    }

    /** Shows a spectrum that is there; who hears of it finds the chart laid out for it. */
    void accept(Shown result) {
        dismissFailure();
        if (current.equals(Optional.of(result))) {
            return;
        }
        laws = List.of();
        current = Optional.of(result);
        relayout();
        shown.set(current);
    }

    private void relayout() {
        AxisScale x = logX.get() ? AxisScale.LOG : AxisScale.LINEAR;
        AxisScale y = logY.get() ? AxisScale.LOG : AxisScale.LINEAR;
        base = current.map(s -> SpectrumFigure.base(s.spectrum(), ordinate.get(), x, y))
                .orElse(FigureSpec.EMPTY);
        visible = Optional.empty();
        sampleData();
        redraw();
    }

    /** What does not move with the laws is sampled only when the axes change. */
    private void sampleData() {
        data = current.map(
                        now -> SpectrumFigure.background(now.spectrum(), ghosts, ordinate.get(), base, sampledRanges()))
                .orElse(List.of());
    }

    /** Draws lines that mark places on the abscissa. */
    void showMarks(List<Guide> lines) {
        if (!marks.equals(lines)) {
            marks = List.copyOf(lines);
            redraw();
        }
    }

    /** Draws other spectra behind the one on screen. */
    void showGhosts(List<Ghost> others) {
        if (!ghosts.equals(others)) {
            ghosts = List.copyOf(others);
            sampleData();
            redraw();
        }
    }

    private FigureRanges sampledRanges() {
        return visible.orElseGet(() -> SpectrumFigure.rangesForLaws(base));
    }

    private void redraw() {
        figure.set(current.isEmpty() ? FigureSpec.EMPTY : drawn());
        compare();
    }

    private void compare() {
        current.ifPresentOrElse(
                now -> residuals.compare(now.spectrum(), laws, base.xAxis().scale(), sampledRanges()),
                residuals::clear);
    }

    private FigureSpec drawn() {
        KeptWindow window = laws.isEmpty() ? KeptWindow.EVERYTHING : laws.get(0).window();
        SpectrumFigure.Foreground content = new SpectrumFigure.Foreground(laws, window, marks, hidden.get());
        return SpectrumFigure.complete(base, ordinate.get(), sampledRanges(), content, data);
    }

    /** F̂ − F of the laws drawn; empty while it is not shown. */
    ReadOnlyObjectProperty<Residuals> residualsProperty() {
        return residuals.residualsProperty();
    }

    /** Whether F̂ − F is shown below the chart. */
    public BooleanProperty residualsShownProperty() {
        return residuals.shownProperty();
    }

    /** What the ordinate measures. */
    public ObjectProperty<Ordinate> ordinateProperty() {
        return ordinate;
    }

    public ObjectProperty<Normalization> normalizationProperty() {
        return conventions.normalization();
    }

    public ObjectProperty<ConvolutionFlattening> flatteningProperty() {
        return conventions.flattening();
    }

    /** What the user says the matrix is. */
    public ObjectProperty<Interpretation> interpretationProperty() {
        return conventions.interpretation();
    }

    /** Whether eigenvalues are computed or their density is estimated. */
    public ObjectProperty<SolverChoice> solverProperty() {
        return conventions.solver();
    }

    /** Which part of a stacked projection is shown, empty for the whole tensor. */
    public StringProperty partProperty() {
        return wanted.partProperty();
    }

    /** The parts that the tensor asked for can be split into. */
    public List<String> parts() {
        return wanted.parts();
    }

    /** What is offered after a failure. */
    public ReadOnlyObjectProperty<Optional<Remedy>> remedyProperty() {
        return remedy.getReadOnlyProperty();
    }

    public BooleanProperty logXProperty() {
        return logX;
    }

    public BooleanProperty logYProperty() {
        return logY;
    }

    /** What the user chose to look at. */
    public ObjectProperty<Zoom> zoomProperty() {
        return zoom;
    }

    /** The ids of the curves that the user hid, whether or not there are such curves now. */
    public ObjectProperty<Set<String>> hiddenProperty() {
        return hidden;
    }

    /** The spectrum on screen; empty before the first. */
    public ReadOnlyObjectProperty<Optional<Shown>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** What the chart shows. */
    public ReadOnlyObjectProperty<FigureSpec> figureProperty() {
        return figure.getReadOnlyProperty();
    }

    /** Why the last tensor could not be shown, empty when it could. */
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }
}
