package org.eigenscope.app;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Spinner;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** Goes through a scene with the Tab key, and through its graph; says what a person with a keyboard or a screen reader would miss. */
final class FocusWalk {
    private static final PseudoClass FOCUS_VISIBLE = PseudoClass.getPseudoClass("focus-visible");
    private static final int MOST_STOPS = 300;
    private static final double ROUNDING = 2;

    private final Scene scene;

    FocusWalk(Scene scene) {
        this.scene = scene;
    }

    /**
     * The stops of the Tab key from a node on, until it comes round.
     *
     * @param visitor is told of each while it has the focus
     */
    List<Node> stops(Node first, Consumer<Node> visitor) {
        List<Node> stops = new ArrayList<>();
        first.requestFocus();
        for (int i = 0; i < MOST_STOPS; i++) {
            Node now = scene.getFocusOwner();
            if (stops.contains(now)) {
                return stops;
            }
            stops.add(now);
            if (i > 0) {
                visitor.accept(now);
            }
            Event.fireEvent(
                    now, new KeyEvent(KeyEvent.KEY_PRESSED, "\t", "\t", KeyCode.TAB, false, false, false, false));
        }
        throw new AssertionError("the Tab key does not come round: " + stops);
    }

    /** What is wrong with a stop while it has the focus; empty if nothing is. */
    String objection(Node stop) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        Bounds place = stop.localToScene(stop.getLayoutBounds());
        boolean outside = place.getMinX() < -ROUNDING
                || place.getMinY() < -ROUNDING
                || place.getMaxX() > scene.getWidth() + ROUNDING
                || place.getMaxY() > scene.getHeight() + ROUNDING;
        if (!isShown(stop) || place.getWidth() < 1 || place.getHeight() < 1) {
            return "is not visible";
        }
        if (outside) {
            return "is out of sight at " + place;
        }
        // a spinner passes the focus on to its editor
        if (!stop.getPseudoClassStates().contains(FOCUS_VISIBLE) && !(stop instanceof Spinner)) {
            return "does not show the focus";
        }
        return hasRing(stop) ? "" : "has no ring";
    }

    private static boolean hasRing(Node stop) {
        if (stop instanceof TabPane tabs) {
            return tabs.lookupAll(".tab-container").stream().anyMatch(FocusWalk::isBordered);
        }
        return isBordered(stop);
    }

    private static boolean isBordered(Node node) {
        return node instanceof Region region
                && region.getBorder() != null
                && region.getBorder().getStrokes().stream().anyMatch(FocusWalk::isPainted);
    }

    private static boolean isPainted(BorderStroke stroke) {
        return stroke.getTopStroke() instanceof Color color
                && color.getOpacity() > 0.5
                && stroke.getWidths().getTop() >= 2;
    }

    /** What takes the focus and has no name for a screen reader. */
    List<String> nameless() {
        List<String> found = new ArrayList<>();
        all(scene.getRoot())
                .filter(FocusWalk::isShown)
                .filter(node -> node.isFocusTraversable() || node instanceof Control && isInteractive(node))
                .filter(node -> !isPartOfAControl(node))
                .filter(node -> !isNamed(node))
                .forEach(node -> found.add(describe(node)));
        return found;
    }

    private static boolean isInteractive(Node node) {
        return node.getStyleClass().stream()
                .anyMatch(name ->
                        name.matches("button|toggle-button|check-box|radio-button|slider|text-field|combo-box"));
    }

    private boolean isNamed(Node node) {
        boolean own = node instanceof Labeled labeled && isText(labeled.getText());
        boolean told = isText(node.getAccessibleText());
        return own
                || told
                || all(scene.getRoot())
                        .anyMatch(other ->
                                other instanceof Label label && label.getLabelFor() == node && isText(label.getText()));
    }

    private static boolean isText(String text) {
        return text != null && text.codePoints().anyMatch(Character::isLetter);
    }

    static String describe(Node node) {
        StringBuilder path = new StringBuilder(node.toString());
        for (Parent up = node.getParent(); up != null && path.length() < 300; up = up.getParent()) {
            path.append(" in ").append(up.getStyleClass());
        }
        return path.toString();
    }

    static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPartOfAControl(Node node) {
        for (Parent up = node.getParent(); up != null; up = up.getParent()) {
            if (up instanceof Spinner
                    || up instanceof ComboBoxBase
                    || up instanceof TableView
                    || up instanceof TreeView
                    || up instanceof ListView) {
                return true;
            }
        }
        return false;
    }

    static Stream<Node> all(Node node) {
        Stream<Node> own = Stream.of(node);
        return node instanceof Parent parent
                ? Stream.concat(own, parent.getChildrenUnmodifiable().stream().flatMap(FocusWalk::all))
                : own;
    }
}
