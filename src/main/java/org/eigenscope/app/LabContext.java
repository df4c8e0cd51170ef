package org.eigenscope.app;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.LawFitter;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.ui.main.MainTab;
import org.eigenscope.ui.main.Models;
import org.eigenscope.ui.repulsion.Panels;
import org.eigenscope.ui.repulsion.RepulsionController;
import org.eigenscope.ui.repulsion.lab.LabModel;
import org.eigenscope.ui.repulsion.plane.PlaneModel;
import org.eigenscope.ui.repulsion.power.PowerModel;
import org.eigenscope.ui.repulsion.spacing.LayerModel;
import org.eigenscope.ui.repulsion.structure.StructureTableModel;
import org.eigenscope.ui.settings.Settings;
import org.eigenscope.ui.spectrum.SpectrumModel;
import org.eigenscope.ui.task.ActivityModel;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.theme.ThemeModel;

/** The models of the repulsion lab, and what the spectrum on screen tells them. */
final class LabContext {
    private final AppExecutors executors;
    private final LabModel lab;
    private final Panels panels;

    LabContext(AppExecutors executors, Settings settings, LawFitter fitter) {
        this.executors = executors;
        lab = new LabModel(task(executors.lab()), settings);
        panels = new Panels(
                lab,
                new LayerModel(task(executors.experiments())),
                new StructureTableModel(fitter, task(executors.experiments())),
                new PlaneModel(lab),
                new PowerModel(lab, task(executors.experiments())));
    }

    private LatestTask task(Executor background) {
        return new LatestTask(background, executors.foreground(), new ActivityModel(System::nanoTime));
    }

    /** Runs the lab while its tab is shown, puts every fitted layer on the map, and offers the spectrum on screen as a population. */
    void follow(Models models) {
        lab.shownProperty().bind(models.main().tabProperty().isEqualTo(MainTab.REPULSION));
        models.spectrum()
                .shownProperty()
                .addListener((source, old, shown) ->
                        shown.ifPresent(s -> panels.power().load(s.spectrum().positive())));
        models.fit()
                .league()
                .htmpProperty()
                .addListener((source, old, fit) -> fit.ifPresent(
                        f -> place(models.spectrum().shownProperty().get(), f)));
    }

    private void place(Optional<SpectrumModel.Shown> shown, FitResult fit) {
        ParameterSet fitted = fit.parameters();
        shown.ifPresent(s -> {
            String label = s.tensor().label();
            panels.map().place(new PlaneModel.Dot(label, fitted.get(Parameter.KAPPA), fitted.get(Parameter.GAMMA)));
            panels.layers().load(label, s.spectrum().positive(), fit.law());
        });
    }

    LabModel lab() {
        return lab;
    }

    TabScreen screen(ThemeModel theme) {
        return new TabScreen(
                Objects.requireNonNull(RepulsionController.class.getResource("Repulsion.fxml")),
                Map.of(RepulsionController.class, () -> new RepulsionController(lab, panels, theme)));
    }
}
