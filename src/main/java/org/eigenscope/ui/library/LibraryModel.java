package org.eigenscope.ui.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.eigenscope.library.FolderListing;
import org.eigenscope.library.MatrixLibrary;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.ui.task.LatestTask;

/** Open files and folders, samples, and the selected tensor. */
public final class LibraryModel {
    /** Of larger folders files are listed only when they are unfolded. */
    private static final int LISTED_UNASKED = 512;

    /** Small, so that the list fills while the rest is being listed. */
    private static final int LISTED_AT_ONCE = 16;

    private final MatrixLibrary library;
    private final LibraryQueue queue;
    private final Consumer<Path> onOpened;
    private final ObservableList<LibraryFile> files = FXCollections.observableArrayList();
    private final ObservableList<LibraryFile> samples = FXCollections.observableArrayList();
    private final ObservableList<LibraryFolder> folders = FXCollections.observableArrayList();
    // Kept, because wrappers that nobody keeps are collected together with their listeners.
    private final ObservableList<LibraryFile> filesView = FXCollections.unmodifiableObservableList(files);
    private final ObservableList<LibraryFile> samplesView = FXCollections.unmodifiableObservableList(samples);
    private final ObservableList<LibraryFolder> foldersView = FXCollections.unmodifiableObservableList(folders);
    private final List<Path> opening = new ArrayList<>();

    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
    private final ReadOnlyObjectWrapper<Optional<LibraryTensor>> selected =
            new ReadOnlyObjectWrapper<>(this, "selected", Optional.empty());
    private String selectedPart = "";
    private Optional<LibraryEntry> again = Optional.empty();

    /** Files that are opened together. */
    private record Batch(List<MatrixTarget> targets, boolean areSamples, boolean select) {
        List<Path> paths() {
            return areSamples
                    ? List.of()
                    : targets.stream().map(MatrixTarget::file).toList();
        }
    }

    /**
     * @param library opens and keeps the files
     * @param work runs the opening
     * @param onOpened told of every file the user opened, not of samples
     */
    public LibraryModel(MatrixLibrary library, LatestTask work, Consumer<Path> onOpened) {
        this.library = library;
        queue = new LibraryQueue(work, failure::set);
        this.onOpened = onOpened;
    }

    /** Opens files and folders, after those that are being opened, and selects something in them. */
    public void open(List<MatrixTarget> targets) {
        enqueue(new Batch(List.copyOf(targets), false, true));
    }

    /** As {@link #open}, for paths without a tensor's name. */
    public void openPaths(List<Path> paths) {
        open(paths.stream()
                .map(path -> new MatrixTarget(path, Optional.empty()))
                .toList());
    }

    /** Lists files and folders as {@link #openPaths} does, and selects nothing in them. */
    public void list(List<Path> paths) {
        enqueue(new Batch(
                paths.stream()
                        .map(path -> new MatrixTarget(path, Optional.empty()))
                        .toList(),
                false,
                false));
    }

    /**
     * Lists the samples.
     *
     * @param select whether to select the tensor the first of them names
     */
    public void openSamples(List<MatrixTarget> targets, boolean select) {
        enqueue(new Batch(List.copyOf(targets), true, select));
    }

    private void enqueue(Batch batch) {
        if (!batch.targets().isEmpty()) {
            opening.addAll(batch.paths());
            queue.add(() -> queue.submit("Opening", new OpenJob(library, batch.targets()), result -> {
                batch.paths().forEach(opening::remove);
                list(batch, result);
            }));
            queue.next();
        }
    }

    /** Lists a file in a folder, before whatever else waits. */
    public void list(LibraryEntry entry) {
        if (entry.request()) {
            queue.addFirst(() -> listing(List.of(entry), () -> {}));
            queue.next();
        }
    }

    /**
     * Lists a folder whose files come and change while it is open. Lines of files that stayed the same are kept; of a changed file that
     * is looked at, the tensor is selected again.
     *
     * @param changed the files that were written anew
     */
    public void update(FolderListing found, Set<Path> changed) {
        LibraryFolder folder = folders.stream()
                .filter(old -> old.path().equals(found.path()))
                .findFirst()
                .map(old -> old.updated(found, changed))
                .orElseGet(() -> LibraryFolder.of(found));
        put(folder, folders, LibraryFolder::path);
        selected.get()
                .map(tensor -> tensor.toSelected().target().file())
                .filter(changed::contains)
                .flatMap(folder::entry)
                .filter(LibraryEntry::request)
                .ifPresent(this::listAgain);
        listUnasked(folder, false);
        queue.next();
    }

