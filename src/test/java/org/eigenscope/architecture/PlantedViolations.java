package org.eigenscope.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** A small project that breaks every rule, compiled on the fly so that nothing of it lies in the source tree. */
final class PlantedViolations {
    static final String BASE = "planted";

    private static final List<String> SOURCES = List.of("""
            package planted.misc;
            class OutsideTheTable {}
            """, """
            package planted.progress;
            class Hoarder {
                static int changing;
                static final java.util.List<String> FIXED = java.util.List.of();
                static final java.util.ArrayList<String> GROWING = new java.util.ArrayList<>();
                javafx.stage.Stage window;
                io.fair_acc.chartfx.Chart chart;
                atlantafx.base.theme.Theme theme;
                org.ejml.data.DMatrixRMaj matrix;
                org.bytedeco.javacpp.DoublePointer pointer;
                org.apache.commons.math3.complex.Complex number;
                picocli.CommandLine command;
                com.fasterxml.jackson.databind.JsonNode json;
                de.siegmar.fastcsv.reader.CsvRecord line;
                io.jhdf.HdfFile hdf;
                org.apache.pdfbox.pdmodel.PDDocument page;
                org.commonmark.node.Node text;
                com.sun.net.httpserver.HttpServer server;
                java.awt.Color colour;
                java.sql.Connection connection;
                java.net.Socket socket;
                Object fetch(java.net.URL address) throws java.io.IOException { return address.openStream(); }
                void print() { new Throwable().printStackTrace(); }
                void start() { java.util.concurrent.CompletableFuture.runAsync(this::print); }
            }
            """, """
            package planted.ui.screen;
            class ScreenModel { Runnable act = javafx.application.Platform::exit; }
            """);

    private PlantedViolations() {}

    static JavaClasses compile(Path folder) throws IOException {
        List<String> sources = new ArrayList<>(SOURCES);
        PackageTable.mayUse().keySet().forEach(name -> sources.add(trespasser(name)));
        List<String> arguments = new ArrayList<>(
                List.of("-proc:none", "-d", folder.toString(), "-cp", System.getProperty("java.class.path")));
        for (int i = 0; i < sources.size(); i++) {
            Path file = folder.resolve("source" + i + File.separator + "Trespasser.java");
            Files.createDirectories(file.getParent());
            arguments.add(Files.writeString(file, sources.get(i)).toString());
        }
        int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (status != 0) {
            throw new IllegalStateException("the planted violations do not compile");
        }
        return new ClassFileImporter().importPath(folder);
    }

    /** Nobody but the root may use cli, and cli may not use app: so every row is broken, and cli and app are a cycle. */
    private static String trespasser(String name) {
        String place = name.equals(PackageTable.ROOT) ? BASE : BASE + "." + name;
        String victim = switch (name) {
            case "cli" -> "app";
            case PackageTable.ROOT -> "error";
            default -> "cli";
        };
        return "package " + place + "; public class Trespasser { planted." + victim + ".Trespasser other; }";
    }
}
