package org.eigenscope.ui.main;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;

/**
 * Puts everything away that an audience does not need, and brings it back: controls over and beside charts. A screen names further
 * nodes by the style class {@code not-presented}.
 */
final class Presentation {
    private static final List<String> PUT_AWAY = List.of(
            ".not-presented",
            ".menu-bar",
            ".status-line",
            ".library-pane",
            ".fit-scroll",
            ".chart-controls",
            ".figure-tools",
            ".models-bar",
            ".models-plots > .models-line",
            ".models-rows",
            ".lab-side > .segmented",
            ".lab-side .lab-line");

    private final Parent root;
    private final List<Runnable> back = new ArrayList<>();

    Presentation(Parent root) {
        this.root = root;
    }

    /** Puts away what is there by now; may be repeated when a tab was loaded. */
    void begin() {
        for (String selector : PUT_AWAY) {
            List.copyOf(root.lookupAll(selector)).forEach(this::putAway);
        }
    }

    /** Brings back what was put away, the last one first. */
    void end() {
        Collections.reverse(back);
        back.forEach(Runnable::run);
        back.clear();
    }

    private void putAway(Node node) {
        SplitPane split = splitAround(node);
        if (split != null) {
            takeOut(node, split);
        } else if (node.isManaged()
                && !node.managedProperty().isBound()
                && !node.visibleProperty().isBound()) {
            boolean visible = node.isVisible();
            node.setManaged(false);
            node.setVisible(false);
            back.add(() -> {
                node.setManaged(true);
                node.setVisible(visible);
            });
        }
    }

    /** The split pane that a node is an item of; null if it is none. */
    private static SplitPane splitAround(Node node) {
        for (Parent up = node.getParent(); up != null; up = up.getParent()) {
            if (up instanceof SplitPane split) {
                return split.getItems().contains(node) ? split : null;
            }
        }
        return null;
    }

    private void takeOut(Node node, SplitPane split) {
        double[] dividers = split.getDividerPositions();
        int index = split.getItems().indexOf(node);
        split.getItems().remove(node);
        back.add(() -> {
            if (!split.getItems().contains(node)) {
                split.getItems().add(Math.min(index, split.getItems().size()), node);
                split.setDividerPositions(Arrays.copyOf(dividers, dividers.length));
            }
        });
    }
}
