package org.eigenscope.ui.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.control.TreeItem;

/** Builds the library's tree from the model, as far as the filter lets it through, and keeps what was folded. */
final class LibraryTree {
    private final LibraryModel model;
    private final TreeItem<LibraryItem> root = new TreeItem<>();
    private final Map<Path, Boolean> folded = new HashMap<>();
    private final Map<LibraryEntry, EntryItem> shown = new HashMap<>();
    private final Set<LibraryEntry> heard = Collections.newSetFromMap(new WeakHashMap<>());
    private Map<Path, String> names = Map.of();
    private boolean building;

    LibraryTree(LibraryModel model) {
        this.model = model;
    }

    TreeItem<LibraryItem> root() {
        return root;
    }

    /** Makes all items anew. */
    void rebuild() {
        building = true;
        shown.clear();
        names = DistinctNames.of(Stream.of(
                        model.files().stream().map(LibraryFile::path),
                        model.folders().stream().map(LibraryFolder::path),
                        model.samples().stream().map(LibraryFile::path))
                .flatMap(Function.identity())
                .toList());
        List<TreeItem<LibraryItem>> items = new ArrayList<>();
        for (LibraryFile file : model.files()) {
            fileItem(file, false).ifPresent(items::add);
        }
        for (LibraryFolder folder : model.folders()) {
            directory(folder, true, false).ifPresent(items::add);
        }
        samplesItem().ifPresent(items::add);
        root.getChildren().setAll(items);
        building = false;
    }

    /** The line of a tensor, with every line above it unfolded. */
    Optional<TreeItem<LibraryItem>> reveal(LibraryTensor tensor) {
        Optional<TreeItem<LibraryItem>> found = find(root, tensor).or(() -> listedAgain(tensor));
        found.ifPresent(item -> {
            for (TreeItem<LibraryItem> above = item.getParent(); above != null; above = above.getParent()) {
                above.setExpanded(true);
            }
        });
        return found;
    }

    private static Optional<TreeItem<LibraryItem>> find(TreeItem<LibraryItem> item, LibraryTensor wanted) {
        if (item.getValue() != null
                && item.getValue().matrix().filter(matrix -> matrix == wanted).isPresent()) {
            return Optional.of(item);
        }
        return item.getChildren().stream()
                .flatMap(child -> find(child, wanted).stream())
                .findFirst();
    }

    /** The line of a tensor's file, while what is in the file now is not known yet. */
    private Optional<TreeItem<LibraryItem>> listedAgain(LibraryTensor tensor) {
        Path file = tensor.toSelected().target().file();
        return shown.entrySet().stream()
                .filter(line -> line.getKey().path().equals(file))
                .filter(line -> line.getKey().fileProperty().get().isEmpty())
                .<TreeItem<LibraryItem>>map(Map.Entry::getValue)
                .findFirst();
    }

    private boolean isFiltering() {
        return !model.filterProperty().get().isBlank();
    }

    private Optional<TreeItem<LibraryItem>> samplesItem() {
        List<TreeItem<LibraryItem>> items = model.samples().stream()
                .flatMap(file -> fileItem(file, true).stream())
                .toList();
        if (items.isEmpty()) {
            return Optional.empty();
        }
        TreeItem<LibraryItem> heading = new TreeItem<>(new LibraryItem.Folder("Samples", items.size()));
        heading.getChildren().setAll(items);
        heading.setExpanded(true);
        return Optional.of(heading);
    }

    private Optional<TreeItem<LibraryItem>> fileItem(LibraryFile file, boolean sample) {
        List<TreeItem<LibraryItem>> tensors = tensors(file, false);
        if (tensors.isEmpty() && isFiltering()) {
            return Optional.empty();
        }
        TreeItem<LibraryItem> item =
                new TreeItem<>(new LibraryItem.File(file, names.getOrDefault(file.path(), file.displayName()), sample));
        if (file.only().isEmpty()) {
            item.getChildren().setAll(tensors);
        }
        fold(item, file.path(), !sample || holdsSelection(file));
        return Optional.of(item);
    }

