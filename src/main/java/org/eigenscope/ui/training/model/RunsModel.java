package org.eigenscope.ui.training.model;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.eigenscope.ui.training.chart.EpochCurves;
import org.eigenscope.ui.training.run.Observation;
import org.eigenscope.ui.training.run.Observer;
import org.eigenscope.ui.training.run.TrainingRun;

/** The runs, which of them is looked at, and which of its networks. */
public final class RunsModel {
    private final Observer observer;
    private final ObservableList<RunLine> lines = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<RunLine>> chosen =
            new SimpleObjectProperty<>(this, "chosen", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Observation>> shown =
            new ReadOnlyObjectWrapper<>(this, "shown", Optional.empty());
    private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(this, "following", true);
    private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>(this, "place", new Place(0, 0));
    private final Map<RunCurves, ReadOnlyObjectWrapper<EpochCurves>> curves = new EnumMap<>(RunCurves.class);
    private Optional<Observer.Look> look = Optional.empty();
    /** The step that the user went back to. */
    private OptionalLong held = OptionalLong.empty();

    /**
     * Where among the networks of the run that were seen.
     *
     * @param index from 0
     * @param count how many there are
     */
    public record Place(int index, int count) {}

    RunsModel(Observer observer) {
        this.observer = observer;
        for (RunCurves kind : RunCurves.values()) {
            curves.put(kind, new ReadOnlyObjectWrapper<>(this, kind.name(), EpochCurves.EMPTY));
        }
        chosen.addListener((source, old, now) -> choose(now));
    }

    void begin(List<TrainingRun> runs) {
        held = OptionalLong.empty();
        following.set(true);
        chosen.set(Optional.empty());
        lines.clear();
        for (int i = 0; i < runs.size(); i++) {
            lines.add(new RunLine(i, runs.get(i)));
        }
        chosen.set(lines.stream().findFirst());
    }

    void began(Observer.Look at) {
        look = Optional.of(at);
    }

    void look(Observer.Look at) {
        look = Optional.of(at);
        observer.look(at);
        shown.set(Optional.empty());
        refresh();
    }

    /** What of each network is looked at; empty before the first training. */
    public Optional<Observer.Look> look() {
        return look;
    }

    private void choose(Optional<RunLine> line) {
        line.ifPresent(now -> observer.choose(now.run()));
        refresh();
    }

    /** Shows the network of the run that was seen at a place. */
    public void goTo(int index) {
        List<Observation> seen = chosen.get().map(RunLine::seen).orElse(List.of());
        if (index < 0 || index >= seen.size() || index == place.get().index() && held.isPresent()) {
            return;
        }
        boolean last = index == seen.size() - 1;
        held = last
                ? OptionalLong.empty()
                : OptionalLong.of(seen.get(index).network().step());
        following.set(last);
        show();
    }

    /** Shows the newest network from now on. */
    public void followLast() {
        held = OptionalLong.empty();
        following.set(true);
        show();
    }

    void refresh() {
        lines.forEach(line -> line.update(observer.observations(line.run())));
        show();
    }

    private void show() {
        Optional<RunLine> line = chosen.get();
        List<Observation> seen = line.map(RunLine::seen).orElse(List.of());
        int index = seen.size() - 1;
        for (int i = 0; held.isPresent() && i < seen.size(); i++) {
            if (seen.get(i).network().step() <= held.getAsLong()) {
                index = i;
            }
        }
        place.set(new Place(Math.max(0, index), seen.size()));
        Optional<Observation> kept = index < 0 ? Optional.empty() : Optional.of(seen.get(index));
        Optional<Observation> glimpse =
                held.isPresent() ? Optional.empty() : line.flatMap(now -> observer.glimpse(now.run()));
        // while another matrix is computed, the last picture stays
        if (kept.isPresent() || glimpse.isPresent() || line.isEmpty()) {
            shown.set(newer(glimpse, kept));
        }
        double at = shown.get().map(now -> now.network().place()).orElse(Double.NaN);
        int run = line.map(RunLine::index).orElse(0);
        curves.forEach((kind, property) -> property.set(kind.of(lines, run, at)));
    }

    private static Optional<Observation> newer(Optional<Observation> glimpse, Optional<Observation> kept) {
        long last = kept.map(one -> one.network().step()).orElse(-1L);
        return glimpse.filter(one -> one.network().step() >= last).or(() -> kept);
    }

    /** The seconds that all runs were trained. */
    double seconds() {
        return lines.stream().mapToDouble(line -> line.run().status().seconds()).sum();
    }

    public ObservableList<RunLine> lines() {
        return lines;
    }

    /** The run that is looked at. */
    public ObjectProperty<Optional<RunLine>> chosenProperty() {
        return chosen;
    }

    /** What is looked at. */
    public ReadOnlyObjectProperty<Optional<Observation>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Whether the newest network is shown as it comes. */
    public ReadOnlyBooleanProperty followingProperty() {
        return following.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Place> placeProperty() {
        return place.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<EpochCurves> curvesProperty(RunCurves kind) {
        return curves.get(kind).getReadOnlyProperty();
    }

    public Observer observer() {
        return observer;
    }
}
