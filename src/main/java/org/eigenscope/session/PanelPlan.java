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
    }
}
