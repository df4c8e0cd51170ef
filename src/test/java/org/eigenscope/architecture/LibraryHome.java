package org.eigenscope.architecture;

import java.util.List;

/** Where a library may be used, and why nowhere else. */
record LibraryHome(String library, List<String> packages, List<String> homes, String reason) {
    static final List<LibraryHome> ALL = List.of(
            new LibraryHome(
                    "JavaFX",
                    List.of("javafx.."),
                    List.of("app", "ui"),
                    "the core and the command line must run, and be tested, without a toolkit"),
            new LibraryHome(
                    "chartfx",
                    List.of("io.fair_acc.."),
                    List.of("ui.plot"),
                    "one package hides the chart library, so it can be styled and replaced in one place"),
            new LibraryHome(
                    "Themes and icons",
                    List.of("atlantafx..", "org.kordamp..", "org.controlsfx.."),
                    List.of("app", "ui"),
                    "looks are the window's business"),
            new LibraryHome(
                    "EJML",
                    List.of("org.ejml.."),
                    List.of("matrix", "network.scaling", "spectrum", "spectrum.dense", "spectrum.krylov"),
                    "its decompositions overwrite their input and promise no order; they are wrapped once"),
            new LibraryHome(
                    "OpenBLAS",
                    List.of("org.bytedeco.."),
                    List.of("network.array", "spectrum.dense"),
                    "native memory and its clean-up belong to the packages that hold arrays for products"),
            new LibraryHome(
                    "commons-math",
                    List.of("org.apache.commons.math3.."),
                    List.of("law", "ensemble", "fit", "study.statistic"),
                    "its exceptions and mutable distributions must not become our interface"),
            new LibraryHome(
                    "picocli", List.of("picocli.."), List.of("cli"), "commands are thin; what they do is in analysis"),
            new LibraryHome(
                    "Jackson",
                    List.of("com.fasterxml.."),
                    List.of(
                            "io.format.safetensors",
                            "io.format.shard",
                            "io.format.tfjs",
                            "io.model",
                            "bridge",
                            "cli.console",
                            "session.json",
                            "study.attribute",
                            "study.exchange"),
                    "values know nothing of how they are written down"),
            new LibraryHome(
                    "The JDK's HTTP server",
                    List.of("com.sun.net.httpserver.."),
                    List.of("bridge"),
                    "what strangers may ask of it is decided in one place"),
            new LibraryHome(
                    "FastCSV",
                    List.of("de.siegmar.."),
                    List.of("io.format.text", "study.attribute"),
                    "values know nothing of how they are written down"),
            new LibraryHome(
                    "JDBC and SQLite",
                    List.of("java.sql..", "javax.sql..", "org.sqlite.."),
                    List.of("study.store"),
                    "a study's file is hostile; what is asked of it and what it may run is decided in one place"),
            new LibraryHome(
                    "jHDF",
                    List.of("io.jhdf.."),
                    List.of("io.format.hdf"),
                    "it meets hostile files; what it throws and allocates is bounded in one place"),
            new LibraryHome(
                    "PDFBox, Batik and JLaTeXMath",
                    List.of("org.apache.pdfbox..", "de.rototor..", "org.apache.batik..", "org.scilab.forge.."),
                    List.of("figure.export"),
                    "they bring AWT with them"),
            new LibraryHome(
                    "commonmark",
                    List.of("org.commonmark.."),
                    List.of("ui.lessons"),
                    "how a lesson looks is the window's business"),
            new LibraryHome(
                    "AWT",
                    List.of("java.awt..", "javax.swing..", "javax.imageio.."),
                    List.of("figure.export"),
                    "AWT beside JavaFX hangs on some desktops and slows every start"));

    String sentence() {
        return library + " only in " + String.join(", ", homes);
    }
}
