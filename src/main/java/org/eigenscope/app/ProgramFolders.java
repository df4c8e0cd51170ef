package org.eigenscope.app;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where folders that come with the program may be: beside its {@code bin} and {@code lib}, or at the top of the project. */
final class ProgramFolders {
    /** Where the program is installed. */
    static final String HOME_PROPERTY = "eigenscope.home";

    private static final int PLACES = 4;

    private ProgramFolders() {}

    /** Where a folder of that name may be, the likeliest first. */
    static List<Path> candidates(String name) {
        List<Path> candidates = new ArrayList<>();
        Optional.ofNullable(System.getProperty(HOME_PROPERTY)).ifPresent(home -> candidates.add(Path.of(home, name)));
        codeLocation().ifPresent(code -> {
            // lib/eigenscope.jar in an installation, target/classes in a build
            for (Path above = code.getParent();
                    above != null && candidates.size() < PLACES;
                    above = above.getParent()) {
                candidates.add(above.resolve(name));
            }
        });
        return candidates;
    }

    /** The folder with the web pages of the guide; empty in a build, whose pages are made when it is packaged. */
    static Optional<Path> guide() {
        return candidates("doc").stream()
                .map(folder -> folder.resolve("guide"))
                .filter(folder -> Files.isRegularFile(folder.resolve("index.html")))
                .findFirst();
    }

    private static Optional<Path> codeLocation() {
        CodeSource source = ProgramFolders.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException | IllegalArgumentException notAFile) {
            return Optional.empty();
        }
    }
}
