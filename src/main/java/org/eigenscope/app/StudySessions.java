package org.eigenscope.app;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.eigenscope.session.StudyView;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.plot.PlotKind;
import org.eigenscope.study.plot.PlotRequest;
import org.eigenscope.study.query.Field;
import org.eigenscope.study.query.Fields;
import org.eigenscope.ui.models.ModelsModel;
import org.eigenscope.ui.models.plot.PlotModel;
import org.eigenscope.ui.models.rows.FitSettings;
import org.eigenscope.ui.session.StudyKeeper;

/** The study of the Models tab in sessions. */
record StudySessions(ModelsModel models) implements StudyKeeper {
    @Override
    public Optional<StudyView> now() {
        PlotModel plot = models.views().plot();
        double step = models.views().steps().step();
        return models.study()
                .file()
                .map(file -> new StudyView(
                        file.toAbsolutePath().normalize().toString(),
                        models.study().settingsProperty().get().options(),
                        models.rows().filterProperty().get(),
                        new StudyView.Plot(
                                plot.kindProperty().get().id(),
                                plot.xProperty().get().id(),
                                plot.yProperty().get().id(),
                                plot.groupProperty().get().map(Field::id).orElse(""),
                                plot.layerProperty().get(),
                                plot.sidesProperty().get().a(),
                                plot.sidesProperty().get().b()),
                        Double.isNaN(step) ? OptionalDouble.empty() : OptionalDouble.of(step),
                        chosen()));
    }

    private Optional<StudyView.Row> chosen() {
        List<StudyRow> chosen = models.rows().chosen();
        return chosen.size() == 1 ? Optional.of(named(chosen.get(0))) : Optional.empty();
    }

    private static StudyView.Row named(StudyRow row) {
        return new StudyView.Row(
                row.cells().text(Column.SOURCE),
                row.cells().text(Column.TENSOR),
                row.cells().text(Column.BASE));
    }

    @Override
    public void restore(StudyView view) {
        try {
            models.study().open(Path.of(view.path()), () -> show(view));
        } catch (InvalidPathException impossible) {
            models.study().fail("The session's study “" + view.path() + "” is no path on this system.");
        }
    }

    /** What the study does not have any more is left as it is. */
    private void show(StudyView view) {
        FitSettings settings = new FitSettings(view.settings());
        if (settings.isKnown() || models.study().choicesProperty().get().contains(settings)) {
            models.study().settingsProperty().set(settings);
        }
        models.rows().filterProperty().set(view.filter());
        Fields fields = models.rows().fieldsProperty().get();
        PlotModel plot = models.views().plot();
        Arrays.stream(PlotKind.values())
                .filter(kind -> kind.id().equals(view.plot().kind()))
                .forEach(plot.kindProperty()::set);
        fields.find(view.plot().x()).filter(Field::numeric).ifPresent(plot.xProperty()::set);
        fields.find(view.plot().y()).filter(Field::numeric).ifPresent(plot.yProperty()::set);
        plot.groupProperty().set(fields.find(view.plot().group()));
        if (plot.layersProperty().get().contains(view.plot().layer())
                || view.plot().layer().isEmpty()) {
            plot.layerProperty().set(view.plot().layer());
        }
        List<String> sides = plot.valuesProperty().get();
        if (sides.contains(view.plot().a()) && sides.contains(view.plot().b())) {
            plot.sidesProperty()
                    .set(new PlotRequest.Sides(view.plot().a(), view.plot().b()));
        }
        view.chosen().ifPresent(this::choose);
        // a row that is chosen brings its own step
        view.step().ifPresent(models.views().steps()::goTo);
    }

    private void choose(StudyView.Row wanted) {
        models.rows().allProperty().get().stream()
                .filter(row -> named(row).equals(wanted))
                .findFirst()
                .ifPresent(row -> models.rows().select(Set.of(row.id()), false));
    }
}
