package org.eigenscope.ui.fit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.eigenscope.ui.text.Numbers;

/** The metrics that are quoted of layers, as the command line prints them; they use every eigenvalue, whatever is trimmed. */
public final class MetricsController {
    private static final String NONE = "–";
    private static final int COLUMNS_EACH = 3;
    private static final Set<String> COUNTS = Set.of("tail_count", "rank", "bulk_spikes");

    private static final List<Entry> ENTRIES = List.of(
            new Entry(
                    "tail_alpha",
                    "α_PL",
                    "Exponent of the power law ρ ~ λ^(−α) fitted to the upper tail by maximum likelihood."),
            new Entry("tail_D", "D", "Kolmogorov–Smirnov distance of that tail; smaller is better."),
            new Entry("tail_xmin", "x_min", "Where the tail begins, chosen to make D least. In units of λ."),
            new Entry("tail_count", "n_tail", "Eigenvalues in the tail."),
            new Entry("stable_rank", "stable rank", "Σλ/λmax."),
            new Entry("entropy", "entropy", "−Σ p ln p / ln(rank), p = λ/Σλ; 1 if all are equal."),
            new Entry("spectral_norm", "λmax", "The largest eigenvalue."),
            new Entry("rank", "rank", "Eigenvalues less the zeros."),
            new Entry("tail_alpha_weighted", "α_PL lg λmax", "α_PL times the decimal logarithm of λmax."),
            new Entry("bulk_spikes", "spikes", "Eigenvalues above the edge of the Marchenko–Pastur bulk."));

    private final PhaseModel model;

    @FXML
    private GridPane table;

    /**
     * A metric on screen.
     *
     * @param key its name on the command line
     * @param symbol its name on screen
     * @param meaning its definition
     */
    private record Entry(String key, String symbol, String meaning) {
        /** Counts are whole. */
        String text(double value) {
            return COUNTS.contains(key) ? Numbers.count(Math.round(value)) : Numbers.format(value);
        }
    }

    public MetricsController(PhaseModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        model.metricsProperty().addListener((source, old, metrics) -> show(metrics));
        show(model.metricsProperty().get());
    }

    private void show(Map<String, Double> metrics) {
        table.getChildren().clear();
        for (int i = 0; i < ENTRIES.size(); i++) {
            Entry entry = ENTRIES.get(i);
            Double value = metrics.get(entry.key());
            Label name = new Label(entry.symbol());
            Label number = new Label(value == null ? NONE : entry.text(value));
            name.getStyleClass().add("number-name");
            number.getStyleClass().add("number");
            number.setMinWidth(Region.USE_PREF_SIZE);
            Tooltip meaning = new Tooltip(entry.meaning() + "\nOn the command line: " + entry.key());
            name.setTooltip(meaning);
            number.setTooltip(meaning);
            name.setLabelFor(number);
            number.setAccessibleText(entry.symbol() + " " + number.getText());
            int column = i % 2 * COLUMNS_EACH;
            table.add(name, column, i / 2);
            table.add(number, column + 1, i / 2);
        }
    }
}
