package org.eigenscope.ui.models.plot;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.eigenscope.io.NaturalOrder;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.plot.PlotKind;
import org.eigenscope.study.plot.PlotRequest;
import org.eigenscope.study.plot.RowPlace;
import org.eigenscope.study.plot.RowSpectra;
import org.eigenscope.study.plot.StudyPlot;
import org.eigenscope.study.plot.StudyPlots;
import org.eigenscope.study.query.Field;
import org.eigenscope.study.query.Fields;
import org.eigenscope.study.query.MatrixOverSteps;
import org.eigenscope.study.query.Settings;
import org.eigenscope.ui.models.rows.RowsModel;
import org.eigenscope.ui.models.step.StepModel;
import org.eigenscope.ui.models.study.StudyModel;
import org.eigenscope.ui.task.LatestTask;

/**
 * The plot of a study: which one, of what, and what is chosen in it. It is made of the rows that the table shows by {@link StudyPlots}, as
 * the command line makes it of the study's file.
 */
public final class PlotModel {
    private final StudyModel study;
    private final RowsModel rows;
    private final StepModel steps;
    private final PlotTask plots;
    private final PlotTask correlated;
    private final ObjectProperty<PlotKind> kind = new SimpleObjectProperty<>(this, "kind", PlotKind.DEPTH);
    private final ObjectProperty<Field> x = new SimpleObjectProperty<>(this, "x", Field.of(Column.STEP));
    private final ObjectProperty<Field> y = new SimpleObjectProperty<>(this, "y", Field.of(Column.KAPPA));
    private final ObjectProperty<Optional<Field>> group = new SimpleObjectProperty<>(this, "group", Optional.empty());
    private final ObjectProperty<String> layer = new SimpleObjectProperty<>(this, "layer", "");
    private final ObjectProperty<PlotRequest.Sides> sides =
            new SimpleObjectProperty<>(this, "sides", PlotRequest.Sides.NONE);
    private final ReadOnlyObjectWrapper<List<String>> values = new ReadOnlyObjectWrapper<>(this, "values", List.of());
    private final ReadOnlyObjectWrapper<List<String>> layers = new ReadOnlyObjectWrapper<>(this, "layers", List.of());
    private final ReadOnlyObjectWrapper<PlotShown> shown =
            new ReadOnlyObjectWrapper<>(this, "shown", PlotShown.NOTHING);
    private final Map<PlotKind, PlotChoice> chosen = new EnumMap<>(PlotKind.class);
    private Optional<Asked> asked = Optional.empty();
    private boolean settling;

    /** What the last plot was asked of, so that nothing is made twice. */
    private record Asked(PlotRequest request, List<StudyRow> rows) {
        @SuppressWarnings("ReferenceEquality") // thousands of rows, another list whenever one of them changes
        boolean isOf(PlotRequest other, List<StudyRow> those) {
            return rows == those && request.equals(other);
        }
    }

    /**
     * @param study what is shown
     * @param steps the step that is looked at
     * @param work makes plots
     * @param slow makes what takes long, coefficients with their intervals
     */
    public PlotModel(StudyModel study, StepModel steps, LatestTask work, LatestTask slow) {
        this.study = study;
        this.rows = study.rows();
        this.steps = steps;
        this.plots = new PlotTask(work, this::show);
        this.correlated = new PlotTask(slow, shown::set);
        InvalidationListener draw = source -> draw();
        kind.addListener((source, old, now) -> changeKind(old, now));
        x.addListener(draw);
        y.addListener(draw);
        group.addListener((source, old, now) -> settleSides());
        sides.addListener(draw);
        layer.addListener(draw);
        rows.fieldsProperty().addListener((source, old, now) -> settle(now));
        rows.allProperty().addListener((source, old, now) -> suggest(now));
        rows.shownProperty().addListener(draw);
        steps.seriesProperty().addListener(draw);
        steps.placeProperty().addListener(draw);
        // after the steps, which find the matrix of the chosen row
        rows.selectedProperty().addListener(draw);
    }

    /** Each kind of plot keeps what was chosen for it. */
    private void changeKind(PlotKind before, PlotKind now) {
        chosen.put(before, new PlotChoice(x.get(), y.get(), group.get(), layer.get()));
        take(chosen.computeIfAbsent(now, unseen -> usual()));
    }

    private PlotChoice usual() {
        return PlotChoice.usual(
                kind.get(),
                steps.field(),
                rows.fieldsProperty().get(),
                rows.allProperty().get());
    }

    private void take(PlotChoice choice) {
        settling = true;
        try {
            x.set(choice.x());
            y.set(choice.y());
            group.set(choice.group());
            layer.set(layers.get().contains(choice.layer()) ? choice.layer() : "");
        } finally {
            settling = false;
        }
        settleSides();
    }

