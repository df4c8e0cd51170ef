package org.eigenscope.ui.main;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.eigenscope.text.Printable;
import org.eigenscope.ui.document.DocumentOpener;
import org.eigenscope.ui.figure.dialog.FigureActions;
import org.eigenscope.ui.models.StudyVerbs;
import org.eigenscope.ui.watch.WatchingModel;

/** The menu bar: forwards verbs to the models. */
public final class MenuController {
    private final Models models;
    private final DocumentOpener documents;
    private final FigureActions figures;
    private final StudyVerbs studies;
    private final ChangesWindow changes;
    private Runnable resetZoom = () -> {};

    @FXML
    private Menu recent;

    @FXML
    private MenuItem undo;

    @FXML
    private MenuItem redo;

    @FXML
    private Menu view;

    @FXML
    private CheckMenuItem logX;

    @FXML
    private CheckMenuItem symmetricLogX;

    @FXML
    private CheckMenuItem logY;

    @FXML
    private CheckMenuItem libraryShown;

    @FXML
    private CheckMenuItem fitShown;

    @FXML
    private CheckMenuItem presenting;

    @FXML
    private CheckMenuItem dark;

    @FXML
    private CheckMenuItem receive;

    @FXML
    private CheckMenuItem watch;

    /**
     * @param documents opens files and folders
     * @param figures what the menu does with figures and sessions
     * @param studies what it does with studies
     */
    public MenuController(Models models, DocumentOpener documents, FigureActions figures, StudyVerbs studies) {
        this.models = models;
        this.documents = documents;
        this.figures = figures;
        this.studies = studies;
        changes = new ChangesWindow(models.theme());
    }

    /** The verbs that only the chart itself can carry out. */
    void connectChart(Runnable onResetZoom) {
        resetZoom = onResetZoom;
    }

    @FXML
    private void initialize() {
        BooleanBinding elsewhere = models.main().tabProperty().isNotEqualTo(MainTab.SPECTRUM);
        undo.disableProperty().bind(models.fit().undoableProperty().not().or(elsewhere));
        redo.disableProperty().bind(models.fit().redoableProperty().not().or(elsewhere));
        logX.selectedProperty().bindBidirectional(models.spectrum().logXProperty());
        symmetricLogX.selectedProperty().bindBidirectional(models.spectrum().symmetricLogXProperty());
        logY.selectedProperty().bindBidirectional(models.spectrum().logYProperty());
        libraryShown.selectedProperty().bindBidirectional(models.main().libraryShownProperty());
        fitShown.selectedProperty().bindBidirectional(models.main().fitShownProperty());
        presenting.selectedProperty().bindBidirectional(models.theme().presentingProperty());
        dark.selectedProperty().bindBidirectional(models.theme().darkProperty());
        receive.selectedProperty().bindBidirectional(models.main().receiving().wantedProperty());
        models.main()
                .watching()
                .folderProperty()
                .addListener((source, old, folder) -> watch.setSelected(folder.isPresent()));
        addTabs();
        ListChangeListener<Path> update = change -> showRecent();
        models.recent().paths().addListener(update);
        showRecent();
    }

    /** Alt+1, Alt+2, … go to the tabs. */
    private void addTabs() {
        for (MainTab tab : MainTab.values()) {
            MenuItem item = new MenuItem(tab.title());
            item.setAccelerator(digitKey(tab.place(), KeyCombination.ALT_DOWN));
            item.setOnAction(event -> models.main().tabProperty().set(tab));
            view.getItems().add(tab.place(), item);
        }
        view.getItems().add(MainTab.values().length, new SeparatorMenuItem());
    }

    private void showRecent() {
        recent.getItems().clear();
        List<Path> paths = models.recent().paths();
        for (int i = 0; i < paths.size(); i++) {
            recent.getItems().add(recentItem(paths.get(i), i));
        }
        recent.setDisable(paths.isEmpty());
        if (!paths.isEmpty()) {
            MenuItem clear = new MenuItem("Clear This List");
            clear.setOnAction(event -> models.recent().clear());
            recent.getItems().addAll(new SeparatorMenuItem(), clear);
        }
    }

