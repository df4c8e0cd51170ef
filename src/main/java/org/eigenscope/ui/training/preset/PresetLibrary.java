package org.eigenscope.ui.training.preset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eigenscope.error.BadInputException;

/** The presets that come with the program, in the order of their index. */
public final class PresetLibrary {
    private static final String INDEX = "index.txt";

    private final Class<?> beside;
    private final String folder;

    /** The presets of the program. */
    public static PresetLibrary shipped() {
        return new PresetLibrary(PresetLibrary.class, "/org/eigenscope/ui/training/presets/");
    }

    /**
     * Presets among the resources.
     *
     * @param beside a class that can see them
     * @param folder ends with a slash
     */
    PresetLibrary(Class<?> beside, String folder) {
        this.beside = beside;
        this.folder = folder;
    }

    /**
     * What was found.
     *
     * @param presets the pages that could be read, in the order of the index
     * @param problems a sentence for each of the others
     */
    public record Listing(List<Preset> presets, List<String> problems) {
        public Listing {
            presets = List.copyOf(presets);
            problems = List.copyOf(problems);
        }
    }

    /** Reads all pages that the index names, one name a line; without an index there are none. */
    public Listing read() {
        List<Preset> presets = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (String name : names(problems)) {
            try {
                presets.add(Preset.parse(name, text(name)));
            } catch (BadInputException | IOException refused) {
                problems.add(refused.getMessage());
            }
        }
        return new Listing(presets, problems);
    }

    private List<String> names(List<String> problems) {
        if (beside.getResource(folder + INDEX) == null) {
            return List.of();
        }
        try {
            return text(INDEX)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            problems.add("The index of presets could not be read: " + unreadable.getMessage());
            return List.of();
        }
    }

    private String text(String name) throws IOException {
        try (InputStream in = beside.getResourceAsStream(folder + name)) {
            if (in == null) {
                throw new IOException("The page " + name + " is not there.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
