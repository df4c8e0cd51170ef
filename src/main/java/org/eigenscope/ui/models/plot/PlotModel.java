package org.eigenscope.ui.models.plot;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.NaturalOrder;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyRow;
import org.eigenscope.ui.models.rows.Field;
import org.eigenscope.ui.models.rows.Fields;
import org.eigenscope.ui.models.rows.RowsModel;
import org.eigenscope.ui.models.step.StepModel;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.Outcome;

/** The plot of a study's rows: which one, of what, and what is chosen in it. It shows the rows that the table shows. */
public final class PlotModel {
    private static final int MOST_SUGGESTED = 8;

    private final RowsModel rows;
    private final StepModel steps;
    private final LatestTask work;
    private final ObjectProperty<PlotKind> kind = new SimpleObjectProperty<>(this, "kind", PlotKind.DEPTH);
    private final ObjectProperty<Field> x = new SimpleObjectProperty<>(this, "x", Field.of(Column.STEP));
    private final ObjectProperty<Field> y = new SimpleObjectProperty<>(this, "y", Field.of(Column.KAPPA));
    private final ObjectProperty<Optional<Field>> group = new SimpleObjectProperty<>(this, "group", Optional.empty());
    private final ObjectProperty<PlotRequest.Sides> sides =
            new SimpleObjectProperty<>(this, "sides", new PlotRequest.Sides("", ""));
    private final ReadOnlyObjectWrapper<List<String>> values = new ReadOnlyObjectWrapper<>(this, "values", List.of());
    private final ReadOnlyObjectWrapper<PlotScene> scene = new ReadOnlyObjectWrapper<>(this, "scene", PlotScene.EMPTY);
    private boolean settling;
    private boolean suggested;

    /**
     * @param rows what is shown
     * @param steps the step that is looked at
     * @param work computes coefficients
     */
    public PlotModel(RowsModel rows, StepModel steps, LatestTask work) {
        this.rows = rows;
        this.steps = steps;
        this.work = work;
        InvalidationListener draw = source -> draw();
        kind.addListener(draw);
        x.addListener(draw);
        y.addListener(draw);
        group.addListener((source, old, now) -> settleSides());
        sides.addListener(draw);
        rows.shownProperty().addListener(draw);
        rows.fieldsProperty().addListener((source, old, now) -> settle(now));
        rows.allProperty().addListener((source, old, now) -> suggest(now));
        steps.seriesProperty().addListener((source, old, now) -> {
            if (kind.get() == PlotKind.WATERFALL || kind.get() == PlotKind.ENERGY) {
                draw();
            }
        });
        steps.placeProperty().addListener((source, old, now) -> {
            if (followsStep()) {
                draw();
            }
        });
    }

    /** What was chosen may be an attribute that another study does not have. */
    private void settle(Fields fields) {
        settling = true;
        try {
            x.set(fields.find(x.get().id()).filter(Field::numeric).orElse(fields.of(Column.STEP)));
            y.set(fields.find(y.get().id()).filter(Field::numeric).orElse(fields.of(Column.KAPPA)));
            group.set(group.get().flatMap(field -> fields.find(field.id())));
        } finally {
            settling = false;
        }
        settleSides();
    }

    /** An abscissa that there is, and for a study that is new here a group of few values. */
    private void suggest(List<StudyRow> all) {
        boolean none = all.stream().noneMatch(row -> Double.isFinite(x.get().number(row)));
        Optional<Field> along = steps.field();
        if (none && along.isPresent()) {
            x.set(along.get());
        }
        if (group.get().isEmpty() && !suggested && !all.isEmpty()) {
            Optional<Field> found = rows.fieldsProperty().get().grouping().stream()
                    .filter(field -> field.column().isEmpty() && !field.id().equals("seed")
                            || field.column()
                                    .filter(c -> c == Column.MODEL || c == Column.RUN)
                                    .isPresent())
                    .filter(field -> isOfFew(field, all))
                    .max(Comparator.comparing(field -> field.column().isEmpty()));
            suggested = found.isPresent();
            found.ifPresent(field -> group.set(Optional.of(field)));
        }
    }

