package org.eigenscope.study.exchange;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.eigenscope.error.BadInputException;
import org.eigenscope.study.Cells;
import org.eigenscope.study.Column;
import org.eigenscope.study.StudyRow;
import org.eigenscope.study.store.StudyStore;

/**
 * The folder that a survey on a cluster writes: Parquet for other programs, and the same rows as lines, from which a study takes them. Lines
 * lie in {@code _lines}, those of a run that has not ended in {@code _rows}; both may hold a row, and the later one counts.
 */
public final class RowFolder {
    /** Says that a folder is one of these, and which version. */
    public static final String MARK = "_eigenscope";

    /** What the mark holds. */
    public static final String VERSION = "eigenscope survey 1";

    /** The folder of lines. */
    public static final String LINES = "_lines";

    /** The folder of a run that has not ended, a file for each row. */
    public static final String ROWS = "_rows";

    /** A row with the eigenvalues of a matrix of 100,000 rows takes 1.1 MB. */
    private static final int LONGEST_LINE = 1 << 26;

    private static final Pattern URI = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+:/.*");

    private final Path folder;

    private RowFolder(Path folder) {
        this.folder = Objects.requireNonNull(folder, "folder");
    }

    /**
     * A folder on this machine.
     *
     * @throws BadInputException if it is none that a survey on a cluster wrote
     */
    public static RowFolder open(Path folder) throws BadInputException {
        Path mark = folder.resolve(MARK);
        try {
            boolean ours = Files.isRegularFile(mark)
                    && Files.size(mark) < 1000
                    && Files.readString(mark, StandardCharsets.UTF_8).strip().equals(VERSION);
            if (!ours) {
                throw new BadInputException(folder + " is no folder of a survey on a cluster: it has no file " + MARK
                        + " that says \"" + VERSION + "\".");
            }
        } catch (IOException unreadable) {
            throw new BadInputException(mark + " could not be read: " + unreadable.getMessage() + ".", unreadable);
        }
        return new RowFolder(folder);
    }

    /** Whether a source names a file by a scheme, such as {@code s3a://bucket/file} or {@code hdfs:/file}, and so is not relative to anything. */
    public static boolean isUri(String source) {
        return URI.matcher(source).matches();
    }

    /** Where a row's file is, as a study is to call it. */
    @FunctionalInterface
    public interface Naming {
        String source(Path file);
    }

    /**
     * Copies every row into a study.
     *
     * @param naming what the study calls files of this machine; others keep their names
     * @return how many rows there were
     * @throws BadInputException if a line is damaged, or the study cannot be written
     */
    public int copyInto(StudyStore study, Naming naming) throws BadInputException {
        Map<String, ExchangedRow> latest = new LinkedHashMap<>();
        for (Path file : files()) {
            read(file, latest);
        }
        for (ExchangedRow row : latest.values()) {
            study.putForeign(named(row.row(), naming), row.spectrum());
        }
        study.refreshView();
        return latest.size();
    }

    private static StudyRow named(StudyRow row, Naming naming) {
        String source = row.cells().text(Column.SOURCE);
        String name = isUri(source) ? source : naming.source(Path.of(source));
        return new StudyRow(0, row.key(), row.cells().with(new Cells(Map.of(Column.SOURCE, name))), row.attributes());
    }

    private List<Path> files() throws BadInputException {
        List<Path> files = new ArrayList<>();
        for (String part : List.of(LINES, ROWS)) {
            Path place = folder.resolve(part);
            if (!Files.isDirectory(place)) {
                continue;
            }
            try (Stream<Path> inside = Files.walk(place, 2)) {
                inside.filter(Files::isRegularFile)
                        .filter(file ->
                                file.getFileName().toString().matches("part-\\d+(?:\\.gz)?|[0-9a-f]{64}\\.json"))
                        .sorted()
                        .forEach(files::add);
            } catch (IOException | UncheckedIOException unreadable) {
                throw new BadInputException(place + " could not be read: " + unreadable.getMessage() + ".", unreadable);
            }
        }
        return files;
    }

    private static void read(Path file, Map<String, ExchangedRow> latest) throws BadInputException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = line(lines); !line.isEmpty(); line = line(lines)) {
                ExchangedRow row = RowLines.read(line);
                latest.merge(row.identity(), row, (a, b) -> a.written() > b.written() ? a : b);
            }
        } catch (EOFException cut) {
            throw new BadInputException(file + " is cut short.", cut);
        } catch (IOException unreadable) {
            throw new BadInputException(file + " could not be read: " + unreadable.getMessage() + ".", unreadable);
        } catch (BadInputException damaged) {
            throw new BadInputException(file + " is damaged: " + damaged.getMessage(), damaged);
        }
    }

    private static String line(BufferedReader in) throws IOException, BadInputException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.append((char) c);
            if (line.length() > LONGEST_LINE) {
                throw new BadInputException("A line is longer than " + LONGEST_LINE + " characters.");
            }
        }
        return line.toString();
    }
}
