package org.eigenscope.study.attribute;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eigenscope.error.BadInputException;

/**
 * Finds the attributes of files: in their names, in what they say of themselves, in {@code trainer_state.json} beside them, by a
 * pattern and in a table.
 */
public final class AttributeReader {
    private final Optional<NamePattern> pattern;
    private final Optional<AttributeTable> table;

    /**
     * A reader.
     *
     * @param pattern the user's own
     * @param table the user's own
     */
    public AttributeReader(Optional<NamePattern> pattern, Optional<AttributeTable> table) {
        this.pattern = Objects.requireNonNull(pattern, "pattern");
        this.table = Objects.requireNonNull(table, "table");
    }

    /**
     * The attributes of a file.
     *
     * @param format the name of its format
     * @param metadata what it says of itself
     * @throws BadInputException if the pattern takes too long
     */
    public FileAttributes read(Path file, String format, Map<String, String> metadata) throws BadInputException {
        FileAttributes found = FileAttributes.NONE
                .with(UsualNames.of(file))
                .with(ofMetadata(format, metadata))
                .with(TrainerState.beside(file));
        if (pattern.isPresent()) {
            found = found.with(pattern.get().attributes(file));
        }
        return table.isPresent() ? found.with(table.get().attributes(file)) : found;
    }

    /** Files made for training say what they mean; of others only what every trainer knows counts. */
    private static List<Attribute> ofMetadata(String format, Map<String, String> metadata) {
        boolean ofTraining = format.equals("safetensors") || format.startsWith("PyTorch");
        List<Attribute> found = new ArrayList<>();
        metadata.forEach((name, value) -> AttributeNames.attribute(name, value, AttributeOrigin.FILE)
                .filter(attribute -> ofTraining || AttributeNames.isOfTraining(attribute.name()))
                .ifPresent(found::add));
        return found;
    }

    /** What is to be said once all files have been read. */
    public List<String> remarks() {
        return table.map(AttributeTable::remarks).orElse(List.of());
    }
}
