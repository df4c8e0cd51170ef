package org.eigenscope.ui.spectrum;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import org.eigenscope.analysis.SpectrumService;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.Guide;
import org.eigenscope.figure.Ordinate;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.compose.FigureRanges;
import org.eigenscope.figure.compose.Ghost;
import org.eigenscope.figure.compose.LawCurve;
import org.eigenscope.figure.compose.Residuals;
import org.eigenscope.figure.compose.Zoom;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.library.SelectedTensor;
import org.eigenscope.matrix.ConvolutionFlattening;
import org.eigenscope.matrix.Interpretation;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.spectrum.SolverChoice;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.spectrum.SpectrumOptions;
import org.eigenscope.ui.task.DragState;
import org.eigenscope.ui.task.LatestTask;

/** The spectrum on screen: which tensor, under which conventions, and the figure of it with the laws over it. */
public final class SpectrumModel {
    private final SpectrumLoader loader;
    private final ResidualsModel residuals;
    private final Abscissa abscissa = new Abscissa();
    private final BooleanProperty logY = new SimpleBooleanProperty(this, "logY", true);
    private final ObjectProperty<Ordinate> ordinate = new SimpleObjectProperty<>(this, "ordinate", Ordinate.DENSITY);
    private final IntegerProperty bins = new SimpleIntegerProperty(this, "bins", 0);
    private final ObjectProperty<Zoom> zoom = new SimpleObjectProperty<>(this, "zoom", Zoom.NONE);
    private final ObjectProperty<Set<String>> hidden = new SimpleObjectProperty<>(this, "hidden", Set.of());
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown =
            new ReadOnlyObjectWrapper<>(this, "shown", Optional.empty());
    private final ReadOnlyObjectWrapper<FigureSpec> figure =
            new ReadOnlyObjectWrapper<>(this, "figure", FigureSpec.EMPTY);
    private SpectrumScene scene = SpectrumScene.EMPTY;

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
     * @param drag the drag that moves the laws
     */
    public SpectrumModel(SpectrumService spectra, LatestTask loading, DragState drag) {
        loader = new SpectrumLoader(spectra, loading, this::accept, this::leaveOther);
        residuals = new ResidualsModel(drag);
        abscissa.scaleProperty().addListener((source, old, value) -> changeView());
        logY.addListener((source, old, value) -> changeView());
        ordinate.addListener((source, old, value) -> changeView());
        bins.addListener((source, old, value) -> changeView());
        residuals.shownProperty().addListener((source, old, value) -> compare());
        hidden.addListener((source, old, value) -> draw(scene.withHidden(value)));
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
        loader.load(tensor, part);
    }

    /**
     * Takes conventions, for what is on screen as well.
     *
     * @param target the only tensor whose rows may be left out
     */
    public void adopt(SpectrumOptions options, MatrixTarget target) {
        loader.adopt(options, target);
    }

    /** Shows nothing. */
    public void clear() {
        loader.clear();
        change(Optional.empty());
    }

    /** Shows a spectrum that is there already, of a tensor whose entries may not be. */
    public void showKept(SelectedTensor tensor, Spectrum spectrum) {
        loader.keep(tensor);
        accept(new Shown(tensor, spectrum, 0, SpectrumOptions.withDefaults()));
    }

    /** Shows a spectrum that was computed. */
    void accept(Shown result) {
        dismissFailure();
        Optional<Shown> next = Optional.of(result);
        if (!scene.spectrum().equals(next)) {
            change(next);
        }
    }

    /** A spectrum of another matrix than the one that could not be shown goes, so that nobody takes it for its. */
    private void leaveOther() {
        boolean other = shown.get()
                .filter(now -> loader.wanted().partProperty().get().isEmpty()
                        && !loader.wanted().isAt(now.tensor().target()))
                .isPresent();
        if (other) {
            change(Optional.empty());
        }
    }

    /** The chart is laid out before anybody is told of the spectrum. */
    private void change(Optional<Shown> next) {
        draw(scene.withSpectrum(next));
        shown.set(next);
    }

