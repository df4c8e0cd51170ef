package org.eigenscope.ui.control;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** Scrolls a pane to what has the focus, which may be out of sight when the Tab key comes to it. */
public final class FocusScroll {
    private static final double MARGIN = 8;

    private FocusScroll() {}

    /** Keeps what has the focus in sight from now on. */
    public static void follow(ScrollPane pane) {
        pane.sceneProperty().addListener((source, old, scene) -> {
            if (scene != null) {
                scene.focusOwnerProperty().addListener((owner, before, now) -> {
                    if (pane.getScene() == scene && now != null && holds(pane.getContent(), now)) {
                        reveal(pane, now);
                    }
                });
            }
        });
    }

    private static boolean holds(Node content, Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == content) {
                return true;
            }
        }
        return false;
    }

    private static void reveal(ScrollPane pane, Node node) {
        Node content = pane.getContent();
        double seen = pane.getViewportBounds().getHeight();
        double hidden = content.getLayoutBounds().getHeight() - seen;
        if (hidden <= 0) {
            return;
        }
        Bounds place = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double top = pane.getVvalue() * hidden;
        double wanted = top;
        if (place.getMaxY() + MARGIN > top + seen) {
            wanted = place.getMaxY() + MARGIN - seen;
        }
        if (place.getMinY() - MARGIN < wanted) {
            wanted = place.getMinY() - MARGIN;
        }
        pane.setVvalue(Math.max(0, Math.min(1, wanted / hidden)));
    }
}
