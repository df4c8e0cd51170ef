package org.eigenscope.ui.control;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * A line of labels that never makes the pane around it wider: where they have no room together, those of the style class
 * {@code droppable} are left out, the first one first. A child that grows has what the others leave.
 */
public final class DroppingBox extends HBox {
    private static final String DROPPABLE = "droppable";
    /** Widths are rounded to whole pixels. */
    private static final double ROUNDING = 0.5;

    private boolean isDroppable(Node child) {
        return child.getStyleClass().contains(DROPPABLE);
    }

    private static boolean grows(Node child) {
        return getHgrow(child) == Priority.ALWAYS;
    }

    private double inner() {
        return getWidth() - snappedLeftInset() - snappedRightInset();
    }

    private double sum(List<Node> line) {
        return line.stream()
                        .mapToDouble(child -> snapSizeX(child.prefWidth(-1)))
                        .sum()
                + getSpacing() * Math.max(0, line.size() - 1);
    }

    @Override
    protected double computeMinWidth(double height) {
        return snappedLeftInset() + snappedRightInset();
    }

    @Override
    protected void layoutChildren() {
        double missing = sum(getManagedChildren()) - inner();
        for (Node child : getChildren()) {
            if (isDroppable(child)) {
                child.setVisible(child.isManaged() && missing <= ROUNDING);
                missing -= child.isManaged() && !child.isVisible() ? snapSizeX(child.prefWidth(-1)) + getSpacing() : 0;
            }
        }
        List<Node> line = getManagedChildren().stream()
                .filter(child -> child.isVisible() || !isDroppable(child))
                .toList();
        double left = inner() - sum(line.stream().filter(child -> !grows(child)).toList()) - getSpacing();
        double x = snappedLeftInset();
        double high = getHeight() - snappedTopInset() - snappedBottomInset();
        for (Node child : line) {
            double width = grows(child) ? Math.max(0, left) : snapSizeX(child.prefWidth(-1));
            layoutInArea(
                    child,
                    x,
                    snappedTopInset(),
                    width,
                    high,
                    0,
                    getAlignment().getHpos(),
                    getAlignment().getVpos());
            x += width + getSpacing();
        }
    }
}