    private void changeView() {
        draw(scene.withView(new SpectrumScene.View(
                ordinate.get(),
                abscissa.scaleProperty().get(),
                logY.get() ? AxisScale.LOG : AxisScale.LINEAR,
                bins.get())));
    }

    /** Draws laws over the spectrum. */
    public void showLaws(List<LawCurve> laws) {
        draw(scene.withLaws(laws));
    }

    /** Whether the trims that are marked are those of eigenvalues of any sign. */
    boolean marksAll() {
        return LawCurve.marked(scene.laws(), scene.abscissa())
                .filter(law -> law.family().isOfAnySign())
                .isPresent();
    }

    List<LawCurve> laws() {
        return scene.laws();
    }

    /** Samples the laws for what the axes show. */
    public void showRanges(FigureRanges ranges) {
        if (!scene.background().visible().equals(Optional.of(ranges))) {
            draw(scene.withVisible(ranges));
        }
    }

    /** Draws lines that mark places on the abscissa. */
    void showMarks(List<Guide> lines) {
        if (!scene.marks().equals(lines)) {
            draw(scene.withMarks(lines));
        }
    }

    /** Draws other spectra behind the one on screen. */
    void showGhosts(List<Ghost> others) {
        if (!scene.ghosts().equals(others)) {
            draw(scene.withGhosts(others));
        }
    }

    private void draw(SpectrumScene next) {
        scene = next;
        figure.set(next.figure());
        compare();
    }

    private void compare() {
        scene.spectrum()
                .ifPresentOrElse(
                        now -> residuals.compare(now.spectrum(), scene.laws(), scene.abscissa(), scene.sampledRanges()),
                        residuals::clear);
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
        loader.cancel();
    }

    public void dismissFailure() {
        loader.dismissFailure();
    }

    /** Does what is offered after a failure, if something is. */
    public void applyRemedy() {
        loader.applyRemedy();
    }

    void fail(EigenscopeException reason) {
        loader.fail(reason);
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

    /** How many bars the histogram has; 0 to let the data choose. */
    public IntegerProperty binsProperty() {
        return bins;
    }

    public ObjectProperty<Normalization> normalizationProperty() {
        return loader.conventions().normalization();
    }

    public ObjectProperty<ConvolutionFlattening> flatteningProperty() {
        return loader.conventions().flattening();
    }

    /** What the matrix is, as the user chose it. */
    public ObjectProperty<Interpretation> interpretationProperty() {
        return loader.conventions().interpretation();
    }

    /** Whether eigenvalues are computed or their density is estimated. */
    public ObjectProperty<SolverChoice> solverProperty() {
        return loader.conventions().solver();
    }

    /** Which part of a stacked projection is shown, empty for the whole tensor. */
    public StringProperty partProperty() {
        return loader.wanted().partProperty();
    }

    /** The parts that the tensor asked for can be split into. */
    public List<String> parts() {
        return loader.wanted().parts();
    }

    /** What is offered after a failure. */
    public ReadOnlyObjectProperty<Optional<Remedy>> remedyProperty() {
        return loader.remedyProperty();
    }

    /** The abscissa's scale; a symmetric logarithmic one may leave its threshold to the spectrum. */
    public ObjectProperty<AxisScale> xScaleProperty() {
        return abscissa.scaleProperty();
    }

    /** Whether the abscissa is logarithmic, with a place for positive eigenvalues alone. */
    public BooleanProperty logXProperty() {
        return abscissa.logProperty();
    }

    /** Whether the abscissa is logarithmic to both sides of zero. */
    public BooleanProperty symmetricLogXProperty() {
        return abscissa.symmetricLogProperty();
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

    /** The label of the matrix that is being read, empty when none is. */
    public ReadOnlyStringProperty awaitedProperty() {
        return loader.awaitedProperty();
    }

    /** Why the last tensor could not be shown, empty when it could. */
    public ReadOnlyStringProperty failureProperty() {
        return loader.failureProperty();
    }
}
