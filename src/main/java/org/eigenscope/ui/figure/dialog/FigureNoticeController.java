package org.eigenscope.ui.figure.dialog;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.eigenscope.ui.figure.FigureModel;
import org.eigenscope.ui.figure.SheetScene;

/** Says that the figure is a sheet that was opened, while the chart shows one of its spectra. */
public final class FigureNoticeController {
    private final FigureModel model;
    private final FigureActions actions;
    private final boolean inDialog;

    @FXML
    private HBox root;

    @FXML
    private Label sentence;

    @FXML
    private Button edit;

    /** @param inDialog whether it stands in the dialog already */
    public FigureNoticeController(FigureModel model, FigureActions actions, boolean inDialog) {
        this.model = model;
        this.inDialog = inDialog;
        this.actions = actions;
    }

    @FXML
    private void initialize() {
        edit.setVisible(!inDialog);
        edit.setManaged(!inDialog);
        root.managedProperty().bind(root.visibleProperty());
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(sentence.textProperty());
        sentence.setTooltip(whole);
        model.sheetProperty().addListener((source, old, sheet) -> show(sheet));
        show(model.sheetProperty().get());
    }

    private void show(Optional<SheetScene> sheet) {
        sentence.setText(sheet.map(SheetScene::sentence).orElse(""));
        root.setVisible(sheet.isPresent());
    }

    @FXML
    private void edit() {
        actions.showDialog(root.getScene().getWindow());
    }

    @FXML
    private void leave() {
        model.leaveSheet();
    }
}
