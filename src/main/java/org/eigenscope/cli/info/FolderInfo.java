package org.eigenscope.cli.info;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eigenscope.cli.console.Console;
import org.eigenscope.cli.console.Json;
import org.eigenscope.cli.console.TextTable;
import org.eigenscope.error.CancelledException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.library.FolderListing;
import org.eigenscope.library.MatrixFileOpener;
import org.eigenscope.library.MatrixLibrary;
import org.eigenscope.progress.CancelToken;

/** Lists the matrix files in a folder and its folders, and how many matrices each holds. */
final class FolderInfo {
    private static final List<String> HEADINGS = List.of("file", "format", "matrices", "note");

    private final Console console;

    FolderInfo(Console console) {
        this.console = console;
    }

    /** One file; a negative count goes with a reason. */
    private record Line(String file, String format, long matrices, Optional<String> failure) {}

    void write(Path folder, boolean json) throws EigenscopeException, IOException {
        FolderListing found;
        try (MatrixLibrary library = new MatrixLibrary(new MatrixFileOpener())) {
            found = library.scan(folder, CancelToken.NONE);
        }
        List<Line> lines = new ArrayList<>();
        for (FolderListing.FoundFile file : found.allFiles()) {
            lines.add(line(folder, file));
        }
        if (json) {
            Json.document(console.out(), out -> writeJson(folder, found, lines, out));
        } else {
            writeTable(lines);
        }
        found.remarks().forEach(console::say);
        console.say(folder + ": " + lines.size() + (lines.size() == 1 ? " matrix file." : " matrix files."));
    }

    private static Line line(Path folder, FolderListing.FoundFile found) throws CancelledException {
        String name = folder.relativize(found.path()).toString();
        try (MatrixFile file = new MatrixFileOpener().open(found.path(), CancelToken.NONE)) {
            long matrices =
                    file.tensors().stream().filter(TensorInfo::isReadable).count();
            return new Line(name, found.format(), matrices, Optional.empty());
        } catch (CancelledException cancelled) {
            throw cancelled;
        } catch (EigenscopeException failure) {
            return new Line(name, found.format(), -1, Optional.of(failure.getMessage()));
        }
    }

    private void writeTable(List<Line> lines) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADINGS);
        for (Line line : lines) {
            String count = line.matrices() < 0 ? "-" : Long.toString(line.matrices());
            rows.add(List.of(line.file(), line.format(), count, line.failure().orElse("")));
        }
        TextTable.write(rows, console.out());
    }

    private static void writeJson(Path folder, FolderListing found, List<Line> lines, Json out) throws IOException {
        out.object(() -> {
            out.field("folder", folder.toString());
            out.array("files", () -> {
                for (Line line : lines) {
                    out.object(() -> writeLine(line, out));
                }
            });
            out.array("remarks", () -> {
                for (String remark : found.remarks()) {
                    out.object(() -> out.field("remark", remark));
                }
            });
        });
    }

    private static void writeLine(Line line, Json out) throws IOException {
        out.field("file", line.file());
        out.field("format", line.format());
        if (line.matrices() >= 0) {
            out.field("matrices", line.matrices());
        }
        out.field("failure", line.failure());
    }
}
