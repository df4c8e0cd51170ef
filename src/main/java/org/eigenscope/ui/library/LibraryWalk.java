package org.eigenscope.ui.library;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;

/**
 * The arrow keys walk from matrix to matrix: up and down pass over the headings of what is unfolded, and stop at what is folded. A
 * matrix is opened when the walk rests on it, so that a held key does not read every file on its way.
 */
final class LibraryWalk {
    private static final Duration REST = Duration.millis(150);

    private final TreeView<LibraryItem> tree;
    private final Consumer<LibraryTensor> open;
    private final PauseTransition rest = new PauseTransition(REST);
    private Optional<LibraryTensor> pending = Optional.empty();
    private boolean walking;

    /**
     * @param tree the tree that is walked
     * @param open opens the matrix at which a walk rests
     */
    LibraryWalk(TreeView<LibraryItem> tree, Consumer<LibraryTensor> open) {
        this.tree = tree;
        this.open = open;
        rest.setOnFinished(event -> arrive());
    }

    /** Whether the selection is moved by the keys right now. */
    boolean isWalking() {
        return walking;
    }

    /** The matrix that the keys went to, until it is opened. */
    Optional<LibraryTensor> pending() {
        return pending;
    }

    /** The walk is over, and nothing is opened. */
    void stop() {
        rest.stop();
        pending = Optional.empty();
    }

    private void arrive() {
        Optional<LibraryTensor> there = pending;
        stop();
        there.ifPresent(open);
    }

    void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
            return;
        }
        switch (event.getCode()) {
            case UP, KP_UP -> walk(-1, event);
            case DOWN, KP_DOWN -> walk(1, event);
            case ENTER -> arrive();
            default -> {}
        }
    }

    private void walk(int direction, KeyEvent event) {
        int row = tree.getSelectionModel().getSelectedIndex() + direction;
        while (row >= 0 && row < tree.getExpandedItemCount() && !isStop(tree.getTreeItem(row))) {
            row += direction;
        }
        event.consume();
        if (row < 0 || row >= tree.getExpandedItemCount()) {
            return;
        }
        walking = true;
        tree.getSelectionModel().clearAndSelect(row);
        tree.getFocusModel().focus(row);
        walking = false;
        scrollTo(row);
        pending = tree.getTreeItem(row)
                .getValue()
                .matrix()
                .filter(tensor -> tensor.info().isReadable());
        if (pending.isPresent()) {
            rest.playFromStart();
        } else {
            rest.stop();
        }
    }

    private void scrollTo(int row) {
        if (tree.lookup(".virtual-flow") instanceof javafx.scene.control.skin.VirtualFlow<?> flow) {
            flow.scrollTo(row);
        }
    }

    private static boolean isStop(TreeItem<LibraryItem> item) {
        LibraryItem value = item.getValue();
        return value.matrix().filter(tensor -> tensor.info().isReadable()).isPresent()
                || (value.matrix().isEmpty() && !item.isExpanded() && !(value instanceof LibraryItem.Remark));
    }
}
