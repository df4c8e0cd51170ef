package org.eigenscope.io.kit;

import java.util.List;
import java.util.stream.Collectors;
import org.eigenscope.io.TensorInfo;

/** Words for what a file holds, for messages. */
final class TensorNames {
    private static final int NAMES_IN_MESSAGE = 8;

    private TensorNames() {}

    /** For example "it has fc1, fc2", cut short when there are many. */
    static String describe(List<TensorInfo> tensors) {
        List<String> names = tensors.stream()
                .filter(TensorInfo::isReadable)
                .map(TensorInfo::name)
                .toList();
        if (names.isEmpty()) {
            return "it has no readable matrix";
        }
        if (names.equals(List.of(""))) {
            return "its one matrix has no name";
        }
        String some = names.stream().limit(NAMES_IN_MESSAGE).collect(Collectors.joining(", "));
        return "it has " + some + (names.size() > NAMES_IN_MESSAGE ? ", …" : "");
    }
}
