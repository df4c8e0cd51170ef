package org.eigenscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Writes into the pages of the guide what the commands in them print now. Runs at the top of the project; the pages may be named. */
public final class GuideExamplesMaker {
    private static final Path GUIDE = Path.of("src", "site", "markdown", "guide");

    private GuideExamplesMaker() {}

    /** Runs it. */
    public static void main(String[] arguments) throws IOException {
        List<Path> pages = Stream.of(arguments).map(Path::of).toList();
        if (pages.isEmpty()) {
            try (Stream<Path> files = Files.list(GUIDE)) {
                pages = files.sorted().toList();
            }
        }
        for (Path page : pages) {
            Path folder = Files.createTempDirectory("guide");
            Files.writeString(page, new ConsoleExamples(folder).rewritten(Files.readString(page)));
            try (Stream<Path> made = Files.walk(folder)) {
                for (Path path : made.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
