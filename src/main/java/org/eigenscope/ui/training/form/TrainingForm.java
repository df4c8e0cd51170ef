package org.eigenscope.ui.training.form;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.eigenscope.error.BadInputException;
import org.eigenscope.network.model.Architecture;
import org.eigenscope.network.model.Network;
import org.eigenscope.network.train.LearningRate;
import org.eigenscope.network.train.RateSchedule;
import org.eigenscope.network.train.TrainingNumber;

/** The fields of a training, read as they are typed. What is wrong stands beside its field. */
public final class TrainingForm {
    private final Map<FormKey, FormField> fields = new EnumMap<>(FormKey.class);
    private final ReadOnlyObjectWrapper<Optional<TrainingPlan>> plan =
            new ReadOnlyObjectWrapper<>(this, "plan", Optional.empty());
    private final ReadOnlyObjectWrapper<List<ObservedMatrix>> matrices =
            new ReadOnlyObjectWrapper<>(this, "matrices", List.of());
    private boolean filling;

    public TrainingForm() {
        for (FormKey key : FormKey.values()) {
            FormField field = new FormField(key);
            fields.put(key, field);
            field.textProperty().addListener((source, old, now) -> read());
        }
        read();
    }

    public FormField field(FormKey key) {
        return fields.get(key);
    }

    /** Fills fields; those that are not named get their usual text. */
    public void fill(Map<String, String> texts) {
        filling = true;
        for (FormKey key : FormKey.values()) {
            field(key).textProperty().set(texts.getOrDefault(key.id(), key.usual()));
        }
        filling = false;
        read();
    }

    /** All texts under the names of their fields. */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        fields.forEach((key, field) -> texts.put(key.id(), field.text()));
        return texts;
    }

    /** Whether every field has the text of a new window. */
    public boolean isUsual() {
        return fields.values().stream()
                .allMatch(field -> field.text().equals(field.key().usual()));
    }

    /** All that a session remembers. */
    public List<Observable> changes() {
        return fields.values().stream().<Observable>map(FormField::textProperty).toList();
    }

    /** Says of a field what came out only when its data were read; the next change of any field takes it back. */
    public void object(FormKey key, String sentence) {
        field(key).object(sentence);
    }

    private void read() {
        if (filling) {
            return;
        }
        fields.values().forEach(field -> field.object(""));
        Reading reading = new Reading();
        plan.set(reading.plan());
    }

    /** Reads a part of a field. */
    @FunctionalInterface
    private interface Reader<T> {
        T read(String text) throws BadInputException;
    }

    /** Reads all fields once. */
    private final class Reading {
        private boolean wrong;

        private <T> Optional<T> read(FormKey key, Reader<T> reader) {
            try {
                return Optional.of(
                        reader.read(FormReader.written(key, field(key).text())));
            } catch (BadInputException refused) {
                wrong = true;
                field(key).object(refused.getMessage());
                return Optional.empty();
            }
        }

        private Optional<Double> number(FormKey key, TrainingNumber number) {
            return read(key, text -> FormReader.number(number, text));
        }

        Optional<TrainingPlan> plan() {
            Optional<String> data = read(FormKey.DATA, FormReader::data);
            Optional<Architecture> net = read(FormKey.NET, FormReader::net);
            Optional<SortedSet<Integer>> batches = read(FormKey.BATCH, FormReader::batches);
            Optional<Double> seeds = number(FormKey.SEEDS, TrainingNumber.SEEDS);
            Optional<TrainingPlan.Recipe> recipe = recipe();
            Optional<ObservedMatrix> matrix = matrix(net);
            boolean needed = matrix.map(ObservedMatrix::needsInputs).orElse(false);
            Optional<Integer> inputs = needed ? read(FormKey.INPUTS, FormReader::inputs) : Optional.of(2);
            if (wrong || isTooMany(batches.orElseThrow().size(), seeds.orElseThrow())) {
                return Optional.empty();
            }
            return Optional.of(new TrainingPlan(
                    data.orElseThrow(),
                    net.orElseThrow(),
                    new ArrayList<>(batches.orElseThrow()),
                    seeds.orElseThrow().intValue(),
                    recipe.orElseThrow(),
                    matrix.orElseThrow(),
                    inputs.orElseThrow()));
        }

        private Optional<TrainingPlan.Recipe> recipe() {
            Optional<RateSchedule> schedule = read(FormKey.SCHEDULE, RateSchedule::parse);
            Optional<LearningRate> rate =
                    read(FormKey.RATE, text -> LearningRate.parse(text, schedule.orElse(RateSchedule.CONSTANT)));
            Optional<Double> momentum = number(FormKey.MOMENTUM, TrainingNumber.MOMENTUM);
            Optional<Double> decay = number(FormKey.DECAY, TrainingNumber.DECAY);
            Optional<Double> noise = number(FormKey.NOISE, TrainingNumber.LABEL_NOISE);
            Optional<Double> epochs = number(FormKey.EPOCHS, TrainingNumber.EPOCHS);
            return read(FormKey.LOSS, FormReader::loss)
                    .filter(loss -> !wrong)
                    .map(loss -> new TrainingPlan.Recipe(
                            epochs.orElseThrow().intValue(),
                            rate.orElseThrow(),
                            momentum.orElseThrow(),
                            decay.orElseThrow(),
                            noise.orElseThrow(),
                            loss));
        }

        private Optional<ObservedMatrix> matrix(Optional<Architecture> net) {
            return read(FormKey.TARGET, text -> {
                ObservedMatrix wanted = ObservedMatrix.parse(text);
                if (net.isPresent()) {
                    Network network = FormReader.anyNetwork(net.get());
                    matrices.set(ObservedMatrix.of(network));
                    wanted.requireIn(network);
                }
                return wanted;
            });
        }

        private boolean isTooMany(int batches, double seeds) {
            boolean tooMany = batches * seeds > TrainingPlan.MOST_RUNS;
            if (tooMany) {
                field(FormKey.SEEDS)
                        .object(batches + (batches == 1 ? " batch size" : " batch sizes") + " with " + (int) seeds
                                + " seeds are " + (int) (batches * seeds) + " runs; at most " + TrainingPlan.MOST_RUNS
                                + " can be trained at a time.");
            }
            return tooMany;
        }
    }

    /** What is to be trained; empty while a field is wrong. */
    public ReadOnlyObjectProperty<Optional<TrainingPlan>> planProperty() {
        return plan.getReadOnlyProperty();
    }

    /** The matrices of the net that is written. */
    public ReadOnlyObjectProperty<List<ObservedMatrix>> matricesProperty() {
        return matrices.getReadOnlyProperty();
    }
}
