package org.eigenscope.app;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eigenscope.session.StudyView;
import org.eigenscope.study.plot.PlotKind;
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
                                plot.groupProperty().get().map(Field::id).orElse("")),
                        Double.isNaN(step) ? OptionalDouble.empty() : OptionalDouble.of(step)));
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
        view.step().ifPresent(models.views().steps()::goTo);
    }
}
