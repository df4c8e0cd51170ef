package org.eigenscope.ui.library;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.eigenscope.text.Printable;

/** Names of files and folders that lie in a list side by side: the last part of the path, and more of it where that repeats. */
final class DistinctNames {
    private DistinctNames() {}

    /** The name of each path. */
    static Map<Path, String> of(Collection<Path> paths) {
        Map<Path, String> names = new HashMap<>();
        List<Path> open = List.copyOf(new HashSet<>(paths));
        for (int parts = 1; !open.isEmpty(); parts++) {
            Set<String> seen = new HashSet<>();
            Set<String> repeated = new HashSet<>();
            for (Path path : open) {
                String name = ending(path, parts);
                if (!seen.add(name)) {
                    repeated.add(name);
                }
            }
            int length = parts;
            open.forEach(path -> names.put(path, Printable.of(ending(path, length))));
            open = open.stream()
                    .filter(path -> repeated.contains(ending(path, length)) && path.getNameCount() > length)
                    .toList();
        }
        return names;
    }

    /** The last parts of a path. */
    private static String ending(Path path, int parts) {
        int count = path.getNameCount();
        return count == 0 || parts > count
                ? path.toString()
                : path.subpath(count - parts, count).toString();
    }

    /** What is shown of a name in a width; where that is too wide still, the label leaves out its middle. */
    static String fitting(String name, double width, ToDoubleFunction<String> widthOf) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 || width <= 0 || widthOf.applyAsDouble(name) <= width ? name : name.substring(0, dot) + "…";
    }
}
