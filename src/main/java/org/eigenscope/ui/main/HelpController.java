package org.eigenscope.ui.main;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;

/** The help overlay: shortcuts and notation. */
public final class HelpController {
    private record Entry(String term, String meaning) {}

    private static final List<Entry> SHORTCUTS = List.of(
            new Entry("Ctrl+O", "open files (Ctrl+Shift+O a folder)"),
            new Entry("Ctrl+1 … 9", "open a recent file"),
            new Entry("R", "refit everything not locked"),
            new Entry("double-click", "let the fit set a slider again"),
            new Entry("← →", "move a slider (with Shift finely)"),
            new Entry("Ctrl+Z", "undo a drag (Ctrl+Shift+Z redo)"),
            new Entry("X, Y", "logarithmic axes on and off"),
            new Entry("0", "show the whole spectrum"),
            new Entry("drag, wheel", "zoom the chart; drag the τ line"),
            new Entry("Ctrl+C", "copy the figure, as pixels and as SVG"),
            new Entry("Ctrl+E", "the figure for paper (Ctrl+S save it)"),
            new Entry("Enter, Space", "in Models: open a row’s spectrum, pin it"),
            new Entry("Ctrl+ +, −, 0", "larger, smaller, usual text"),
            new Entry("P, F11", "presenter mode: charts on the whole screen"),
            new Entry("Ctrl+W", "close a dialog, or the selected file"),
            new Entry("Ctrl+D", "dark theme"),
            new Entry("F1", "the guide to this tab (Shift+F1 this list)"),
            new Entry("Esc", "stop background work, dismiss messages"));

    private static final List<Entry> NOTATION = List.of(
            new Entry("λ", "eigenvalue of the smaller Gram matrix, σ²"),
            new Entry("κ", "repulsion; κ → ∞ is Marchenko–Pastur"),
            new Entry("γ", "aspect ratio min(m,n)/max(m,n)"),
            new Entry("τ", "floor of the spectrum"),
            new Entry("s", "scale"),
            new Entry("inverse", "λ = τ + s/X,  X ~ HTMP(γ, κ)"),
            new Entry("direct", "λ = τ + s·X"),
            new Entry("α (HTMP)", "1 + (κ/2)(1 + 1/γ)"),
            new Entry("β (HTMP)", "κs/2γ inverse, κ/2γs direct"),
            new Entry("α_PL", "exponent of a power-law tail, another number"),
            new Entry("β = κ/N", "Dyson index of the repulsion, another number"),
            new Entry("ΔAIC", "Akaike's criterion above the best law"),
            new Entry("KS", "largest distance between the distribution functions"));

    private final MainModel model;
    private Node before;

    @FXML
    private Node root;

    @FXML
    private Button close;

    @FXML
    private GridPane shortcuts;

    @FXML
    private GridPane notation;

    public HelpController(MainModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        fill(shortcuts, SHORTCUTS);
        fill(notation, NOTATION);
        root.visibleProperty().bind(model.helpShownProperty());
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.F1) {
                close();
                event.consume();
            }
        });
        root.setOnMouseClicked(event -> {
            if (event.getTarget() == root) {
                close();
            }
        });
        model.helpShownProperty().addListener((source, old, shown) -> {
            if (shown) {
                before = root.getScene().getFocusOwner();
                close.requestFocus();
            } else if (before != null) {
                before.requestFocus();
            }
        });
    }

    private static void fill(GridPane grid, List<Entry> entries) {
        for (int row = 0; row < entries.size(); row++) {
            Label term = new Label(entries.get(row).term());
            term.getStyleClass().add("help-term");
            Label meaning = new Label(entries.get(row).meaning());
            grid.addRow(row, term, meaning);
        }
    }

    @FXML
    private void close() {
        model.helpShownProperty().set(false);
    }
}
