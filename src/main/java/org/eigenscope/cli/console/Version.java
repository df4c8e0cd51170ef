package org.eigenscope.cli.console;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.IVersionProvider;

/**
 * The version, the day it was built for, the Java it runs on, and the libraries it was built with: what a report of a fault needs.
 * All of it is in the manifest of the program's jar; classes without one are a development build.
 */
public final class Version implements IVersionProvider {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";
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

    /** The manifest of the program's own jar among those of its libraries. */
    private static Optional<Attributes> manifest() {
        try {
            Enumeration<URL> all = Version.class.getClassLoader().getResources(MANIFEST);
            while (all.hasMoreElements()) {
                try (InputStream in = all.nextElement().openStream()) {
                    Attributes main = new Manifest(in).getMainAttributes();
                    if (TITLE.equals(main.getValue(Attributes.Name.IMPLEMENTATION_TITLE))) {
                        return Optional.of(main);
                    }
                }
            }
        } catch (IOException unreadable) {
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
