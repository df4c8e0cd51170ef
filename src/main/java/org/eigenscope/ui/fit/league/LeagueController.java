package org.eigenscope.ui.fit.league;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import org.eigenscope.figure.style.CurveRole;
import org.eigenscope.fit.FitResult;
import org.eigenscope.fit.compare.LeagueRow;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.ui.fit.parameter.WarningPlacement;
import org.eigenscope.ui.text.Numbers;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The table that compares the laws, the best marked. */
public final class LeagueController {
    private static final PseudoClass BEST = PseudoClass.getPseudoClass("best");
    private static final double SWATCH_LENGTH = 24;
    private static final double WIDE = 330;

    private final LeagueModel model;
    private List<Label> heldRow = List.of();
    private final Map<LawFamily, CheckBox> ticks = new EnumMap<>(LawFamily.class);

    @FXML
    private GridPane table;

    @FXML
    private Label placeholder;

    @FXML
    private Label remark;

    public LeagueController(LeagueModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        for (int column = 0; column < 5; column++) {
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setHalignment(column == 1 ? HPos.LEFT : HPos.RIGHT);
            constraints.setHgrow(column == 1 ? Priority.ALWAYS : Priority.SOMETIMES);
            table.getColumnConstraints().add(constraints);
        }
        remark.textProperty().bind(model.remarkProperty());
        remark.visibleProperty().bind(model.remarkProperty().isNotEmpty());
        remark.managedProperty().bind(remark.visibleProperty());
        model.rowsProperty().addListener((source, old, rows) -> show(rows));
        show(model.rowsProperty().get());
        model.heldProperty().addListener((source, old, held) -> showHeld());
        model.tickedProperty().addListener((source, old, ticked) -> showTicks());
    }

    /** Shows the ticks of the model, which a restored session changes too. */
    private void showTicks() {
        ticks.forEach((family, box) -> box.setSelected(model.isTicked(family)));
    }

    private void show(List<LeagueRow> rows) {
        placeholder.setVisible(rows.isEmpty());
        placeholder.setManaged(rows.isEmpty());
        table.setVisible(!rows.isEmpty());
        table.setManaged(!rows.isEmpty());
        table.getChildren().clear();
        heldRow = List.of();
        ticks.clear();
        table.add(
                header(
                        "law",
                        "Each law is fitted on its own, in both orientations. A locked parameter is held in the laws of the same orientation, γ in all."),
                1,
                0);
        table.add(inWidePane(header("log L", "Σ ln ρ(λ) at the law's own best fit; larger is better")), 2, 0);
        table.add(
                header(
                        "ΔAIC",
                        "Akaike's criterion 2k − 2 ln L above the best; 0 is best. Outliers beside a bounded law count as two parameters."),
                3,
                0);
        table.add(header("KS", "Kolmogorov–Smirnov distance sup |F_data − F_law|; smaller is better"), 4, 0);
        for (int i = 0; i < rows.size(); i++) {
            addRow(rows.get(i), i + 1);
        }
        addHeld(rows.size() + 1);
    }

    /** The last row, kept free while nothing is set by hand, so that nothing below moves during a drag. */
    private void addHeld(int index) {
        Label name = new Label("held curve");
        name.setMinWidth(0);
        name.setTooltip(new Tooltip("HTMP at the values on screen, some set by hand."
                + " It counts as many parameters as the law's own fit."));
        heldRow = List.of(name, number(""), number(""));
        heldRow.forEach(label -> label.getStyleClass().add("held-curve"));
        table.add(swatch(CurveRole.of(model.drawnFamily())), 0, index);
        table.add(name, 1, index);
        table.add(inWidePane(heldRow.get(1)), 2, index);
        table.add(heldRow.get(2), 3, index);
        showHeld();
    }

    private void showHeld() {
        Optional<HeldCurve> held = model.heldProperty().get();
        if (!heldRow.isEmpty()) {
            heldRow.get(1)
                    .setText(held.map(h -> LeagueText.number(h.logLikelihood())).orElse(""));
            heldRow.get(2)
                    .setText(held.map(h -> LeagueText.number(h.deltaAic())).orElse(""));
            int row = GridPane.getRowIndex(heldRow.get(0));
            table.getChildren().stream()
                    .filter(node -> GridPane.getRowIndex(node) == row)
                    .forEach(node -> node.setVisible(held.isPresent()));
        }
    }

