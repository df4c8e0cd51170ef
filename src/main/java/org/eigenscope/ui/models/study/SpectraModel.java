package org.eigenscope.ui.models.study;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.eigenscope.error.BadInputException;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.store.StudyStore;
import org.eigenscope.ui.library.Sparkline;

/**
 * Small pictures of the spectra that a study keeps, made in the background for the rows that are looked at. The newest requests come
 * first, and of those that nobody waits for any more the oldest are forgotten. Belongs to the foreground thread.
 */
public final class SpectraModel {
    private static final int STEPS = 16;
    private static final int AT_ONCE = 24;
    private static final int MOST = 4_000;

    private final StudyModel study;
    private final Executor background;
    private final Executor foreground;
    private final Deque<Place> wanted = new ArrayDeque<>();
    private final Map<Place, ReadOnlyObjectWrapper<Sparkline>> pictures = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, ReadOnlyObjectWrapper<Sparkline>> eldest) {
            return size() > MOST;
        }
    };
    private boolean loading;

    /** Where a spectrum is in a study. */
    private record Place(String content, String convention) {}

    /** A picture that was made; empty if the study has no such spectrum. */
    private record Made(Place place, Sparkline picture) {}

    /**
     * @param study has the spectra
     * @param background reads them
     * @param foreground the thread of every caller
     */
    public SpectraModel(StudyModel study, Executor background, Executor foreground) {
        this.study = study;
        this.background = background;
        this.foreground = foreground;
        study.storeProperty().addListener((source, old, now) -> {
            wanted.clear();
            pictures.clear();
        });
    }

    /** The picture of a row's spectrum, without bars until it is there. */
    public ReadOnlyObjectProperty<Sparkline> picture(StudyRow row) {
        Place place = new Place(row.key().content(), row.key().convention());
        ReadOnlyObjectWrapper<Sparkline> picture = pictures.get(place);
        if (picture == null) {
            picture = new ReadOnlyObjectWrapper<>(this, "picture", Sparkline.EMPTY);
            pictures.put(place, picture);
            if (!place.content().isEmpty()) {
                wanted.addFirst(place);
                load();
            }
        }
        return picture.getReadOnlyProperty();
    }

    private void load() {
        Optional<StudyStore> store = study.storeProperty().get();
        if (loading || wanted.isEmpty() || store.isEmpty()) {
            return;
        }
        loading = true;
        while (wanted.size() > MOST / 4) {
            // scrolled past long ago: asked for again when it is looked at again
            pictures.remove(wanted.removeLast());
        }
        List<Place> some = new ArrayList<>();
        while (some.size() < AT_ONCE && !wanted.isEmpty()) {
            some.add(wanted.removeFirst());
        }
        background.execute(() -> {
            List<Made> made =
                    some.stream().map(place -> make(store.get(), place)).toList();
            foreground.execute(() -> {
                loading = false;
                made.forEach(this::show);
                load();
            });
        });
    }

    private static Made make(StudyStore store, Place place) {
        try {
            return new Made(
                    place,
                    store.spectrum(place.content(), place.convention())
                            .map(found -> Sparkline.ofLogarithms(found.positive(), STEPS))
                            .orElse(Sparkline.EMPTY));
        } catch (BadInputException closed) {
            return new Made(place, Sparkline.EMPTY);
        }
    }

    private void show(Made made) {
        ReadOnlyObjectWrapper<Sparkline> picture = pictures.get(made.place());
        if (picture != null) {
            picture.set(made.picture());
        }
    }
}
