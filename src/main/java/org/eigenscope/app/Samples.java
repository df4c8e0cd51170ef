package org.eigenscope.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eigenscope.library.MatrixTarget;

/** The files that come with the program: beside its {@code bin} and {@code lib}, or at the top of the project. */
final class Samples {
    /** Where the program is installed. */
    static final String HOME_PROPERTY = "eigenscope.home";

    private static final String FOLDER = "samples";
    private static final String SUFFIX = ".safetensors";
    private static final MatrixTarget FIRST =
            new MatrixTarget(Path.of("digits_b20_s0.safetensors"), Optional.of("fc2.weight"));

    private Samples() {}

    /** The samples, the one to begin with first; empty where there are none. */
    static List<MatrixTarget> find() {
        return candidates().stream()
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

    private static List<Path> candidates() {
        List<Path> candidates = new ArrayList<>();
        Optional.ofNullable(System.getProperty(HOME_PROPERTY)).ifPresent(home -> candidates.add(Path.of(home, FOLDER)));
        codeLocation().ifPresent(code -> {
            // lib/eigenscope.jar in an installation, target/classes in a build
            for (Path above = code.getParent(); above != null && candidates.size() < 4; above = above.getParent()) {
                candidates.add(above.resolve(FOLDER));
            }
        });
        return candidates;
    }

    private static Optional<Path> codeLocation() {
        CodeSource source = Samples.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException | IllegalArgumentException notAFile) {
            return Optional.empty();
        }
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