    /** What was chosen may be an attribute that another study does not have. */
    private void settle(Fields fields) {
        chosen.clear();
        settling = true;
        try {
            x.set(fields.find(x.get().id()).filter(Field::numeric).orElse(fields.of(Column.STEP)));
            y.set(fields.find(y.get().id()).filter(Field::numeric).orElse(fields.of(Column.KAPPA)));
            group.set(group.get().flatMap(field -> fields.find(field.id())));
            layer.set("");
        } finally {
            settling = false;
        }
        settleSides();
    }

    /** An abscissa that there is, and for a study that is new here what is usual. */
    private void suggest(List<StudyRow> all) {
        layers.set(StudyLayers.of(all));
        if (all.isEmpty() || chosen.containsKey(kind.get())) {
            return;
        }
        PlotChoice usual = usual();
        boolean none = all.stream().noneMatch(row -> Double.isFinite(x.get().number(row)));
        chosen.put(kind.get(), usual);
        take(new PlotChoice(
                none ? usual.x() : x.get(),
                y.get(),
                group.get().isEmpty() ? usual.group() : group.get(),
                usual.layer()));
    }

    private void settleSides() {
        List<String> found = group.get()
                .map(field -> rows.allProperty().get().stream()
                        .map(row -> StudyPlots.groupOf(row, field.id()))
                        .distinct()
                        .sorted(NaturalOrder.INSTANCE)
                        .toList())
                .orElse(List.of());
        values.set(found);
        PlotRequest.Sides now = sides.get();
        if (found.size() > 1 && (!found.contains(now.a()) || !found.contains(now.b()))) {
            sides.set(new PlotRequest.Sides(found.get(0), found.get(1)));
        }
        draw();
    }

    private void draw() {
        if (settling) {
            return;
        }
        List<StudyRow> stored = study.storedProperty().get();
        Optional<String> hindrance = hindrance(stored);
        if (hindrance.isPresent()) {
            asked = Optional.empty();
            plots.cancel();
            correlated.cancel();
            shown.set(PlotShown.nothing(hindrance.get()));
            return;
        }
        PlotRequest request = request();
        if (asked.filter(last -> last.isOf(request, stored)).isPresent()) {
            return;
        }
        asked = Optional.of(new Asked(request, stored));
        String name = study.name();
        RowSpectra spectra = spectra();
        correlated.cancel();
        plots.submit(() -> StudyPlots.quick(name, stored, request, spectra));
    }

    /** Shows a plot, and has what takes long put into it. */
    private void show(PlotShown made) {
        shown.set(made);
        Optional<Asked> now = asked;
        boolean lacksCoefficients = made.plot()
                .filter(plot -> plot.request().kind() == PlotKind.SCATTER)
                .filter(plot -> now.filter(last -> last.request().equals(plot.request()))
                        .isPresent())
                .isPresent();
        if (lacksCoefficients) {
            Asked what = now.orElseThrow();
            String name = study.name();
            correlated.submit(() -> StudyPlots.of(name, what.rows(), what.request(), RowSpectra.NONE));
        }
    }

    private RowSpectra spectra() {
        return study.storeProperty()
                .get()
                .<RowSpectra>map(store ->
                        row -> store.spectrum(row.key().content(), row.key().convention()))
                .orElse(RowSpectra.NONE);
    }

    /** Why there can be no plot, and what to do about it. */
    private Optional<String> hindrance(List<StudyRow> stored) {
        if (stored.isEmpty()) {
            return Optional.of(study.storeProperty().get().isEmpty() ? "" : "The study has no row yet.");
        }
        if (stored.stream().noneMatch(this::isResult)) {
            return Optional.of(
                    "No matrix has results of " + study.settingsProperty().get() + " yet; press Fit all.");
        }
        if (rows.shownProperty().get().isEmpty()) {
            return Optional.of("No row fits the filter.");
        }
        if (Selectors.isOfAMatrix(kind.get()) && steps.matrix().isEmpty()) {
            return Optional.of("Choose a row in the table: this plot follows one matrix along its training.");
        }
        if (kind.get() == PlotKind.COMPARE && group.get().isEmpty()) {
            return Optional.of("Choose what tells A from B as the group, such as run, step or epoch.");
        }
        if (kind.get() == PlotKind.COMPARE && values.get().size() < 2) {
            return Optional.of("All rows have the same "
                    + group.get().orElseThrow().id() + "; choose another group to compare by.");
        }
        return Optional.empty();
    }

    private boolean isResult(StudyRow row) {
        return !row.isFailed()
                && row.key().options().equals(study.settingsProperty().get().options())
                && row.key().convention().equals(study.conventionProperty().get());
    }

