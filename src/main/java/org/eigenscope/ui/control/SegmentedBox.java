package org.eigenscope.ui.control;

import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;

/**
 * Toggle buttons side by side that are one stop for the Tab key. The arrow keys go from one to the next; among those of a toggle
 * group that chooses, among others Space does.
 */
public final class SegmentedBox extends HBox {
    /** The toolkit shows the focus only where the Tab key brought it. */
    private static final PseudoClass BY_ARROWS = PseudoClass.getPseudoClass("by-arrows");

    public SegmentedBox() {
        getStyleClass().add("segmented");
        getChildren().addListener((ListChangeListener<Node>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(this::follow);
            }
            update();
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> pseudoClassStateChanged(BY_ARROWS, false));
    }

    private void follow(Node child) {
        if (child instanceof ToggleButton button) {
            button.selectedProperty().addListener((source, old, selected) -> update());
            button.visibleProperty().addListener((source, old, visible) -> update());
            button.disabledProperty().addListener((source, old, disabled) -> update());
            button.focusedProperty().addListener((source, old, focused) -> {
                if (focused) {
                    update();
                } else if (buttons().stream().noneMatch(Node::isFocused)) {
                    pseudoClassStateChanged(BY_ARROWS, false);
                }
            });
        }
    }

    private List<ToggleButton> buttons() {
        return getChildren().stream()
                .filter(ToggleButton.class::isInstance)
                .map(ToggleButton.class::cast)
                .filter(button -> button.isVisible() && !button.isDisabled())
                .toList();
    }

    /** The Tab key stops at the button that has the focus, or at the one that is chosen, or at the first. */
    private void update() {
        Optional<ToggleButton> stop = buttons().stream()
                .filter(Node::isFocused)
                .findFirst()
                .or(() -> buttons().stream()
                        .filter(button -> button.isSelected() && button.getToggleGroup() != null)
                        .findFirst())
                .or(() -> buttons().stream().findFirst());
        for (Node child : getChildren()) {
            child.setFocusTraversable(stop.filter(child::equals).isPresent());
        }
    }

    private void key(KeyEvent event) {
        int direction = switch (event.getCode()) {
            case RIGHT, DOWN, KP_RIGHT, KP_DOWN -> 1;
            case LEFT, UP, KP_LEFT, KP_UP -> -1;
            default -> 0;
        };
        List<ToggleButton> buttons = buttons();
        int from = buttons.indexOf(event.getTarget());
        if (direction == 0 || from < 0 || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        event.consume();
        int to = Math.floorMod(from + direction, buttons.size());
        ToggleButton next = buttons.get(to);
        pseudoClassStateChanged(BY_ARROWS, true);
        next.requestFocus();
        if (next.getToggleGroup() != null && !next.isSelected()) {
            next.fire();
        }
    }
}
