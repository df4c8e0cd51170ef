package org.eigenscope.ui.models.study;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.query.Fields;
import org.eigenscope.study.store.StudyStore;
import org.eigenscope.study.survey.StudyFolder;
import org.eigenscope.ui.models.rows.FitSettings;
import org.eigenscope.ui.models.rows.RowSet;
import org.eigenscope.ui.models.rows.RowsModel;
import org.eigenscope.ui.task.LatestTask;
import org.eigenscope.ui.task.Outcome;

/** The study on screen: which file, which of its results, and whether it can be written. Files are read in the background. */
public final class StudyModel {
    private final RowsModel rows;
    private final LatestTask work;
    private final Executor closer;
    private final Consumer<Path> onOpened;
    private final ReadOnlyObjectWrapper<Optional<StudyStore>> store =
            new ReadOnlyObjectWrapper<>(this, "store", Optional.empty());
    private final ReadOnlyObjectWrapper<List<FitSettings>> choices =
            new ReadOnlyObjectWrapper<>(this, "choices", List.of());
    private final ObjectProperty<FitSettings> settings =
            new SimpleObjectProperty<>(this, "settings", FitSettings.USUAL);
    private final ReadOnlyObjectWrapper<List<String>> conventions =
            new ReadOnlyObjectWrapper<>(this, "conventions", List.of());
    private final StringProperty convention = new SimpleStringProperty(this, "convention", "");
    private final ReadOnlyObjectWrapper<List<StudyRow>> stored = new ReadOnlyObjectWrapper<>(this, "stored", List.of());
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper(this, "notice", "");
    /** A study that was opened for somebody who did not wait for it. */
    private final PendingStudy pending = new PendingStudy();

    /** A study that somebody else writes and closes. */
    private Optional<StudyStore> lent = Optional.empty();

    private RowSet set = new RowSet();
    private boolean showing;

    /**
     * @param rows what table and plots show
     * @param work reads and writes studies
     * @param closer closes them, which may write
     * @param onOpened told of every study's file that the user opened or made
     */
    public StudyModel(RowsModel rows, LatestTask work, Executor closer, Consumer<Path> onOpened) {
        this.rows = rows;
        this.work = work;
        this.closer = closer;
        this.onOpened = onOpened;
        settings.addListener((source, old, now) -> refresh());
        convention.addListener((source, old, now) -> refresh());
    }

    /** Opens the study in a file; the one on screen stays until it is read. */
    public void open(Path file) {
        open(file, () -> {});
    }

    /**
     * Opens the study in a file.
     *
     * @param whenShown done once it is on screen; not if that failed, or something else was asked for meanwhile
     */
    public void open(Path file, Runnable whenShown) {
        if (isOpen(file)) {
            reload();
            whenShown.run();
            return;
        }
        if (lent.flatMap(StudyStore::file)
                .filter(own -> OpenedStudy.isSame(own, file))
                .isPresent()) {
            showLent(lent.get(), whenShown);
            return;
        }
        failure.set("");
        work.submit(
                "Opening " + file.getFileName(),
                (progress, cancel) -> {
                    pending.closeAny();
                    OpenedStudy opened = OpenedStudy.existing(file);
                    pending.hold(opened.store());
                    return opened;
                },
                reporting(opened -> {
                    onOpened.accept(file);
                    show(opened);
                    whenShown.run();
                }));
    }

    /** Whether the file's study is the one on screen. */
    private boolean isOpen(Path file) {
        return file().filter(own -> OpenedStudy.isSame(own, file)).isPresent();
    }

    /** Shows a study, when its file is opened, that somebody else writes and closes. */
    public void lend(StudyStore study) {
        lent = Optional.of(study);
    }

    /** Shows such a study. */
    public void showLent(StudyStore study, Runnable whenShown) {
        lend(study);
        failure.set("");
        work.submit(
                "Reading the study",
                (progress, cancel) -> {
                    pending.closeAny();
                    return OpenedStudy.of(study, study.rows());
                },
                reporting(opened -> {
                    show(opened);
                    whenShown.run();
                }));
    }

    /** Reads the rows again, as when another program writes the study. */
    public void reload() {
        store.get()
                .ifPresent(open -> work.submit(
                        "Reading the study",
                        (progress, cancel) -> OpenedStudy.of(open, open.rows()),
                        reporting(again -> put(again.rows()))));
    }

    /**
     * Makes a study, in a file or in memory, and shows it without rows.
     *
     * @param file where; empty for memory
     * @param whenShown given the study
     */
    public void create(Optional<Path> file, Consumer<StudyStore> whenShown) {
        failure.set("");
        if (file.filter(this::isOpen).isPresent()) {
            whenShown.accept(store.get().orElseThrow());
            return;
        }
        work.submit(
                "Making the study",
                (progress, cancel) -> {
                    pending.closeAny();
                    OpenedStudy made = OpenedStudy.made(file);
                    pending.hold(made.store());
                    return made;
                },
                reporting(made -> {
                    file.ifPresent(onOpened);
                    show(made);
                    whenShown.accept(made.store());
                }));
    }

    /** Copies the study to a file that is not there yet, and goes on with that one. */
    public void saveAs(Path file) {
        Optional<StudyStore> open = store.get();
        if (open.isEmpty()) {
            failure.set("There is no study to save.");
            return;
        }
        work.submit(
                "Saving " + file.getFileName(),
                (progress, cancel) -> {
                    pending.closeAny();
                    OpenedStudy copy = OpenedStudy.copied(open.get(), file);
                    pending.hold(copy.store());
                    return copy;
                },
                reporting(copy -> {
                    onOpened.accept(file);
                    show(copy);
                }));
    }

