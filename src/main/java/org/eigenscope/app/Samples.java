package org.eigenscope.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eigenscope.library.MatrixTarget;

/** The files that come with the program: beside its {@code bin} and {@code lib}, or at the top of the project. */
final class Samples {
    private static final String FOLDER = "samples";
    private static final String SUFFIX = ".safetensors";
    private static final MatrixTarget FIRST =
            new MatrixTarget(Path.of("digits_b20_s0.safetensors"), Optional.of("fc2.weight"));

    private Samples() {}

    /** The samples, the one to begin with first; empty where there are none. */
    static List<MatrixTarget> find() {
        return ProgramFolders.candidates(FOLDER).stream()
                .map(Samples::in)
                .filter(list -> !list.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** The sample of that file name, if there is one. */
    static Optional<Path> named(String file) {
        return find().stream()
                .map(MatrixTarget::file)
                .filter(path -> file.equals(String.valueOf(path.getFileName())))
                .findFirst();
    }

    /** The samples in a folder, the one to begin with first. */
    static List<MatrixTarget> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<MatrixTarget> targets =
                    new ArrayList<>(files.filter(file -> file.toString().endsWith(SUFFIX))
                            .sorted()
                            .map(file -> new MatrixTarget(file, Optional.empty()))
                            .toList());
            MatrixTarget first = new MatrixTarget(folder.resolve(FIRST.file()), Optional.empty());
            if (targets.remove(first)) {
                targets.add(0, new MatrixTarget(first.file(), FIRST.name()));
            }
            return targets;
        } catch (IOException | UncheckedIOException unreadable) {
            // Without samples the window starts empty, which is no failure.
            return List.of();
        }
    }
}
