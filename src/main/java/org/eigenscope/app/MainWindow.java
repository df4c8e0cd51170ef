package org.eigenscope.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.fxml.FXMLLoader;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.eigenscope.ui.document.DocumentOpener;
import org.eigenscope.ui.figure.dialog.FigureNoticeController;
import org.eigenscope.ui.figure.dialog.FigureToolsController;
import org.eigenscope.ui.fit.DerivedController;
import org.eigenscope.ui.fit.FitController;
import org.eigenscope.ui.fit.MetricsController;
import org.eigenscope.ui.fit.TrimController;
import org.eigenscope.ui.fit.league.LeagueController;
import org.eigenscope.ui.fit.likelihood.LikelihoodMapController;
import org.eigenscope.ui.fit.parameter.ParameterRowController;
import org.eigenscope.ui.library.LibraryController;
import org.eigenscope.ui.main.BugDialog;
import org.eigenscope.ui.main.HelpController;
import org.eigenscope.ui.main.MainController;
import org.eigenscope.ui.main.MainTab;
import org.eigenscope.ui.main.MenuController;
import org.eigenscope.ui.main.Models;
import org.eigenscope.ui.spectrum.ChartBarController;
import org.eigenscope.ui.spectrum.ConventionsController;
import org.eigenscope.ui.spectrum.DataController;
import org.eigenscope.ui.spectrum.SpectrumController;
import org.eigenscope.ui.text.WindowText;
import org.eigenscope.ui.theme.Stylesheets;

/** Loads the screens, gives every controller its models, and puts them on a stage. */
final class MainWindow {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final int[] ICON_SIZES = {16, 32, 64, 128};
    private static final double LEAST_WIDTH = 960;
    private static final double LEAST_HEIGHT = 600;

    private final Models models;
    private final Map<Class<?>, Supplier<Object>> controllers;

    MainWindow(
            Models models,
            DocumentOpener documents,
            ChartContext chart,
            FigureContext figures,
            ModelsContext studies,
            Map<MainTab, TabScreen> tabs,
            Activities activities) {
        this.models = models;
        controllers = new HashMap<>(windowControllers(models, documents, figures, studies));
        controllers.putAll(spectrumControllers(models, chart, activities));
        controllers.put(
                MainController.class,
                () -> new MainController(models, tab -> load(tabs.get(tab).view()), studies.dropping(documents)));
        tabs.values().forEach(tab -> controllers.putAll(tab.controllers()));
    }

    /** Of the menu and of what lies around the tabs. */
    private static Map<Class<?>, Supplier<Object>> windowControllers(
            Models models, DocumentOpener documents, FigureContext figures, ModelsContext studies) {
        return Map.of(
                MenuController.class,
                () -> new MenuController(models, documents, figures.actions(), studies.verbs()),
                HelpController.class,
                () -> new HelpController(models.main()),
                FigureToolsController.class,
                figures::tools,
                FigureNoticeController.class,
                figures::notice);
    }

    /** Of the library, the chart and the fit. */
    private static Map<Class<?>, Supplier<Object>> spectrumControllers(
            Models models, ChartContext chart, Activities activities) {
        return Map.ofEntries(
                Map.entry(
                        LibraryController.class,
                        () -> new LibraryController(models.library(), activities.of(ActivityKind.OPENING))),
                Map.entry(
                        SpectrumController.class,
                        () -> new SpectrumController(
                                models.spectrum(),
                                models.fit(),
                                chart.extras(),
                                models.theme(),
                                activities.of(ActivityKind.LOADING),
                                models.library().openingProperty(),
                                models.library().failureProperty())),
                Map.entry(DataController.class, () -> new DataController(models.spectrum())),
                Map.entry(ConventionsController.class, () -> new ConventionsController(models.spectrum())),
                Map.entry(
                        FitController.class,
                        () -> new FitController(
                                models.fit(),
                                chart.pictures().strips(),
                                models.theme(),
                                activities.of(ActivityKind.REFITTING),
                                activities.of(ActivityKind.COMPARING))),
                Map.entry(ChartBarController.class, () -> new ChartBarController(models.spectrum(), chart.extras())),
                Map.entry(
                        LikelihoodMapController.class,
                        () -> new LikelihoodMapController(chart.pictures().map(), models.theme())),
                Map.entry(TrimController.class, () -> new TrimController(models.fit())),
                Map.entry(DerivedController.class, () -> new DerivedController(models.fit())),
                Map.entry(
                        MetricsController.class,
                        () -> new MetricsController(models.main().phase())),
                Map.entry(
                        LeagueController.class,
                        () -> new LeagueController(models.fit().league())),
                Map.entry(ParameterRowController.class, ParameterRowController::new));
    }

    void show(Stage stage) {
        BugDialog bugs = new BugDialog();
        Thread.currentThread().setUncaughtExceptionHandler((thread, bug) -> bugs.show(bug));
        Scene scene = new Scene(load(MainController.class.getResource("Main.fxml")), WIDTH, HEIGHT);
        Stylesheets.follow(models.theme(), scene);
        stage.setScene(scene);
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.titleProperty().bind(models.main().titleProperty());
        addIcons(stage);
        stage.show();
        // Some window managers answer late with a size of their own; what is asked for once shown, stays.
        Platform.runLater(() -> fit(stage));
    }

    private static void fit(Stage stage) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(WIDTH, screen.getWidth()));
        stage.setHeight(Math.min(HEIGHT, screen.getHeight()));
        stage.centerOnScreen();
    }

    private static void addIcons(Stage stage) {
        for (int size : ICON_SIZES) {
            String name = "eigenscope-" + size + ".png";
            URL icon = Objects.requireNonNull(MainController.class.getResource(name), name);
            stage.getIcons().add(new Image(icon.toExternalForm()));
        }
    }

    private Parent load(URL screen) {
        FXMLLoader loader = new FXMLLoader(screen, WindowText.bundle());
        loader.setControllerFactory(type -> controllers.get(type).get());
        try {
            return loader.load();
        } catch (IOException damagedBuild) {
            throw new UncheckedIOException(damagedBuild);
        }
    }
}
