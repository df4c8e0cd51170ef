package org.eigenscope.io.format.onnx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.kit.BlockSource;
import org.eigenscope.io.kit.CompanionFile;
import org.eigenscope.io.kit.DenseLayout;
import org.eigenscope.io.kit.MappedBlocks;
import org.eigenscope.io.kit.ReadJob;

/**
 * Entries in a file beside the model.
 *
 * @param start the first byte
 */
record ExternalData(CompanionFile file, long start, long length) {
    private static final String LOCATION = "location";

    /**
     * What a tensor's keys {@code location}, {@code offset} and {@code length} say, checked.
     *
     * @param bytes that the tensor takes
     * @throws BadInputException with a clause and not a sentence, if they cannot be true or lead out of the folder
     */
    static ExternalData of(Path model, Map<String, String> keys, long bytes) throws BadInputException {
        CompanionFile file = CompanionFile.beside(model, keys.getOrDefault(LOCATION, ""));
        long start = number(keys.getOrDefault("offset", "0"));
        long length = keys.containsKey("length") ? number(keys.get("length")) : bytes;
        if (length != bytes) {
            throw new BadInputException("its " + length + " bytes are not the " + bytes + " that its shape takes");
        }
        if (start > file.size() - length) {
            throw new BadInputException("it lies beyond the " + file.size() + " bytes of '" + file.name() + "'");
        }
        return new ExternalData(file, start, length);
    }

    /** The file that a tensor's keys name; empty if they name none, or none that is there. */
    static Optional<Path> place(Path model, Map<String, String> keys) {
        if (!keys.containsKey(LOCATION)) {
            return Optional.empty();
        }
        try {
            return Optional.of(CompanionFile.beside(model, keys.get(LOCATION)).path());
        } catch (BadInputException missing) {
            return Optional.empty();
        }
    }

    double[] read(DenseLayout layout, ReadJob job) throws IOException, EigenscopeException {
        file.verify();
        try (BlockSource blocks = MappedBlocks.open(file.path(), start, length)) {
            return layout.read(blocks, job);
        }
    }

    private static long number(String text) throws BadInputException {
        if (!text.matches("[0-9]{1,18}")) {
            throw new BadInputException("its place in its file is damaged");
        }
        return Long.parseLong(text);
    }
}
