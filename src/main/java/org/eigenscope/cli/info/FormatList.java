package org.eigenscope.cli.info;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eigenscope.cli.console.Console;
import org.eigenscope.cli.console.Json;
import org.eigenscope.cli.console.TextTable;
import org.eigenscope.io.registry.MatrixFiles;

/** Lists the formats that are read, as their readers say it. */
public final class FormatList {
    private static final List<String> HEADINGS = List.of("format", "endings", "gzip", "what is read");

    private final Console console;

    public FormatList(Console console) {
        this.console = console;
    }

    public void write(boolean json) throws IOException {
        if (json) {
            Json.document(console.out(), FormatList::writeJson);
        } else {
            writeTable();
        }
        console.say("A file is known by its content first and by its ending second.");
    }

    private void writeTable() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADINGS);
        for (MatrixFiles.Format format : MatrixFiles.formats()) {
            String endings =
                    format.endings().stream().map(ending -> "." + ending).collect(Collectors.joining(" "));
            rows.add(List.of(
                    format.name(), endings.isEmpty() ? "-" : endings, format.gzip() ? "yes" : "no", format.scope()));
        }
        TextTable.write(rows, console.out());
    }

    private static void writeJson(Json out) throws IOException {
        out.array(() -> {
            for (MatrixFiles.Format format : MatrixFiles.formats()) {
                out.object(() -> {
                    out.field("format", format.name());
                    out.texts("endings", format.endings());
                    out.field("gzip", format.gzip());
                    out.field("scope", format.scope());
                });
            }
        });
    }
}
