package org.eigenscope.ui.library;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.eigenscope.analysis.MatrixLibrary;
import org.eigenscope.analysis.MatrixTarget;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.ui.work.LatestTask;
import org.eigenscope.ui.work.Outcome;

/** Open files, samples, and the selected tensor. */
public final class LibraryModel {
    private final MatrixLibrary library;
    private final LatestTask opening;
    private final Consumer<Path> onOpened;
    private final ObservableList<LibraryFile> files = FXCollections.observableArrayList();
    private final ObservableList<LibraryFile> samples = FXCollections.observableArrayList();
    // Kept, because a wrapper that nobody keeps is collected together with its listeners.
    private final ObservableList<LibraryFile> filesView = FXCollections.unmodifiableObservableList(files);
    private final ObservableList<LibraryFile> samplesView = FXCollections.unmodifiableObservableList(samples);
    private final Deque<Batch> waiting = new ArrayDeque<>();
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
    private final ReadOnlyObjectWrapper<Optional<LibraryTensor>> selected =
            new ReadOnlyObjectWrapper<>(this, "selected", Optional.empty());
    private Batch running;

    /** Files that are opened together. */
    private record Batch(List<MatrixTarget> targets, boolean areSamples, boolean select) {}

    /**
     * @param library opens and keeps the files
     * @param opening runs the opening
     * @param onOpened told of every file the user opened, not of samples
     */
    public LibraryModel(MatrixLibrary library, LatestTask opening, Consumer<Path> onOpened) {
        this.library = library;
        this.opening = opening;
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
            waiting.add(batch);
            openNext();
        }
    }

    private void openNext() {
        if (running != null || waiting.isEmpty()) {
            return;
        }
        Batch batch = waiting.remove();
        running = batch;
        opening.submit("Opening", new OpenJob(library, batch.targets()), new Outcome<OpenJob.Result>() {
            @Override
            public void succeeded(OpenJob.Result result) {
                list(batch, result);
                finished();
            }

            @Override
            public void failed(EigenscopeException reason) {
                failure.set(reason.getMessage());
                finished();
            }
        });
    }

    private void finished() {
        running = null;
        openNext();
    }

    private void list(Batch batch, OpenJob.Result result) {
        failure.set(String.join(" ", result.failures()));
        Optional<LibraryTensor> choice = Optional.empty();
        for (OpenJob.Opened opened : result.opened()) {
            LibraryFile file = LibraryFile.of(opened.file());
            put(file, batch.areSamples() ? samples : files);
            if (!batch.areSamples()) {
                onOpened.accept(file.path());
            }
            if (choice.isEmpty() && batch.select()) {
                choice = choose(file, opened.name());
            }
        }
        choice.ifPresent(this::select);
    }

    private Optional<LibraryTensor> choose(LibraryFile file, Optional<String> name) {
        if (name.isEmpty()) {
            return file.mostTelling();
        }
        Optional<LibraryTensor> named = file.tensor(name.get());
        if (named.isEmpty()) {
            failure.set("There is no tensor “" + name.get() + "” in " + file.displayName() + ".");
        }
        return named;
    }

    private static void put(LibraryFile file, ObservableList<LibraryFile> list) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).path().equals(file.path())) {
                list.set(i, file);
                return;
            }
        }
        list.add(file);
    }

    /** Selects a tensor; one that no spectrum can be taken of only says why. */
    public void select(LibraryTensor tensor) {
        if (tensor.info().isReadable()) {
            selected.set(Optional.of(tensor));
        } else {
            failure.set("No spectrum can be taken of “" + tensor.displayName() + "”: "
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

    /** Stops opening; what is listed stays. */
    public void cancelOpening() {
        waiting.clear();
        running = null;
        opening.cancel();
    }

    public void report(String sentence) {
        failure.set(sentence);
    }

    public void dismissFailure() {
        failure.set("");
    }

    /** Whether a tensor's or a file's name matches the filter. */
    public boolean matches(LibraryFile file, LibraryTensor tensor) {
        String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
        return file.displayName().toLowerCase(Locale.ROOT).contains(wanted)
                || tensor.displayName().toLowerCase(Locale.ROOT).contains(wanted)
                || tensor.shape().contains(wanted);
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

    /** Why the last files could not be opened, empty when they could. */
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }
}
