package org.eigenscope.ui.main;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import org.eigenscope.text.Printable;
import org.eigenscope.ui.control.UndoKeys;
import org.eigenscope.ui.library.LibraryController;
import org.eigenscope.ui.spectrum.SpectrumController;

/** The window's frame: panes, status line, drop target and the keys that work everywhere. */
public final class MainController {
    private static final PseudoClass PRESENTING = PseudoClass.getPseudoClass("presenting");

    private final Models models;
    private final Function<MainTab, Parent> loader;
    private final Consumer<List<Path>> opener;
    private Presentation presentation;
    private ChangeListener<Boolean> leaving;

    @FXML
    private Parent root;

    @FXML
    private SplitPane split;

    @FXML
    private Node library;

    @FXML
    private Node fit;

    @FXML
    private TabPane tabs;

    @FXML
    private Tab first;

    @FXML
    private Label status;

    @FXML
    private Label watched;

    @FXML
    private Hyperlink stopWatching;

    @FXML
    private Node dropTarget;

    @FXML
    private MenuController menuController;

    @FXML
    private LibraryController libraryController;

    @FXML
    private SpectrumController spectrumController;

    /**
     * @param models the models of the window
     * @param loader loads a tab's content when it is first looked at
     * @param opener opens files that are dropped
     */
    public MainController(Models models, Function<MainTab, Parent> loader, Consumer<List<Path>> opener) {
        this.models = models;
        this.loader = loader;
        this.opener = opener;
    }

    @FXML
    private void initialize() {
        status.textProperty().bind(models.main().statusProperty());
        Tooltip evidence = new Tooltip();
        evidence.setOnShowing(shown -> evidence.setText(models.main().phaseEvidence()));
        status.textProperty()
                .addListener((source, old, text) ->
                        status.setTooltip(models.main().phaseEvidence().isEmpty() ? null : evidence));
        showWatching();
        SplitPane.setResizableWithParent(library, false);
        SplitPane.setResizableWithParent(fit, false);
        fold(library, models.main().libraryShownProperty(), true);
        fold(fit, models.main().fitShownProperty(), false);
        addTabs();
        menuController.connectChart(spectrumController::resetZoom);
        root.sceneProperty().addListener((source, old, scene) -> {
            UndoKeys.follow(scene, menuController::undo, menuController::redo);
            Platform.runLater(libraryController::focus);
        });
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        presentation = new Presentation(root);
        models.theme().presentingProperty().addListener((source, old, presenting) -> present(presenting));
        root.setOnDragOver(this::offerDrop);
        root.setOnDragEntered(event -> dropTarget.setVisible(
                event.getGestureSource() == null && event.getDragboard().hasFiles()));
        root.setOnDragExited(event -> dropTarget.setVisible(false));
        root.setOnDragDropped(this::drop);
    }

    /** Fills the screen and leaves charts and text alone, or goes back to how the window was. */
    private void present(boolean presenting) {
        root.pseudoClassStateChanged(PRESENTING, presenting);
        if (presenting) {
            presentation.begin();
        } else {
            presentation.end();
        }
        if (root.getScene().getWindow() instanceof Stage stage) {
            stage.setFullScreenExitHint("");
            stage.setFullScreen(presenting);
            if (leaving == null) {
                // the window manager or Esc may end it too
                leaving = (source, old, full) -> {
                    if (!full) {
                        models.theme().presentingProperty().set(false);
                    }
                };
                stage.fullScreenProperty().addListener(leaving);
            }
        }
    }

    private void showWatching() {
        ReadOnlyStringProperty told = models.main().watching().statusProperty();
        watched.textProperty().bind(Bindings.createStringBinding(() -> Printable.of(told.get()), told));
        watched.managedProperty().bind(told.isNotEmpty());
        watched.visibleProperty().bind(told.isNotEmpty());
        stopWatching.managedProperty().bind(told.isNotEmpty());
        stopWatching.visibleProperty().bind(told.isNotEmpty());
        stopWatching.setAccessibleText("Stop watching the folder");
        stopWatching.setTooltip(new Tooltip("Stop watching the folder. Sessions do not remember that it is watched."));
    }

    @FXML
    private void stopWatching() {
        models.main().watching().stop();
    }

    /** Takes a pane out of the window and puts it back, as wide as it was. */
    private void fold(Node pane, BooleanProperty shown, boolean first) {
        double[] width = {0};
        shown.addListener((source, old, isShown) -> {
            double[] before = split.getDividerPositions();
            if (isShown && !split.getItems().contains(pane)) {
                split.getItems().add(first ? 0 : split.getItems().size(), pane);
                double wide = width[0] > 0 ? width[0] : pane.prefWidth(-1);
                double part = wide / Math.max(1, split.getWidth());
                int divider = first ? 0 : split.getItems().size() - 2;
                if (first && before.length > 0) {
                    split.setDividerPosition(1, before[0]);
                }
                split.setDividerPosition(divider, first ? part : 1 - part);
            } else if (!isShown) {
                width[0] = pane.getLayoutBounds().getWidth();
                split.getItems().remove(pane);
                if (split.getItems().size() == 2 && before.length == 2) {
                    split.setDividerPosition(0, first ? before[1] : before[0]);
                }
            }
        });
    }

    private void addTabs() {
        first.setText(MainTab.SPECTRUM.title());
        for (MainTab tab : MainTab.values()) {
            if (tab != MainTab.SPECTRUM) {
                tabs.getTabs().add(new Tab(tab.title()));
            }
        }
        ObjectProperty<MainTab> shown = models.main().tabProperty();
        tabs.getSelectionModel()
                .selectedIndexProperty()
                .addListener((source, old, index) -> shown.set(MainTab.at(index.intValue())));
        shown.addListener((source, old, tab) -> show(tab));
        show(shown.get());
    }

    private void show(MainTab wanted) {
        Tab tab = tabs.getTabs().get(wanted.place());
        if (tab.getContent() == null) {
            tab.setContent(loader.apply(wanted));
        }
        tabs.getSelectionModel().select(tab);
        if (models.theme().presentingProperty().get()) {
            presentation.begin();
        }
    }

    private void key(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextInputControl;
        boolean modified = event.isShortcutDown() || event.isAltDown() || event.isMetaDown();
        if (event.getCode() == KeyCode.ESCAPE) {
            models.main().cancel();
            models.theme().presentingProperty().set(false);
        } else if (event.getCode() == KeyCode.P && !typing && !modified) {
            models.theme()
                    .presentingProperty()
                    .set(!models.theme().presentingProperty().get());
        } else if (typing || modified || !onSpectrum() || !plainKey(event.getCode())) {
            return;
        }
        event.consume();
    }

    private boolean onSpectrum() {
        return models.main().tabProperty().get() == MainTab.SPECTRUM;
    }

    private boolean plainKey(KeyCode code) {
        switch (code) {
            case R -> models.fit().refitAll();
            case X ->
                models.spectrum()
                        .logXProperty()
                        .set(!models.spectrum().logXProperty().get());
            case Y ->
                models.spectrum()
                        .logYProperty()
                        .set(!models.spectrum().logYProperty().get());
            case DIGIT0, NUMPAD0 -> spectrumController.resetZoom();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void offerDrop(DragEvent event) {
        // a figure that is dragged out of the window and back is not opened
        if (event.getGestureSource() == null && event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void drop(DragEvent event) {
        Dragboard board = event.getDragboard();
        if (board.hasFiles()) {
            opener.accept(board.getFiles().stream().map(File::toPath).toList());
        }
        event.setDropCompleted(board.hasFiles());
        event.consume();
    }
}
