package org.eigenscope.ui.control;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Controls in a row, the last one at its right end. In a narrower row they shrink as far as they can; where that does not suffice, as
 * with large text, they go on in further rows.
 */
public final class WrappingBar extends Pane {
    private final DoubleProperty spacing = new SimpleDoubleProperty(this, "spacing", 3);

    public WrappingBar() {
        getStyleClass().add("wrapping-bar");
        spacing.addListener((source, old, now) -> requestLayout());
    }

    /** Between neighbours, in pixels. */
    public DoubleProperty spacingProperty() {
        return spacing;
    }

    public double getSpacing() {
        return spacing.get();
    }

    public void setSpacing(double value) {
        spacing.set(value);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private List<List<Node>> rows(double width) {
        if (sum(getManagedChildren(), false) <= width + 1) {
            return List.of(getManagedChildren());
        }
        List<List<Node>> rows = new ArrayList<>();
        double taken = Double.POSITIVE_INFINITY;
        for (Node child : getManagedChildren()) {
            double wanted = snapSizeX(child.prefWidth(-1));
            if (taken + spacing.get() + wanted > width + 1) {
                rows.add(new ArrayList<>());
                taken = -spacing.get();
            }
            rows.get(rows.size() - 1).add(child);
            taken += spacing.get() + wanted;
        }
        return rows;
    }

    private double sum(List<Node> row, boolean preferred) {
        return row.stream()
                        .mapToDouble(child -> snapSizeX(preferred ? child.prefWidth(-1) : child.minWidth(-1)))
                        .sum()
                + spacing.get() * Math.max(0, row.size() - 1);
    }

    /** By how much of what each child can give up a row has to shrink, from 0 to 1. */
    private double shrinkage(List<Node> row, double width) {
        double wanted = sum(row, true);
        double least = sum(row, false);
        return wanted <= width || wanted <= least ? 0 : Math.min(1, (wanted - width) / (wanted - least));
    }

    private double inner(double width) {
        return width < 0 ? Double.MAX_VALUE : width - snappedLeftInset() - snappedRightInset();
    }

    private static double height(List<Node> row) {
        return row.stream().mapToDouble(node -> node.prefHeight(-1)).max().orElse(0);
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + sum(getManagedChildren(), true) + snappedRightInset();
    }

    @Override
    protected double computeMinWidth(double height) {
        return snappedLeftInset()
                + getManagedChildren().stream()
                        .mapToDouble(child -> child.minWidth(-1))
                        .max()
                        .orElse(0)
                + snappedRightInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        List<List<Node>> rows = rows(inner(width));
        double sum = rows.stream().mapToDouble(WrappingBar::height).sum();
        return snappedTopInset() + sum + spacing.get() * Math.max(0, rows.size() - 1) + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        List<List<Node>> rows = rows(inner(getWidth()));
        double natural =
                rows.stream().mapToDouble(WrappingBar::height).sum() + spacing.get() * Math.max(0, rows.size() - 1);
        double y =
                snappedTopInset() + Math.max(0, (getHeight() - snappedTopInset() - snappedBottomInset() - natural) / 2);
        List<Node> all = getManagedChildren();
        for (List<Node> row : rows) {
            double x = snappedLeftInset();
            double high = height(row);
            double shrinkage = shrinkage(row, inner(getWidth()));
            for (Node child : row) {
                double wanted = snapSizeX(child.prefWidth(-1));
                double width = wanted - shrinkage * Math.max(0, wanted - snapSizeX(child.minWidth(-1)));
                double tall = child.prefHeight(width);
                boolean last = child == all.get(all.size() - 1) && rows.size() == 1;
                double left = last ? getWidth() - snappedRightInset() - width : x;
                child.resizeRelocate(snapPositionX(left), snapPositionY(y + (high - tall) / 2), width, tall);
                x += width + spacing.get();
            }
            y += high + spacing.get();
        }
    }
}
