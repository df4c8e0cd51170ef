package org.eigenscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The web pages in the folder that users get, as packaged. */
class GuidePagesIT {
    private static final Path PAGES = Path.of(System.getProperty("distribution"), "doc");

    /** A link to a file or a place; those with a scheme leave the distribution. */
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(?![a-z]+:)([^\"#]*)(?:#([^\"]*))?\"");

    @Test
    void everyLinkLeadsToAPlaceAmongThem() throws IOException {
        List<String> dead = new ArrayList<>();
        for (Path page : pages()) {
            for (MatchResult link :
                    LINK.matcher(Files.readString(page)).results().toList()) {
                if (!isThere(page, link)) {
                    dead.add(PAGES.relativize(page) + ": " + link.group());
                }
            }
        }
        assertThat(dead).isEmpty();
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            List<Path> pages =
                    files.filter(file -> file.toString().endsWith(".html")).toList();
            assertThat(pages).contains(PAGES.resolve("guide").resolve("spectrum.html"));
            return pages;
        }
    }

    private static boolean isThere(Path page, MatchResult link) throws IOException {
        Path target = link.group(1).isEmpty()
                ? page
                : page.resolveSibling(link.group(1)).normalize();
        return target.startsWith(PAGES)
                && Files.isRegularFile(target)
                && (link.group(2) == null || Files.readString(target).contains("id=\"" + link.group(2) + "\""));
    }
}
