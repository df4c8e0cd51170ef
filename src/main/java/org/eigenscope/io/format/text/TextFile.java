package org.eigenscope.io.format.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.kit.DenseLayout;
import org.eigenscope.io.kit.FileNames;
import org.eigenscope.io.kit.FileStamp;
import org.eigenscope.io.kit.IoFailures;
import org.eigenscope.io.kit.ListedFile;
import org.eigenscope.io.kit.ListedTensor;
import org.eigenscope.io.kit.MemoryBudget;
import org.eigenscope.io.kit.ReadJob;
import org.eigenscope.matrix.ElementType;
import org.eigenscope.matrix.Matrix;
import org.eigenscope.matrix.RowBlocks;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/**
 * A text table. It lists one matrix without a name, whose row and column names were found out; the same table with other
 * names can be asked for by a {@link TableLayout}'s name, such as {@code [header=0,index=1]}.
 */
final class TextFile implements MatrixFile {
    private final Path path;
    private final FileStamp stamp;
    private final String formatName;
    private final long lines;
    private final ListedFile usual;

    private TextFile(Path path, FileStamp stamp, String formatName, long lines) throws IOException, BadInputException {
        this.path = path;
        this.stamp = stamp;
        this.formatName = formatName;
        this.lines = lines;
        this.usual = table(TableLayout.AUTOMATIC);
    }

    static TextFile open(Path path, String formatName, CancelToken cancel) throws IOException, EigenscopeException {
        FileStamp stamp = FileStamp.of(path);
        try (TextLines lines = new TextLines(TextInput.of(path).open(), FileNames.last(path))) {
            return new TextFile(path, stamp, formatName, lines.countRemaining(cancel));
        }
    }

    /** The table in a layout, as a file of its own. */
    private ListedFile table(TableLayout layout) throws IOException, BadInputException {
        TextInput input = TextInput.of(path);
        TextDialect dialect = TextDialect.ofMatrix(input, layout, FileNames.last(path));
        long rows = Math.max(0, lines - dialect.headerLines());
        List<Long> shape = List.of(rows, (long) dialect.columns());
        TensorInfo info = TensorInfo.of(layout.name(), type(dialect), shape).withNote(note(dialect));
        ListedTensor tensor = info.isReadable()
                ? new ListedTensor(info, job -> read(input, dialect, (int) Math.min(rows, Integer.MAX_VALUE), job))
                : ListedTensor.unreadable(info);
        return new ListedFile(path, stamp, formatName, List.of(tensor), Map.of());
    }

    private static ElementType type(TextDialect dialect) {
        return dialect.style().isComplex() ? ElementType.C128 : ElementType.F64;
    }

    /** Nothing is left out silently: what was taken for names is said. */
    private static String note(TextDialect dialect) {
        List<String> parts = new ArrayList<>();
        if (!dialect.labels().note().isEmpty()) {
            parts.add(dialect.labels().note());
        }
        parts.addAll(dialect.remarks());
        return String.join("; ", parts);
    }

    private static double[] read(TextInput input, TextDialect dialect, int rows, ReadJob job)
            throws IOException, EigenscopeException {
        int columns = dialect.columns() * type(dialect).components();
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

    @Override
    public Path path() {
        return path;
    }

    @Override
    public String formatName() {
        return formatName;
    }

    @Override
    public List<TensorInfo> tensors() {
        return usual.tensors();
    }

    @Override
    public Optional<TensorInfo> find(String name) throws BadInputException {
        return TableLayout.parse(name).isPresent()
                ? Optional.of(named(name).tensors().get(0))
                : Optional.empty();
    }

    @Override
    public Map<String, String> metadata() {
        return usual.metadata();
    }

    @Override
    public Matrix read(String name, ProgressListener progress, CancelToken cancel) throws EigenscopeException {
        return named(name).read(name, progress, cancel);
    }

    @Override
    public RowBlocks rows(String name, ProgressListener progress, CancelToken cancel) throws EigenscopeException {
        return named(name).rows(name, progress, cancel);
    }

    private ListedFile named(String name) throws BadInputException {
        Optional<TableLayout> layout = TableLayout.parse(name).filter(other -> !other.equals(TableLayout.AUTOMATIC));
        if (layout.isEmpty()) {
            return usual;
        }
        try {
            stamp.verify(path);
            return table(layout.get());
        } catch (IOException failure) {
            throw new BadInputException(path + " could not be read: " + IoFailures.reason(failure) + ".", failure);
        }
    }

    @Override
    public void close() {
        usual.close();
    }
}