    /** Of several, the last one counts. */
    private void listAgain(LibraryEntry entry) {
        again = Optional.of(entry);
        queue.addFirst(() -> listing(List.of(entry), () -> {
            Optional<LibraryTensor> before = selected.get();
            entry.fileProperty()
                    .get()
                    .filter(file -> again.equals(Optional.of(entry)))
                    .flatMap(file -> before.flatMap(
                                    tensor -> file.tensor(tensor.info().name()))
                            .or(file::mostTelling))
                    .ifPresent(tensor -> select(tensor, selectedPart));
        }));
    }

    private void listUnasked(LibraryFolder folder, boolean select) {
        List<LibraryEntry> all = folder.allEntries();
        List<LibraryEntry> entries = all.subList(0, all.size() > LISTED_UNASKED ? 1 : all.size()).stream()
                .filter(LibraryEntry::request)
                .toList();
        for (int i = 0; i < entries.size(); i += LISTED_AT_ONCE) {
            List<LibraryEntry> some = entries.subList(i, Math.min(i + LISTED_AT_ONCE, entries.size()));
            Runnable then = i == 0 && select ? () -> selectOneOf(some) : () -> {};
            queue.addUnasked(() -> listing(some, then));
        }
    }

    private void listing(List<LibraryEntry> entries, Runnable then) {
        queue.submit("Listing", new ListJob(library, entries), results -> {
            failure.set("");
            results.forEach(this::show);
            then.run();
        });
    }

    private void selectOneOf(List<LibraryEntry> entries) {
        entries.stream()
                .flatMap(entry -> entry.fileProperty().get().stream())
                .flatMap(file -> file.mostTelling().stream())
                .findFirst()
                .ifPresent(this::select);
    }

    private void show(ListJob.Listed result) {
        if (result.file().isPresent()) {
            result.entry().show(LibraryFile.of(result.file().get()));
        } else {
            result.entry().fail(result.failure());
            failure.set(result.failure());
        }
    }

    private void list(Batch batch, OpenJob.Result result) {
        failure.set(String.join(" ", result.failures()));
        Optional<Choice> choice = Optional.empty();
        for (OpenJob.Opened opened : result.opened()) {
            LibraryFile file = LibraryFile.of(opened.file());
            put(file, batch.areSamples() ? samples : files, LibraryFile::path);
            if (!batch.areSamples()) {
                onOpened.accept(file.path());
            }
            if (choice.isEmpty() && batch.select()) {
                choice = choose(file, opened.name());
            }
        }
        choice.ifPresent(chosen -> select(chosen.tensor(), chosen.part()));
        for (FolderListing found : result.folders()) {
            LibraryFolder folder = LibraryFolder.of(found);
            put(folder, folders, LibraryFolder::path);
            onOpened.accept(folder.path());
            listUnasked(folder, batch.select() && choice.isEmpty());
        }
    }

    /** A tensor, and which part of it. */
    private record Choice(LibraryTensor tensor, String part) {}

    private Optional<Choice> choose(LibraryFile file, Optional<String> name) {
        if (name.isEmpty()) {
            Optional<LibraryTensor> telling = file.mostTelling();
            if (telling.isEmpty()) {
                failure.set(file.displayName() + " holds no matrix to take a spectrum of"
                        + file.only()
                                .flatMap(only -> only.info().skipReason())
                                .map(why -> ": " + why)
                                .orElse("") + ".");
            }
            return telling.map(tensor -> new Choice(tensor, ""));
        }
        Optional<Choice> named = file.tensor(name.get())
                .map(tensor -> new Choice(tensor, ""))
                .or(() -> chooseWithPart(file, name.get()));
        if (named.isEmpty()) {
            failure.set("There is no tensor “" + name.get() + "” in " + file.displayName() + ".");
        }
        return named;
    }

