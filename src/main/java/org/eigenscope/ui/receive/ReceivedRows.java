package org.eigenscope.ui.receive;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.store.StudyStore;
import org.eigenscope.ui.models.study.StudyModel;

/**
 * Shows rows of the received study as they come. Where no study is on screen it is put there; where another is, that one stays, and
 * the received one can be opened as a file.
 */
public final class ReceivedRows {
    private final StudyModel shown;
    private final Consumer<Path> recent;
    private final Executor soon;
    private final List<StudyRow> waiting = new ArrayList<>();
    private Optional<ReceivedStudy> offered = Optional.empty();

    /**
     * @param shown the study on screen
     * @param recent told of the study's file once there is something in it
     * @param soon runs on the foreground thread, some 20 times a second
     */
    public ReceivedRows(StudyModel shown, Consumer<Path> recent, Executor soon) {
        this.shown = shown;
        this.recent = recent;
        this.soon = soon;
        shown.storeProperty().addListener((source, old, now) -> {
            if (offered.isPresent() && now.equals(offered.map(ReceivedStudy::store))) {
                // rows may have come between the reading and the showing
                shown.reload();
            }
        });
    }

    /** On the thread that made the row. */
    public void arrived(ReceivedStudy study, StudyRow row) {
        boolean first;
        synchronized (waiting) {
            first = waiting.isEmpty();
            waiting.add(row);
        }
        if (first) {
            soon.execute(() -> show(study));
        }
    }

    private void show(ReceivedStudy study) {
        List<StudyRow> rows;
        synchronized (waiting) {
            rows = List.copyOf(waiting);
            waiting.clear();
        }
        Optional<StudyStore> now = shown.storeProperty().get();
        if (now.equals(Optional.of(study.store()))) {
            shown.put(rows);
        } else if (offered.isEmpty()) {
            offered = Optional.of(study);
            recent.accept(study.file());
            if (now.isEmpty()) {
                shown.showLent(study.store(), () -> {});
            } else {
                shown.lend(study.store());
                shown.say("What notebooks send goes into another study: File ▸ Open Recent has it.");
            }
        }
    }
}
