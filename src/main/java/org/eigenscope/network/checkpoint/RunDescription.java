package org.eigenscope.network.checkpoint;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.eigenscope.network.model.Network;
import org.eigenscope.network.train.Snapshot;
import org.eigenscope.network.train.TrainingSettings;

/**
 * What a checkpoint says of its training, under the names by which a survey finds attributes.
 *
 * @param data the name of the data
 * @param labelNoise the part of the labels that was drawn anew; 1 for random labels
 * @param network what was trained
 * @param settings how
 */
public record RunDescription(String data, double labelNoise, Network network, TrainingSettings settings) {
    /** The run, in a word: data, net, batch size, seed. */
    public String name() {
        String net = network.id().replaceAll("[^a-z0-9.-]+", "-");
        return String.format(
                Locale.ROOT,
                "%s_%s_b%d_s%d",
                data.replaceAll("[^A-Za-z0-9.-]+", "-"),
                net,
                settings.batchSize(),
                settings.seed());
    }

    /** The name of the file of a snapshot. */
    public String file(int epoch) {
        return String.format(Locale.ROOT, "%s_e%05d.safetensors", name(), epoch);
    }

    /** The file that keeps what a training needs to go on, beside the last snapshot; surveys pass over it. */
    public String stateFile() {
        return "optimizer_" + name() + ".safetensors";
    }

    /** What decides the training, to tell whether a file belongs to it. */
    public Map<String, String> identity() {
        Map<String, String> identity = new LinkedHashMap<>();
        identity.put("run", name());
        identity.put("data", data);
        identity.put("net", network.id());
        identity.put("input_shape", network.input().toString());
        identity.put("outputs", Integer.toString(network.outputs()));
        identity.put("batch_size", Integer.toString(settings.batchSize()));
        identity.put("seed", Long.toString(settings.seed()));
        identity.put("rate", settings.rate().id());
        identity.put("schedule", settings.rate().schedule().id());
        identity.put("momentum", Double.toString(settings.momentum()));
        identity.put("weight_decay", Double.toString(settings.decay()));
        identity.put("objective", settings.loss().id());
        identity.put("label_noise", Double.toString(labelNoise));
        // a schedule over the whole training depends on its length
        boolean lasting = settings.rate().schedule().isOfWhole();
        identity.put("epochs_planned", lasting ? Integer.toString(settings.epochs()) : "any");
        return identity;
    }

    /** All that a file says: what decides the training, and where it stands. */
    public Map<String, String> metadata(Snapshot snapshot) {
        Map<String, String> metadata = identity();
        metadata.put("epoch", Integer.toString(snapshot.epoch()));
        metadata.put("step", Long.toString(snapshot.step()));
        metadata.put("learning_rate", Double.toString(snapshot.rate()));
        put(metadata, "train_loss", snapshot.measures().trainingLoss());
        put(metadata, "train_accuracy", snapshot.measures().trainingAccuracy());
        put(metadata, "test_loss", snapshot.measures().testLoss());
        put(metadata, "test_accuracy", snapshot.measures().testAccuracy());
        return metadata;
    }

    private static void put(Map<String, String> metadata, String name, double value) {
        if (Double.isFinite(value)) {
            metadata.put(name, Double.toString(value));
        }
    }
}