    private MenuItem recentItem(Path path, int index) {
        MenuItem item = new MenuItem(Printable.of(path.toString()));
        item.setMnemonicParsing(false);
        item.setAccelerator(digitKey(index, KeyCombination.SHORTCUT_DOWN));
        item.setOnAction(event -> documents.openPaths(List.of(path)));
        return item;
    }

    /** The key 1 for the first entry of a menu, up to 9; null, which is no shortcut, for those after them. */
    static KeyCombination digitKey(int index, KeyCombination.Modifier modifier) {
        KeyCode digit = KeyCode.getKeyCode(Integer.toString(index + 1));
        return digit == null ? null : new KeyCodeCombination(digit, modifier);
    }

    @FXML
    private void open() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Open matrices, sessions or figures made here");
        firstFolder().ifPresent(chooser::setInitialDirectory);
        List<File> chosen = chooser.showOpenMultipleDialog(window());
        if (chosen != null) {
            documents.openPaths(chosen.stream().map(File::toPath).toList());
        }
    }

    @FXML
    private void openFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Open the matrices in a folder");
        firstFolder().ifPresent(chooser::setInitialDirectory);
        File chosen = chooser.showDialog(window());
        if (chosen != null) {
            documents.openPaths(List.of(chosen.toPath()));
        }
    }

    /** Begins to watch a folder, or stops. */
    @FXML
    private void watchFolder() {
        WatchingModel watching = models.main().watching();
        if (watching.folderProperty().get().isPresent()) {
            watching.stop();
            return;
        }
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Watch a folder for new and replaced checkpoints");
        firstFolder().ifPresent(chooser::setInitialDirectory);
        File chosen = chooser.showDialog(window());
        watch.setSelected(chosen != null);
        if (chosen != null) {
            watching.folderProperty().set(Optional.of(chosen.toPath()));
        }
    }

    private Optional<File> firstFolder() {
        return models.recent().paths().stream()
                .map(Path::getParent)
                .filter(folder -> folder != null && Files.isDirectory(folder))
                .map(Path::toFile)
                .findFirst();
    }

    /** The window of the menu bar; the menu itself knows it only after it was opened once. */
    private Window window() {
        return Window.getWindows().get(0);
    }

    /** Closes the dialog or the help that is open, or else what is selected in the library. */
    @FXML
    private void closeFile() {
        if (models.main().helpShownProperty().get()) {
            models.main().helpShownProperty().set(false);
        } else if (!figures.closeDialog()) {
            models.library().closeSelected();
        }
    }

    @FXML
    private void quit() {
        Platform.exit();
    }

    /** Takes back the last change of the fit, unless another tab hides it. */
    @FXML
    void undo() {
        if (!undo.isDisable()) {
            models.fit().undo();
        }
    }

    /** Makes the change again that was taken back last. */
    @FXML
    void redo() {
        if (!redo.isDisable()) {
            models.fit().redo();
        }
    }

    @FXML
    private void copyFigure() {
        figures.copy();
    }

    @FXML
    private void showFigure() {
        figures.showDialog(window());
    }

    @FXML
    private void saveFigure() {
        figures.saveAs(window());
    }

    @FXML
    private void openSession() {
        figures.openSession(window());
    }

    @FXML
    private void saveSession() {
        figures.saveSession(window());
    }

    @FXML
    private void openStudy() {
        studies.open(window());
    }

    @FXML
    private void studyOfFolder() {
        studies.ofFolder(window());
    }

    @FXML
    private void studyOfFiles() {
        studies.ofFiles(window());
    }

    @FXML
    private void studyOfLibrary() {
        studies.ofLibrary();
    }

    @FXML
    private void enlargeText() {
        models.theme().enlargeText();
    }

    @FXML
    private void reduceText() {
        models.theme().reduceText();
    }

    @FXML
    private void resetTextSize() {
        models.theme().resetTextSize();
    }

    @FXML
    private void resetZoom() {
        resetZoom.run();
    }

    @FXML
    private void refit() {
        models.fit().refitAll();
    }

    @FXML
    private void cancel() {
        models.main().cancel();
    }

    @FXML
    private void help() {
        models.main().help();
    }

    @FXML
    private void shortcuts() {
        models.main().helpShownProperty().set(true);
    }

    @FXML
    private void showChanges() {
        changes.show(window());
    }
}
