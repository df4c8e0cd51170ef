package org.eigenscope.ui.library;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/** Draws a {@link Sparkline} as bars; takes no room while there is none. */
public final class SparkBars extends Region {
    private static final double BAR = 2;
    private static final double GAP = 1;
    private static final double HEIGHT = 16;
    private static final double LEAST_HEIGHT = 1;

    private final Path path = new Path();
    private final ObjectProperty<Sparkline> sparkline = new SimpleObjectProperty<>(this, "sparkline", Sparkline.EMPTY);

    public SparkBars() {
        getStyleClass().add("spark-bars");
        path.getStyleClass().add("spark");
        path.setStroke(null);
        path.setManaged(false);
        getChildren().add(path);
        sparkline.addListener((source, old, value) -> draw());
        draw();
    }

    /** What is drawn. */
    public ObjectProperty<Sparkline> sparklineProperty() {
        return sparkline;
    }

    private void draw() {
        double[] heights = sparkline.get().heights();
        path.getElements().clear();
        for (int i = 0; i < heights.length; i++) {
            double left = i * (BAR + GAP);
            double top = HEIGHT - Math.max(LEAST_HEIGHT, Math.rint(heights[i] * HEIGHT));
            path.getElements()
                    .addAll(
                            new MoveTo(left, HEIGHT),
                            new LineTo(left, top),
                            new LineTo(left + BAR, top),
                            new LineTo(left + BAR, HEIGHT),
                            new ClosePath());
        }
        double width = heights.length == 0 ? 0 : heights.length * (BAR + GAP) - GAP;
        setMinSize(width, HEIGHT);
        setPrefSize(width, HEIGHT);
        setMaxSize(width, HEIGHT);
        setManaged(width > 0);
    }
}
