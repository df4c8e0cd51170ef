package org.eigenscope.ui.main;

import java.io.File;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import org.eigenscope.ui.library.LibraryController;
import org.eigenscope.ui.spectrum.SpectrumController;

/** The window's frame: panes, status line, drop target and the keys that work everywhere. */
public final class MainController {
    private final Models models;

    @FXML
    private Parent root;

    @FXML
    private Node library;

    @FXML
    private Node fit;

    @FXML
    private Label status;

    @FXML
    private Node dropTarget;

    @FXML
    private MenuController menuController;

    @FXML
    private LibraryController libraryController;

    @FXML
    private SpectrumController spectrumController;

    public MainController(Models models) {
        this.models = models;
    }

    @FXML
    private void initialize() {
        status.textProperty().bind(models.main().statusProperty());
        Tooltip evidence = new Tooltip();
        evidence.setOnShowing(shown -> evidence.setText(models.main().phaseEvidence()));
        status.textProperty()
                .addListener((source, old, text) ->
                        status.setTooltip(models.main().phaseEvidence().isEmpty() ? null : evidence));
        SplitPane.setResizableWithParent(library, false);
        SplitPane.setResizableWithParent(fit, false);
        menuController.connectChart(spectrumController::copyImage, spectrumController::resetZoom);
        root.sceneProperty().addListener((source, old, scene) -> Platform.runLater(libraryController::focus));
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        root.setOnDragOver(this::offerDrop);
        root.setOnDragEntered(
                event -> dropTarget.setVisible(event.getDragboard().hasFiles()));
        root.setOnDragExited(event -> dropTarget.setVisible(false));
        root.setOnDragDropped(this::drop);
    }

    private void key(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextInputControl;
        boolean modified = event.isShortcutDown() || event.isAltDown() || event.isMetaDown();
        if (event.getCode() == KeyCode.ESCAPE) {
            models.main().cancel();
        } else if (typing || modified || !plainKey(event.getCode())) {
            return;
        }
        event.consume();
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
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void drop(DragEvent event) {
        Dragboard board = event.getDragboard();
        if (board.hasFiles()) {
            models.library()
                    .openPaths(board.getFiles().stream().map(File::toPath).toList());
        }
        event.setDropCompleted(board.hasFiles());
        event.consume();
    }
}
