package org.eigenscope.io.format.matrixmarket;

import java.io.IOException;
import org.eigenscope.error.BadInputException;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.format.matrixmarket.MarketHeader.Field;
import org.eigenscope.io.format.matrixmarket.MarketHeader.Symmetry;
import org.eigenscope.io.format.text.CellParser;
import org.eigenscope.io.kit.MemoryBudget;
import org.eigenscope.io.kit.ReadJob;

/** Reads the entries that follow a header into a dense matrix. Coordinates given twice add up, as in scipy. */
final class MarketEntries {
    private static final int REPORT_EVERY = 1 << 16;

    private final MarketTokens in;
    private final MarketHeader header;
    private final ReadJob job;
    private final CellParser parser = CellParser.ofPlainNumbers();
    private final double[] values;
    private final int columns;
    private final int components;
    private double real;
    private double imaginary;

    private MarketEntries(MarketTokens in, MarketHeader header, ReadJob job) throws EigenscopeException {
        this.in = in;
        this.header = header;
        this.job = job;
        this.components = header.field().type().components();
        this.values = header.array()
                ? MemoryBudget.allocate(header.rows() * header.columns() * components, job.label())
                : MemoryBudget.allocateSparse(header.rows(), header.columns(), components, header.count(), job.label());
        this.columns = (int) header.columns();
    }

    /** All entries, row-major. */
    static double[] read(MarketTokens in, MarketHeader header, ReadJob job) throws IOException, EigenscopeException {
        MarketEntries entries = new MarketEntries(in, header, job);
        if (header.array()) {
            entries.readArray();
        } else {
            entries.readCoordinates();
        }
        if (in.word() != null) {
            throw new BadInputException(job.label() + " goes on in line " + in.lineNumber() + " after the "
                    + header.count() + " entries it declares.");
        }
        return entries.values;
    }

    private void readCoordinates() throws IOException, EigenscopeException {
        for (long i = 0; i < header.count(); i++) {
            report(i);
            int row = index(header.rows());
            int column = index(header.columns());
            number();
            if (header.symmetry() == Symmetry.SKEW && row == column && (real != 0 || imaginary != 0)) {
                throw new BadInputException(job.label() + ", line " + in.lineNumber()
                        + ": a skew-symmetric matrix has an entry on its diagonal.");
            }
            add(row, column);
        }
    }

    /** Column by column; of symmetric matrices the lower triangle. */
    private void readArray() throws IOException, EigenscopeException {
        int rows = (int) header.rows();
        long done = 0;
        for (int column = 0; column < columns; column++) {
            int first = switch (header.symmetry()) {
                case GENERAL -> 0;
                case SYMMETRIC, HERMITIAN -> column;
                case SKEW -> column + 1;
            };
            for (int row = first; row < rows; row++) {
                report(done++);
                number();
                add(row, column);
            }
        }
    }

    /** Adds the entry just read, and the one that it tells of the other triangle. A pattern has ones, however often. */
    private void add(int row, int column) {
        addTo(row * columns + column, real, imaginary);
        if (row == column) {
            return;
        }
        int mirrored = column * columns + row;
        switch (header.symmetry()) {
            case GENERAL -> {}
            case SYMMETRIC -> addTo(mirrored, real, imaginary);
            case HERMITIAN -> addTo(mirrored, real, -imaginary);
            case SKEW -> addTo(mirrored, -real, -imaginary);
        }
    }

    private void addTo(int entry, double re, double im) {
        int at = entry * components;
        if (header.field() == Field.PATTERN) {
            values[at] = re;
            return;
        }
        values[at] += re;
        if (components == 2) {
            values[at + 1] += im;
        }
    }

    private int index(long size) throws IOException, BadInputException {
        String word = required();
        try {
            long index = Long.parseLong(word);
            if (index >= 1 && index <= size) {
                return (int) (index - 1);
            }
        } catch (NumberFormatException none) {
            throw new BadInputException(
                    job.label() + ", line " + in.lineNumber() + ": \"" + word + "\" is not an index.", none);
        }
        throw new BadInputException(job.label() + ", line " + in.lineNumber() + ": the index " + word
                + " is not within 1 and " + size + ".");
    }

    /** The next entry: one number, two if it is complex, none in a pattern. */
    private void number() throws IOException, BadInputException {
        real = header.field() == Field.PATTERN ? 1 : oneNumber();
        imaginary = components == 2 ? oneNumber() : 0;
    }

    private double oneNumber() throws IOException, BadInputException {
        String word = required();
        try {
            return parser.parse(word);
        } catch (NumberFormatException none) {
            throw new BadInputException(
                    job.label() + ", line " + in.lineNumber() + ": " + none.getMessage() + ".", none);
        }
    }

    private String required() throws IOException, BadInputException {
        String word = in.word();
        if (word == null) {
            throw new BadInputException(
                    job.label() + " is truncated: it ends before the " + header.count() + " entries it declares.");
        }
        return word;
    }

    private void report(long done) throws EigenscopeException {
        if (done % REPORT_EVERY == 0) {
            job.checkpoint((double) done / header.count());
        }
    }
}
