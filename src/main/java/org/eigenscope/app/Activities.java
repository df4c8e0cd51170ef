package org.eigenscope.app;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.eigenscope.ui.task.ActivityModel;

/** One {@link ActivityModel} for each kind of background work. */
final class Activities {
    private final Map<ActivityKind, ActivityModel> models;

    /** @param nanoClock tells the time in nanoseconds */
    Activities(LongSupplier nanoClock) {
        models = Arrays.stream(ActivityKind.values())
                .collect(Collectors.toMap(
                        Function.identity(),
                        kind -> new ActivityModel(nanoClock),
                        (one, other) -> one,
                        () -> new EnumMap<>(ActivityKind.class)));
    }

    ActivityModel of(ActivityKind kind) {
        return models.get(kind);
    }
}
