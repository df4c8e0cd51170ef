package org.eigenscope.io.format.onnx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
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
    /**
     * What a tensor's keys {@code location}, {@code offset} and {@code length} say, checked.
     *
     * @param bytes that the tensor takes
     * @throws BadInputException with a clause and not a sentence, if they cannot be true or lead out of the folder
     */
    static ExternalData of(Path model, Map<String, String> keys, long bytes) throws BadInputException {
        CompanionFile file = CompanionFile.beside(model, keys.getOrDefault("location", ""));
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