    private void show(OpenedStudy opened) {
        pending.take();
        store.get().filter(old -> old != opened.store()).ifPresent(this::closeLater);
        set = new RowSet();
        set.put(opened.rows());
        store.set(Optional.of(opened.store()));
        notice.set(opened.store().readOnly().orElse(""));
        List<FitSettings> there = set.settings();
        settle(() -> {
            settings.set(
                    there.contains(settings.get()) || there.isEmpty() ? settings.get() : there.get(there.size() - 1));
            settleConvention();
        });
        offer();
        stored.set(set.stored());
        rows.show(shown(), opened.fields(), opened.words());
    }

    /** Chooses without showing what was chosen meanwhile. */
    private void settle(Runnable choice) {
        showing = true;
        try {
            choice.run();
        } finally {
            showing = false;
        }
    }

    private List<StudyRow> shown() {
        return set.under(convention.get(), settings.get());
    }

    /** The convention that is looked at stays while there are rows of it; otherwise it is that of the last row. */
    private void settleConvention() {
        List<String> there = set.conventions();
        if (!conventions.get().equals(there)) {
            conventions.set(there);
        }
        if (!there.contains(convention.get()) && !there.isEmpty()) {
            convention.set(there.get(there.size() - 1));
        }
    }

    private void closeLater(StudyStore old) {
        if (!lent.equals(Optional.of(old))) {
            closer.execute(() -> OpenedStudy.close(old));
        }
    }

    /** Takes rows that were computed or read since. */
    public void put(Collection<StudyRow> more) {
        boolean attributes = more.stream().anyMatch(row -> !row.attributes().isEmpty());
        int before = set.matrices();
        set.put(more);
        if (store.get().isPresent()) {
            settle(this::settleConvention);
            offer();
            boolean other = attributes && set.matrices() != before;
            stored.set(set.stored());
            rows.update(
                    shown(),
                    other ? Fields.of(stored.get()) : rows.fieldsProperty().get());
        }
    }

    private void refresh() {
        if (store.get().isPresent() && !showing) {
            rows.update(shown(), rows.fieldsProperty().get());
        }
    }

    private void offer() {
        Set<FitSettings> all = new LinkedHashSet<>(set.settings());
        all.add(FitSettings.USUAL);
        all.add(settings.get());
        List<FitSettings> now = List.copyOf(all);
        if (!choices.get().equals(now)) {
            choices.set(now);
        }
    }

    /** Rows of matrices that have no results under the chosen settings. */
    public List<StudyRow> missing() {
        return set.missing(convention.get(), settings.get());
    }

    /** Shows no study. */
    public void close() {
        work.cancel();
        store.get().ifPresent(this::closeLater);
        closer.execute(pending::closeAny);
        store.set(Optional.empty());
        set = new RowSet();
        stored.set(List.of());
        conventions.set(List.of());
        notice.set("");
        rows.show(List.of(), Fields.OF_COLUMNS);
    }

    /** Closes the file as the window ends. */
    public void closeNow() {
        work.cancel();
        store.get().filter(open -> !lent.equals(Optional.of(open))).ifPresent(OpenedStudy::close);
        pending.closeAny();
    }

    /** Stops opening or saving; what is on screen stays. */
    public void cancel() {
        work.cancel();
    }

    /** Says why something failed. */
    public void fail(String sentence) {
        failure.set(sentence);
    }

    /** Says what was done. */
    public void say(String sentence) {
        notice.set(sentence);
    }

    public void dismissFailure() {
        failure.set("");
    }

    public void dismissNotice() {
        notice.set("");
    }

    /** An outcome whose failure is a sentence on screen. */
    private <R> Outcome<R> reporting(Consumer<R> succeeded) {
        return new Outcome<R>() {
            @Override
            public void succeeded(R result) {
                succeeded.accept(result);
            }

            @Override
            public void failed(EigenscopeException reason) {
                failure.set(reason.getMessage());
            }
        };
    }

    /** The study's file; empty if it is in memory, or none is open. */
    public Optional<Path> file() {
        return store.get().flatMap(StudyStore::file);
    }

    /** How the study names files. */
    public StudyFolder folder() {
        return file().map(StudyFolder::of).orElseGet(() -> new StudyFolder(Path.of("")));
    }

    public RowsModel rows() {
        return rows;
    }

    /** The study on screen. */
    public ReadOnlyObjectProperty<Optional<StudyStore>> storeProperty() {
        return store.getReadOnlyProperty();
    }

    /** What was fitted, of which the rows show the results. */
    public ObjectProperty<FitSettings> settingsProperty() {
        return settings;
    }

    /** Settings that there are results of, and the usual ones. */
    public ReadOnlyObjectProperty<List<FitSettings>> choicesProperty() {
        return choices.getReadOnlyProperty();
    }

    /** How eigenvalues are taken, as the study writes it; of several conventions the rows of one are shown. */
    public StringProperty conventionProperty() {
        return convention;
    }

    /** The conventions that there are rows of. */
    public ReadOnlyObjectProperty<List<String>> conventionsProperty() {
        return conventions.getReadOnlyProperty();
    }

    /** Every row as the study has it, in its order. */
    public ReadOnlyObjectProperty<List<StudyRow>> storedProperty() {
        return stored.getReadOnlyProperty();
    }

    /** The number under which table and plots show the matrix of a row of the study. */
    public long number(long row) {
        return set.number(row);
    }

    /** What the study is called. */
    public String name() {
        return file().map(Path::getFileName).map(Path::toString).orElse("the study in memory");
    }

    /** Why the last study could not be opened or saved, a sentence; empty if it could. */
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** What is to be known of the study, such as why it can only be read; empty if nothing is. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }
}