    private List<TreeItem<LibraryItem>> tensors(LibraryFile file, boolean all) {
        return file.tensors().stream()
                .filter(tensor -> all || model.matches(file, tensor))
                .map(tensor -> new TreeItem<LibraryItem>(new LibraryItem.Tensor(tensor)))
                .toList();
    }

    /** A folder that matches the filter by its own name shows all that is in it. */
    private Optional<TreeItem<LibraryItem>> directory(LibraryFolder folder, boolean opened, boolean aboveMatches) {
        boolean all = aboveMatches || (isFiltering() && model.matches(folder.displayName()));
        List<TreeItem<LibraryItem>> children = new ArrayList<>();
        for (LibraryFolder inner : folder.folders()) {
            directory(inner, false, all).ifPresent(children::add);
        }
        for (LibraryEntry entry : folder.entries()) {
            entryItem(entry, all).ifPresent(children::add);
        }
        if (children.isEmpty()) {
            return Optional.empty();
        }
        if (!isFiltering()) {
            folder.remarks().forEach(remark -> children.add(new TreeItem<>(new LibraryItem.Remark(remark))));
        }
        TreeItem<LibraryItem> item = new TreeItem<>(new LibraryItem.Directory(
                folder,
                opened ? names.getOrDefault(folder.path(), folder.displayName()) : folder.displayName(),
                opened));
        item.getChildren().setAll(children);
        fold(item, folder.path(), opened);
        return Optional.of(item);
    }

    /** What an entry holds becomes known while it is on show; a filter may then let through what it did not. */
    private void listed(LibraryEntry entry) {
        EntryItem item = shown.get(entry);
        if (isFiltering()) {
            rebuild();
        } else if (item != null) {
            entry.fileProperty()
                    .get()
                    .filter(file -> file.only().isEmpty())
                    .ifPresent(file -> item.getChildren().setAll(tensors(file, true)));
            item.setValue(new LibraryItem.Entry(entry));
        }
    }

    private Optional<TreeItem<LibraryItem>> entryItem(LibraryEntry entry, boolean all) {
        if (heard.add(entry)) {
            entry.fileProperty().addListener((source, old, file) -> listed(entry));
        }
        boolean named = all || model.matches(entry.displayName());
        List<TreeItem<LibraryItem>> tensors =
                entry.fileProperty().get().map(file -> tensors(file, named)).orElse(List.of());
        if (isFiltering() && !named && tensors.isEmpty()) {
            return Optional.empty();
        }
        EntryItem item = new EntryItem(entry);
        if (entry.fileProperty().get().flatMap(LibraryFile::only).isEmpty()) {
            item.getChildren().setAll(tensors);
        }
        boolean holdsSelection =
                entry.fileProperty().get().filter(this::holdsSelection).isPresent();
        fold(item, entry.path(), holdsSelection);
        item.expandedProperty().addListener((source, old, unfolded) -> {
            if (unfolded) {
                model.list(entry);
            }
        });
        shown.put(entry, item);
        return Optional.of(item);
    }

    private boolean holdsSelection(LibraryFile file) {
        return model.selectedProperty().get().filter(file.tensors()::contains).isPresent();
    }

    /** What the user folded or unfolded stays so, except that a filter unfolds everything it lets through. */
    private void fold(TreeItem<LibraryItem> item, Path path, boolean usually) {
        item.setExpanded((isFiltering() && !item.getChildren().isEmpty()) || !folded.getOrDefault(path, !usually));
        item.expandedProperty().addListener((source, old, unfolded) -> {
            if (!building && !isFiltering()) {
                folded.put(path, !unfolded);
            }
        });
    }

    /** A file that can be unfolded before it is known what is in it. */
    private static final class EntryItem extends TreeItem<LibraryItem> {
        private final LibraryEntry entry;

        EntryItem(LibraryEntry entry) {
            super(new LibraryItem.Entry(entry));
            this.entry = entry;
        }

        @Override
        public boolean isLeaf() {
            return entry != null
                    && (entry.fileProperty().get().isPresent() || entry.isMatrix())
                    && getChildren().isEmpty();
        }
    }
}
