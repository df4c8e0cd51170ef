package org.eigenscope.cli.console;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.IVersionProvider;

/**
 * The version, the day it was built for, the Java it runs on, and the libraries it was built with: what a report of a fault needs.
 * All of it is in the manifest of the program's jar; classes without one are a development build.
 */
public final class Version implements IVersionProvider {
    private static final String TITLE = "Eigenscope";

    /** A library's file: its name, its version, and the platform of native code, which is left out. */
    private static final Pattern JAR =
            Pattern.compile("(.+?)-(\\d[^/]*?)(-(?:linux|windows|macosx|mac|win)[^/]*)?\\.jar");

    private static final int WIDTH = 100;

    @Override
    public String[] getVersion() {
        Optional<Attributes> manifest = manifest();
        List<String> lines = new ArrayList<>();
        lines.add("eigenscope "
                + manifest.map(all -> all.getValue(Attributes.Name.IMPLEMENTATION_VERSION))
                        .orElse("(development build)"));
        manifest.map(all -> all.getValue("Build-Date"))
                .ifPresent(date -> lines.add("built for " + date.substring(0, 10)));
        lines.add("on Java " + property("java.version") + " of " + property("java.vendor") + ", " + property("os.name")
                + " " + property("os.arch"));
        manifest.map(all -> all.getValue(Attributes.Name.CLASS_PATH))
                .ifPresent(path -> lines.addAll(folded(libraries(path))));
        // picocli takes % for a format
        return lines.stream().map(line -> line.replace("%", "%%")).toArray(String[]::new);
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }

    /** The manifest of the program's own jar. */
    private static Optional<Attributes> manifest() {
        CodeSource source = Version.class.getProtectionDomain().getCodeSource();
        try {
            Path file =
                    source == null ? Path.of("") : Path.of(source.getLocation().toURI());
            if (Files.isRegularFile(file)) {
                try (JarFile jar = new JarFile(file.toFile())) {
                    return Optional.of(jar.getManifest().getMainAttributes())
                            .filter(main -> TITLE.equals(main.getValue(Attributes.Name.IMPLEMENTATION_TITLE)));
                }
            }
        } catch (IOException | URISyntaxException | FileSystemNotFoundException | IllegalArgumentException unreadable) {
            // said as a development build
        }
        return Optional.empty();
    }

    /** Names and versions of the libraries of a class path, each once, in the path's order. */
    static List<String> libraries(String classPath) {
        List<String> libraries = new ArrayList<>();
        for (String jar : classPath.trim().split("\\s+")) {
            Matcher parts = JAR.matcher(jar);
            String library = parts.matches() ? parts.group(1) + " " + parts.group(2) : jar;
            if (!library.isEmpty() && !libraries.contains(library)) {
                libraries.add(library);
            }
        }
        return libraries;
    }

    /** The libraries after one another, in lines that a terminal shows whole. */
    private static List<String> folded(List<String> libraries) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder("with");
        for (int i = 0; i < libraries.size(); i++) {
            String next = " " + libraries.get(i) + (i < libraries.size() - 1 ? "," : "");
            if (line.length() + next.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder("    ");
            }
            line.append(next);
        }
        lines.add(line.toString());
        return lines;
    }
}