    private PlotRequest request() {
        PlotKind now = kind.get();
        PlotRequest request = PlotRequest.of(now)
                .withX(Selectors.takesX(now) ? x.get().id() : "")
                .withY(hasY(now) ? y.get().id() : "")
                .withGroup(
                        Selectors.takesGroup(now) ? group.get().map(Field::id).orElse("") : "")
                .withSelection(selection());
        return now == PlotKind.COMPARE
                ? request.withSides(sides.get().a(), sides.get().b())
                : request;
    }

    /** No column of results measures the quality of a model. */
    private boolean hasY(PlotKind now) {
        return Selectors.takesY(now)
                && (now != PlotKind.ENERGY || y.get().column().isEmpty());
    }

    private PlotRequest.Selection selection() {
        List<PlotRequest.Condition> where = new ArrayList<>();
        if (Selectors.isOfAMatrix(kind.get())) {
            MatrixOverSteps matrix = steps.matrix().orElseThrow();
            where.add(PlotRequest.Condition.exactly(Column.RUN.id(), matrix.run()));
            where.add(PlotRequest.Condition.exactly(Column.TENSOR.id(), matrix.tensor()));
            where.add(PlotRequest.Condition.exactly(Column.BASE.id(), matrix.base()));
        }
        if (Selectors.takesLayer(kind.get()) && !layer.get().isEmpty()) {
            where.add(PlotRequest.Condition.exactly(Column.LAYER.id(), layer.get()));
        }
        boolean atStep = Selectors.isOfAStep(kind.get(), group.get()) && !Double.isNaN(steps.step());
        return PlotRequest.Selection.ALL
                .withWhere(where)
                .withFilter(rows.appliedProperty().get().strip())
                .withStep(atStep ? OptionalDouble.of(steps.step()) : OptionalDouble.empty())
                .withSettings(new Settings(
                        study.conventionProperty().get(),
                        study.settingsProperty().get().options()));
    }

    /**
     * Chooses the rows that lie in a rectangle of a panel; bars and cells do where they overlap it.
     *
     * @param panel which panel
     * @param box the rectangle in the units of the axes
     * @param add whether those that are chosen stay so
     */
    void brush(int panel, Box box, boolean add) {
        Set<Long> inside = new HashSet<>();
        for (RowPlace place : places()) {
            if (place.panel() == panel && box.meets(place)) {
                place.rows().forEach(row -> inside.add(study.number(row)));
            }
        }
        rows.select(inside, add);
    }

    /** A rectangle in the units of axes. */
    record Box(double left, double right, double bottom, double top) {
        /** Between two corners. */
        static Box of(double x1, double y1, double x2, double y2) {
            return new Box(Math.min(x1, x2), Math.max(x1, x2), Math.min(y1, y2), Math.max(y1, y2));
        }

        boolean meets(RowPlace place) {
            return place.right() >= left && place.left() <= right && place.top() >= bottom && place.bottom() <= top;
        }
    }

    /** Chooses the rows of a place, or none. */
    void choose(Optional<RowPlace> place, boolean add) {
        Set<Long> numbers = new HashSet<>();
        place.ifPresent(there -> there.rows().forEach(row -> numbers.add(study.number(row))));
        rows.select(numbers, add);
    }

    /** Tells of the row that the mouse is over. */
    void point(Optional<RowPlace> place) {
        rows.hoveredProperty()
                .set(place.map(there ->
                                OptionalLong.of(study.number(there.rows().get(0))))
                        .orElse(OptionalLong.empty()));
    }

    /** The number under which the table shows a row of the plot. */
    long number(long row) {
        return study.number(row);
    }

    private List<RowPlace> places() {
        return shown.get().plot().map(StudyPlot::places).orElse(List.of());
    }

    public RowsModel rows() {
        return rows;
    }

    public ObjectProperty<PlotKind> kindProperty() {
        return kind;
    }

    /** The abscissa, where it can be chosen. */
    public ObjectProperty<Field> xProperty() {
        return x;
    }

    /** The metric. */
    public ObjectProperty<Field> yProperty() {
        return y;
    }

    /** What gives points their colours; empty for the usual groups of the plot. */
    public ObjectProperty<Optional<Field>> groupProperty() {
        return group;
    }

    /** The layer that is plotted, where one can be chosen; empty for all. */
    public ObjectProperty<String> layerProperty() {
        return layer;
    }

    /** The layers of the study, along its depth. */
    public ReadOnlyObjectProperty<List<String>> layersProperty() {
        return layers.getReadOnlyProperty();
    }

    /** The groups that are compared. */
    public ObjectProperty<PlotRequest.Sides> sidesProperty() {
        return sides;
    }

    /** The values of the group. */
    public ReadOnlyObjectProperty<List<String>> valuesProperty() {
        return values.getReadOnlyProperty();
    }

    /** What is on screen. */
    public ReadOnlyObjectProperty<PlotShown> shownProperty() {
        return shown.getReadOnlyProperty();
    }
}