    private static boolean isOfFew(Field field, List<StudyRow> all) {
        long values = all.stream()
                .map(field::text)
                .filter(text -> !text.isEmpty())
                .distinct()
                .limit(MOST_SUGGESTED + 1)
                .count();
        return values > 1 && values <= MOST_SUGGESTED;
    }

    private void settleSides() {
        List<String> found = group.get()
                .map(field -> rows.allProperty().get().stream()
                        .map(field::text)
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

    private boolean followsStep() {
        return kind.get() == PlotKind.DEPTH || kind.get() == PlotKind.HISTOGRAM || kind.get() == PlotKind.KS;
    }

    private void draw() {
        if (settling) {
            return;
        }
        PlotRequest request = request();
        scene.set(compose(request));
        if (request.kind() == PlotKind.SCATTER && !scene.get().points().isEmpty()) {
            work.submit("Correlating", new CorrelationJob(request), new Outcome<List<String>>() {
                @Override
                public void succeeded(List<String> notes) {
                    scene.set(scene.get().withNotes(notes));
                }

                @Override
                public void failed(EigenscopeException reason) {
                    scene.set(scene.get().withNotes(List.of(reason.getMessage())));
                }
            });
        } else {
            work.cancel();
        }
    }

    private PlotScene compose(PlotRequest request) {
        if (rows.allProperty().get().isEmpty()) {
            return PlotScene.nothing("The study has no row yet.");
        }
        return switch (request.kind()) {
            case WATERFALL ->
                SeriesPlots.waterfall(
                        steps.seriesProperty().get(), rows.allProperty().get());
            case ENERGY -> SeriesPlots.energy(request, steps.layerRows());
            default -> PlotComposer.of(request);
        };
    }

    /** What the plot is of, in words, with the study that it is of. */
    public String description(String study) {
        PlotRequest request = request();
        String metric = request.kind() == PlotKind.KS ? "ks" : request.y().id();
        return request.kind().title() + ": " + metric + " of " + request.rows().size() + " rows of " + study
                + (rows.filterProperty().get().isBlank()
                        ? ""
                        : ", filtered by " + rows.filterProperty().get())
                + ". " + String.join("; ", scene.get().notes());
    }

    private PlotRequest request() {
        List<StudyRow> shown = rows.shownProperty().get();
        return new PlotRequest(
                kind.get(),
                x.get(),
                y.get(),
                group.get(),
                sides.get(),
                followsStep() ? steps.atStep(shown) : shown,
                rows.fieldsProperty().get());
    }

    /**
     * Chooses the rows whose points lie in a rectangle.
     *
     * @param add whether those that are chosen stay so
     */
    public void brush(double x1, double y1, double x2, double y2, boolean add) {
        Set<Long> inside = new HashSet<>();
        for (PlotScene.Point point : scene.get().points()) {
            boolean within = point.x() >= Math.min(x1, x2)
                    && point.x() <= Math.max(x1, x2)
                    && point.y() >= Math.min(y1, y2)
                    && point.y() <= Math.max(y1, y2);
            if (within) {
                inside.add(point.row().id());
            }
        }
        rows.select(inside, add);
    }

    /** Chooses one row, or none. */
    public void choose(Optional<StudyRow> row, boolean add) {
        rows.select(row.stream().map(StudyRow::id).collect(Collectors.toSet()), add);
    }

    /** Tells of the row that the mouse is over. */
    public void point(Optional<StudyRow> row) {
        rows.hoveredProperty().set(row.map(r -> OptionalLong.of(r.id())).orElse(OptionalLong.empty()));
    }

    public RowsModel rows() {
        return rows;
    }

    public ObjectProperty<PlotKind> kindProperty() {
        return kind;
    }

    /** The abscissa of a series or a scatter. */
    public ObjectProperty<Field> xProperty() {
        return x;
    }

    /** The metric. */
    public ObjectProperty<Field> yProperty() {
        return y;
    }

    /** What gives points their colours. */
    public ObjectProperty<Optional<Field>> groupProperty() {
        return group;
    }

    /** The groups that are compared. */
    public ObjectProperty<PlotRequest.Sides> sidesProperty() {
        return sides;
    }

    /** The values of the group. */
    public ReadOnlyObjectProperty<List<String>> valuesProperty() {
        return values.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<PlotScene> sceneProperty() {
        return scene.getReadOnlyProperty();
    }
}
