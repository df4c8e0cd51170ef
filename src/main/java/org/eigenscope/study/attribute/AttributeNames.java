package org.eigenscope.study.attribute;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How attributes are called: one name for what programs call differently. */
final class AttributeNames {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_VALUE = 200;

    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("global_step", "step"),
            Map.entry("iteration", "step"),
            Map.entry("iter", "step"),
            Map.entry("iters", "step"),
            Map.entry("training_step", "step"),
            Map.entry("bs", "batch_size"),
            Map.entry("batch", "batch_size"),
            Map.entry("batchsize", "batch_size"),
            Map.entry("train_batch_size", "batch_size"),
            Map.entry("lr", "learning_rate"),
            Map.entry("wd", "weight_decay"),
            Map.entry("random_seed", "seed"));

    /** What a file of any format may say of its training. */
    private static final Set<String> OF_TRAINING = Set.of(
            "step", "epoch", "seed", "run", "model", "batch_size", "learning_rate", "weight_decay", "loss", "accuracy");

    /** What files say of their format, or what names a column of results. */
    private static final Set<String> OF_NO_USE = Set.of("format", "id");

    private AttributeNames() {}

    /** The name that an attribute goes by; empty if it cannot be one. */
    static Optional<String> usable(String text) {
        String plain = text.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9_]+", "_")
                .replaceAll("^_+|_+$", "");
        boolean usable = !plain.isEmpty() && plain.length() <= LONGEST_NAME && !OF_NO_USE.contains(plain);
        return usable ? Optional.of(SYNONYMS.getOrDefault(plain, plain)) : Optional.empty();
    }

    /** Whether the name is one that every trainer knows. */
    static boolean isOfTraining(String name) {
        return OF_TRAINING.contains(name)
                || name.matches("(?:train|test|val|valid|validation|eval)_(?:loss|accuracy|acc|error|err)");
    }

    /** The attribute of a name and a value as they were found; empty if it cannot be one. */
    static Optional<Attribute> attribute(String name, String value, AttributeOrigin origin) {
        String plain = value.strip();
        boolean usable = !plain.isEmpty()
                && plain.length() <= LONGEST_VALUE
                && plain.lines().count() == 1;
        return usable ? usable(name).map(own -> new Attribute(own, plain, origin)) : Optional.empty();
    }
}