    private static Optional<Choice> chooseWithPart(LibraryFile file, String name) {
        return file.tensors().stream()
                .flatMap(tensor -> tensor.partCalled(name).map(part -> new Choice(tensor, part)).stream())
                .findFirst();
    }

    /** In place of what is at the same path. */
    private static <T> void put(T item, ObservableList<T> list, Function<T, Path> path) {
        for (int i = 0; i < list.size(); i++) {
            if (path.apply(list.get(i)).equals(path.apply(item))) {
                list.set(i, item);
                return;
            }
        }
        list.add(item);
    }

    /**
     * Selects a tensor. Of one that no spectrum can be taken of it says why, and nothing is selected, so that no other spectrum stands
     * for it.
     */
    public void select(LibraryTensor tensor) {
        select(tensor, "");
    }

    private void select(LibraryTensor tensor, String part) {
        if (tensor.info().isReadable()) {
            selectedPart = part;
            selected.set(Optional.of(tensor));
        } else {
            selected.set(Optional.empty());
            failure.set("No spectrum can be taken of “" + tensor.spokenName() + "”: "
                    + tensor.info().skipReason().orElse("") + ".");
        }
    }

    /** Takes a file off the list and closes it. */
    public void close(LibraryFile file) {
        if (files.remove(file)) {
            selected.get().filter(file.tensors()::contains).ifPresent(tensor -> selected.set(Optional.empty()));
            library.close(file.path());
        }
    }

    /** Takes a folder off the list and closes its files. */
    public void close(LibraryFolder folder) {
        if (folders.remove(folder)) {
            selected.get().filter(folder::holds).ifPresent(tensor -> selected.set(Optional.empty()));
            folder.allEntries().forEach(entry -> library.close(entry.path()));
        }
    }

    /** Closes the file or the folder that the selected tensor is in; a sample stays. */
    public void closeSelected() {
        selected.get().ifPresent(tensor -> {
            List.copyOf(files).stream()
                    .filter(file -> file.tensors().contains(tensor))
                    .forEach(this::close);
            List.copyOf(folders).stream().filter(folder -> folder.holds(tensor)).forEach(this::close);
        });
    }

    /** Stops opening; what is listed stays. */
    public void cancelOpening() {
        opening.clear();
        queue.cancel();
        folders.forEach(folder -> folder.allEntries().forEach(LibraryEntry::forget));
    }

    public void report(String sentence) {
        failure.set(sentence);
    }

    public void dismissFailure() {
        failure.set("");
    }

    /** Whether a tensor's or a file's name matches the filter. */
    public boolean matches(LibraryFile file, LibraryTensor tensor) {
        String wanted = wanted();
        return matches(file.displayName())
                || tensor.displayName().toLowerCase(Locale.ROOT).contains(wanted)
                || tensor.facts().toLowerCase(Locale.ROOT).contains(wanted);
    }

    /** Whether a file's or folder's name matches the filter. */
    public boolean matches(String name) {
        return name.toLowerCase(Locale.ROOT).contains(wanted());
    }

    private String wanted() {
        return filter.get().strip().toLowerCase(Locale.ROOT);
    }

    /** Where the user's folders and files are: those that are listed, and those that are still being opened. */
    public List<Path> paths() {
        return Stream.of(
                        folders.stream().map(LibraryFolder::path),
                        files.stream().map(LibraryFile::path),
                        opening.stream())
                .flatMap(Function.identity())
                .distinct()
                .toList();
    }

    /** The folders the user opened, in order. */
    public ObservableList<LibraryFolder> folders() {
        return foldersView;
    }

    /** The files the user opened, in order. */
    public ObservableList<LibraryFile> files() {
        return filesView;
    }

    /** The bundled samples. */
    public ObservableList<LibraryFile> samples() {
        return samplesView;
    }

    public StringProperty filterProperty() {
        return filter;
    }

    public ReadOnlyObjectProperty<Optional<LibraryTensor>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** The part of the selected tensor that was asked for together with it, empty for all of it. */
    public String selectedPart() {
        return selectedPart;
    }

    /** Whether files are being opened or listed. */
    public ReadOnlyBooleanProperty openingProperty() {
        return queue.busyProperty();
    }

    /** Why the last files could not be opened, empty when they could. */
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }
}
