package org.eigenscope.io.format.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.MatrixReader;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.kit.DenseLayout;
import org.eigenscope.io.kit.FileNames;
import org.eigenscope.io.kit.FileStamp;
import org.eigenscope.io.kit.ListedFile;
import org.eigenscope.io.kit.ListedTensor;
import org.eigenscope.io.kit.MemoryBudget;
import org.eigenscope.io.kit.ReadJob;
import org.eigenscope.matrix.ElementType;
import org.eigenscope.progress.CancelToken;

/** Text tables: comma-, semicolon- or tab-separated values, or numbers between blanks. */
public final class TextReader implements MatrixReader {
    private static final Pattern STARTS_WITH_NUMBER = Pattern.compile("\\s*\"?[+-]?(\\d|\\.\\d)[\\s\\S]*");

    @Override
    public String formatName() {
        return "text (CSV, TSV, TXT)";
    }

    /** Any text whose first line of data starts with a number will do; by name, anything that is text at all. */
    @Override
    public Recognition recognise(byte[] head, Path path) {
        int mark = TextInput.byteOrderMarkLength(head);
        String text = new String(head, mark, head.length - mark, TextInput.charset(head));
        if (text.chars().anyMatch(c -> c < ' ' && "\t\n\r\f".indexOf(c) < 0)) {
            return Recognition.NO;
        }
        boolean numbers = text.lines()
                .filter(TextLines::isData)
                .findFirst()
                .filter(line -> STARTS_WITH_NUMBER.matcher(line).matches())
                .isPresent();
        return numbers
                ? Recognition.BY_CONTENT
                : FileNames.recognise(path, "csv", "tsv", "tab", "txt", "text", "dat", "asc");
    }

    @Override
    public boolean unpacksGzip() {
        return true;
    }

    @Override
    public MatrixFile open(Path path, CancelToken cancel) throws IOException, EigenscopeException {
        FileStamp stamp = FileStamp.of(path);
        String label = FileNames.last(path);
        TextInput input = TextInput.of(path);
        TextDialect dialect = TextDialect.sniff(input, label);
        long rows;
        try (TextLines lines = new TextLines(input.open(), label)) {
            rows = lines.countRemaining(cancel) - (dialect.header() ? 1 : 0);
        }
        TensorInfo info = TensorInfo.of("", ElementType.F64, List.of(rows, (long) dialect.columns()));
        ListedTensor tensor = info.isReadable()
                ? new ListedTensor(info, job -> read(input, dialect, (int) Math.min(rows, Integer.MAX_VALUE), job))
                : ListedTensor.unreadable(info);
        return new ListedFile(path, stamp, formatName(), List.of(tensor), metadata(dialect));
    }

    private static double[] read(TextInput input, TextDialect dialect, int rows, ReadJob job)
            throws IOException, EigenscopeException {
        int columns = dialect.columns();
        double[] values = MemoryBudget.allocate((long) rows * columns, job.label());
        int reportEvery = Math.max(1, DenseLayout.BLOCK_BYTES / Double.BYTES / columns);
        try (TextNumbers numbers = new TextNumbers(input.open(), dialect, job.label())) {
            int row = 0;
            while (row < rows && numbers.next(values, row * columns)) {
                row++;
                if (row % reportEvery == 0) {
                    job.checkpoint((double) row / rows);
                }
            }
            if (row < rows || numbers.next(new double[columns], 0)) {
                throw new BadInputException(job.label() + " has cells that run over several lines"
                        + " (a quote that does not end?), or it changed while it was being read.");
            }
        }
        return values;
    }

    /** Nothing is left out silently: what was taken for names is said. */
    private static Map<String, String> metadata(TextDialect dialect) {
        Map<String, String> metadata = new LinkedHashMap<>();
        if (dialect.header()) {
            metadata.put("header", "first line taken as column names");
        }
        if (dialect.rowLabels()) {
            metadata.put("row labels", "first column taken as row labels");
        }
        return metadata;
    }
}