    private void addRow(LeagueRow row, int index) {
        table.add(drawing(row), 0, index);
        Label law = mark(new Label(row.displayName()), row);
        // a long name takes two lines, or the table makes the pane wider than the window
        law.setWrapText(true);
        law.setMinWidth(0);
        law.setMinHeight(Region.USE_PREF_SIZE);
        law.setGraphic(note(row));
        law.setContentDisplay(ContentDisplay.RIGHT);
        law.setTooltip(new Tooltip(LeagueText.of(row)));
        law.setAccessibleText(LeagueText.of(row));
        table.add(law, 1, index);
        row.result().ifPresent(result -> addNumbers(row, result, index));
    }

    /** How the row's law is drawn: always, or with its own fit when it is ticked. */
    private Node drawing(LeagueRow row) {
        Line swatch = swatch(CurveRole.of(row.family()));
        return model.isDrawnOnRequest(row.family()) ? tick(row, swatch) : swatch;
    }

    private Node tick(LeagueRow row, Line swatch) {
        CheckBox box = new CheckBox();
        box.setSelected(model.isTicked(row.family()));
        box.setDisable(row.result().isEmpty());
        String meaning = "Draw the " + row.displayName() + " at its own best fit";
        box.setTooltip(new Tooltip(meaning));
        box.setAccessibleText(meaning);
        box.selectedProperty().addListener((source, old, on) -> model.tick(row.family(), on));
        ticks.put(row.family(), box);
        HBox cell = new HBox(box, swatch);
        cell.getStyleClass().add("league-tick");
        cell.setMinWidth(Region.USE_PREF_SIZE);
        return cell;
    }

    private void addNumbers(LeagueRow row, FitResult result, int index) {
        table.add(inWidePane(mark(number(LeagueText.number(result.logLikelihood())), row)), 2, index);
        table.add(mark(number(LeagueText.number(row.deltaAic())), row), 3, index);
        table.add(mark(number(Numbers.formatFixed3(result.kolmogorovSmirnov())), row), 4, index);
    }

    /** One mark beside the name: a warning, or else the mark of the best law, which is bold in any case. */
    private static Node note(LeagueRow row) {
        boolean doubtful = row.result().map(WarningPlacement::isDoubtful).orElse(true);
        HBox notes = new HBox();
        notes.getStyleClass().add("league-notes");
        if (doubtful) {
            notes.getChildren().add(icon(Feather.ALERT_TRIANGLE, "warning"));
        } else if (LeagueText.isBest(row)) {
            notes.getChildren().add(icon(Feather.AWARD, "best"));
        }
        return notes;
    }

    private static FontIcon icon(Feather code, String style) {
        FontIcon icon = new FontIcon(code);
        icon.getStyleClass().add(style);
        return icon;
    }

    /** Left out where the names of the laws need the room; the tooltip of a row has it in any case. */
    private Label inWidePane(Label label) {
        label.managedProperty().bind(table.widthProperty().greaterThan(WIDE));
        label.opacityProperty()
                .bind(Bindings.when(label.managedProperty()).then(1).otherwise(0));
        return label;
    }

    private static Label header(String text, String meaning) {
        Label label = new Label(text);
        label.getStyleClass().addAll("league-header", "caption", "text-muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setTooltip(new Tooltip(meaning));
        return label;
    }

    private static Label number(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("number");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label mark(Label label, LeagueRow row) {
        label.getStyleClass().add("league-cell");
        label.pseudoClassStateChanged(BEST, LeagueText.isBest(row));
        return label;
    }

    private static Line swatch(CurveRole role) {
        Line line = new Line(0, 0, SWATCH_LENGTH, 0);
        line.getStyleClass().addAll("swatch", "law-" + role.id());
        line.getStrokeDashArray().setAll(role.style().dashes());
        return line;
    }
}
