package org.eigenscope.ui.library;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.eigenscope.ui.control.ActivityBar;
import org.eigenscope.ui.control.InlineMessage;
import org.eigenscope.ui.work.ActivityModel;

/** The library pane: a filtered tree of files and tensors that follows the selection both ways. */
public final class LibraryController {
    private final LibraryModel model;
    private final ActivityModel opening;
    private final TreeItem<LibraryItem> root = new TreeItem<>();
    private boolean following;

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
    }

    @FXML
    private void initialize() {
        tree.setRoot(root);
        tree.setCellFactory(view -> new LibraryCell(model));
        filter.textProperty().bindBidirectional(model.filterProperty());
        message.show(model.failureProperty(), model::dismissFailure);
        activity.follow(opening, model::cancelOpening);
        ListChangeListener<LibraryFile> rebuild = change -> rebuild();
        model.files().addListener(rebuild);
        model.samples().addListener(rebuild);
        ChangeListener<Object> refilter = (source, old, value) -> rebuild();
        model.filterProperty().addListener(refilter);
        model.selectedProperty().addListener((source, old, tensor) -> showSelection());
        tree.getSelectionModel().selectedItemProperty().addListener((source, old, item) -> choose(item));
        tree.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE) {
                closeSelected();
            }
        });
        rebuild();
    }

    /** Puts the keyboard on the tree, where plain keys are commands and not letters of a filter. */
    public void focus() {
        tree.requestFocus();
    }

    private void choose(TreeItem<LibraryItem> item) {
        if (!following && item != null && item.getValue() instanceof LibraryItem.Tensor tensor) {
            model.select(tensor.tensor());
        }
    }

    private void closeSelected() {
        TreeItem<LibraryItem> item = tree.getSelectionModel().getSelectedItem();
        if (item != null && item.getValue() instanceof LibraryItem.File file && !file.isSample()) {
            model.close(file.file());
        }
    }

    private void rebuild() {
        following = true;
        root.getChildren().clear();
        for (LibraryFile file : model.files()) {
            fileItem(file, false).ifPresent(root.getChildren()::add);
        }
        samplesItem().ifPresent(root.getChildren()::add);
        following = false;
        placeholder.setVisible(root.getChildren().isEmpty());
        placeholder.setText(
                model.filterProperty().get().isBlank() ? "No file is open." : "Nothing matches the filter.");
        showSelection();
    }

    private Optional<TreeItem<LibraryItem>> samplesItem() {
        List<TreeItem<LibraryItem>> items = model.samples().stream()
                .flatMap(file -> fileItem(file, true).stream())
                .toList();
        if (items.isEmpty()) {
            return Optional.empty();
        }
        TreeItem<LibraryItem> folder = new TreeItem<>(new LibraryItem.Folder("Samples", items.size()));
        folder.getChildren().setAll(items);
        folder.setExpanded(true);
        return Optional.of(folder);
    }

    private Optional<TreeItem<LibraryItem>> fileItem(LibraryFile file, boolean sample) {
        List<TreeItem<LibraryItem>> tensors = file.tensors().stream()
                .filter(tensor -> model.matches(file, tensor))
                .map(tensor -> new TreeItem<LibraryItem>(new LibraryItem.Tensor(tensor)))
                .toList();
        if (tensors.isEmpty() && !model.filterProperty().get().isBlank()) {
            return Optional.empty();
        }
        TreeItem<LibraryItem> item = new TreeItem<>(new LibraryItem.File(file, sample));
        item.getChildren().setAll(tensors);
        boolean holdsSelection =
                model.selectedProperty().get().filter(file.tensors()::contains).isPresent();
        item.setExpanded(
                !sample || holdsSelection || !model.filterProperty().get().isBlank());
        return Optional.of(item);
    }

    private void showSelection() {
        following = true;
        model.selectedProperty().get().flatMap(tensor -> find(root, tensor)).ifPresent(item -> {
            item.getParent().setExpanded(true);
            tree.getSelectionModel().select(item);
        });
        following = false;
    }

    private static Optional<TreeItem<LibraryItem>> find(TreeItem<LibraryItem> item, LibraryTensor wanted) {
        if (item.getValue() instanceof LibraryItem.Tensor tensor && tensor.tensor() == wanted) {
            return Optional.of(item);
        }
        return item.getChildren().stream()
                .flatMap(child -> find(child, wanted).stream())
                .findFirst();
    }
}
