package org.eigenscope.ui.library;

import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.eigenscope.ui.control.ActivityBar;
import org.eigenscope.ui.control.InlineMessage;
import org.eigenscope.ui.task.ActivityModel;

/** The library pane: a filtered tree of files and tensors that follows the selection both ways. */
public final class LibraryController {
    /** The lines above one that was scrolled to. */
    private static final int LINES_ABOVE = 3;

    private final LibraryModel model;
    private final ActivityModel opening;
    private final LibraryTree items;
    private boolean following;
    private LibraryWalk walk;

    @FXML
    private TreeView<LibraryItem> tree;

    @FXML
    private TextField filter;

    @FXML
    private InlineMessage message;

    @FXML
    private ActivityBar activity;

    @FXML
    private Label placeholder;

    public LibraryController(LibraryModel model, ActivityModel opening) {
        this.model = model;
        this.opening = opening;
        this.items = new LibraryTree(model);
    }

    @FXML
    private void initialize() {
        tree.setRoot(items.root());
        tree.setCellFactory(view -> new LibraryCell(model));
        filter.textProperty().bindBidirectional(model.filterProperty());
        message.show(model.failureProperty(), model::dismissFailure);
        activity.follow(opening, model::cancelOpening);
        ListChangeListener<LibraryFile> rebuild = change -> rebuild();
        model.files().addListener(rebuild);
        model.samples().addListener(rebuild);
        ListChangeListener<LibraryFolder> rebuildFolders = change -> rebuild();
        model.folders().addListener(rebuildFolders);
        ChangeListener<Object> refilter = (source, old, value) -> rebuild();
        model.filterProperty().addListener(refilter);
        model.selectedProperty().addListener((source, old, tensor) -> showSelection());
        tree.getSelectionModel().selectedItemProperty().addListener((source, old, item) -> choose(item));
        tree.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE) {
                closeSelected();
            }
        });
        walk = new LibraryWalk(tree, model::select);
        tree.addEventFilter(KeyEvent.KEY_PRESSED, walk::key);
        rebuild();
    }

    /** Puts the keyboard on the tree, where plain keys are commands and not letters of a filter. */
    public void focus() {
        tree.requestFocus();
    }

    private void choose(TreeItem<LibraryItem> item) {
        if (following || item == null || walk.isWalking()) {
            return;
        }
        walk.stop();
        if (item.getValue().matrix().isPresent()) {
            model.select(item.getValue().matrix().get());
        } else if (item.getValue() instanceof LibraryItem.Entry entry) {
            model.list(entry.entry());
            entry.entry()
                    .fileProperty()
                    .get()
                    .filter(file -> file.tensors().size() == 1)
                    .ifPresent(file -> model.select(file.tensors().get(0)));
        }
    }

    private void closeSelected() {
        TreeItem<LibraryItem> item = tree.getSelectionModel().getSelectedItem();
        if (item == null) {
            return;
        }
        if (item.getValue() instanceof LibraryItem.File file && !file.isSample()) {
            model.close(file.file());
        } else if (item.getValue() instanceof LibraryItem.Directory directory && directory.isOpened()) {
            model.close(directory.folder());
        }
    }

    private void rebuild() {
        following = true;
        items.rebuild();
        following = false;
        placeholder.setVisible(items.root().getChildren().isEmpty());
        placeholder.setText(
                model.filterProperty().get().isBlank() ? "No file is open." : "Nothing matches the filter.");
        showSelection();
    }

    private void showSelection() {
        following = true;
        walk.pending()
                .or(() -> model.selectedProperty().get())
                .flatMap(items::reveal)
                .ifPresent(item -> {
                    tree.getSelectionModel().select(item);
                    bringIntoSight(tree.getRow(item));
                });
        following = false;
    }

    /** Scrolls to a line that is out of sight, with some lines above it. */
    private void bringIntoSight(int row) {
        if (tree.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                && flow.getFirstVisibleCell() != null
                && row > flow.getFirstVisibleCell().getIndex()
                && row < flow.getLastVisibleCell().getIndex()) {
            return;
        }
        tree.scrollTo(Math.max(0, row - LINES_ABOVE));
    }
}
