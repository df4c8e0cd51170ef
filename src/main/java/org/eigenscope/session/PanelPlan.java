package org.eigenscope.session;

import java.util.List;
import java.util.Objects;

/**
 * What one pair of axes shows.
 *
 * @param title above it, may be empty
 * @param series the spectra in it; several are drawn over each other
 */
public record PanelPlan(String title, List<SeriesPlan> series) {
    public PanelPlan {
        Objects.requireNonNull(title, "title");
        series = List.copyOf(series);
        if (series.isEmpty()) {
            throw new IllegalArgumentException("series is empty");
        }
        if (series.size() > 1 && series.stream().anyMatch(SeriesPlan::isAccompanied)) {
            throw new IllegalArgumentException(
                    "a panel of several spectra has no room for ghosts, spikes and κ by range");
        }
    }
}
