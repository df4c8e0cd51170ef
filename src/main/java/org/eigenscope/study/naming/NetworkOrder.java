package org.eigenscope.study.naming;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The tensors of one model in the order in which the network uses them. */
public final class NetworkOrder {
    private NetworkOrder() {}

    /**
     * A tensor's place among those of its model.
     *
     * @param place what its name tells
     * @param depth its number in the order, from 0
     * @param block the block's number, after the name of the part, {@code decoder.3}, in a model that has several parts
     */
    public record Position(TensorPlace place, int depth, String block) {}

    /**
     * The positions by name, in the order of the names given. Names that tell nothing of their order keep that of the list.
     *
     * @param names of one model's matrices, each once
     */
    public static Map<String, Position> of(List<String> names, TensorNames table) {
        List<TensorPlace> places = names.stream().map(table::place).toList();
        boolean parts = places.stream()
                        .map(TensorPlace::part)
                        .filter(part -> !part.isEmpty())
                        .distinct()
                        .count()
                > 1;
        List<Integer> order = IntStream.range(0, names.size())
                .boxed()
                .sorted(Comparator.comparing(i -> places.get(i).order()))
                .toList();
        int[] depths = new int[names.size()];
        for (int depth = 0; depth < order.size(); depth++) {
            depths[order.get(depth)] = depth;
        }
        Map<String, Position> positions = new LinkedHashMap<>();
        for (int i = 0; i < depths.length; i++) {
            TensorPlace place = places.get(i);
            boolean prefixed =
                    parts && !place.part().isEmpty() && !place.block().isEmpty();
            String block = prefixed ? place.part() + "." + place.block() : place.block();
            positions.put(names.get(i), new Position(place, depths[i], block));
        }
        return positions;
    }
}
