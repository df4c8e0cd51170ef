package org.eigenscope.ensemble.structure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.eigenscope.ensemble.BetaLaguerreSampler;
import org.eigenscope.ensemble.ChiSquared;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.progress.CancelToken;

/**
 * A structure with its parameter, from which eigenvalues can be drawn. The same generator state gives the same draw.
 *
 * @param structure the kind
 * @param parameter k, at least 1 where the structure has one, else 0
 */
public record StructuredEnsemble(MatrixStructure structure, int parameter) {
    /** The aspect ratio γ of every structure: matrices are n × 2n. */
    public static final double GAMMA = 0.5;

    private static final double ROOT_TWO = Math.sqrt(2);

    public StructuredEnsemble {
        Objects.requireNonNull(structure, "structure");
        if (structure.hasParameter() ? parameter < 1 : parameter != 0) {
            throw new IllegalArgumentException(
                    "parameter = " + parameter + " is not one of structure '" + structure.id() + "'");
        }
    }

    /** The structure with its usual parameter. */
    public static StructuredEnsemble of(MatrixStructure structure) {
        return new StructuredEnsemble(structure, structure.defaultParameter());
    }

    /** Every structure once, block-diagonal ones with 2, 8 and 50 blocks: what the lab's table and the command line measure. */
    public static List<StructuredEnsemble> gallery() {
        return Stream.concat(
                        Stream.of(MatrixStructure.values()).map(StructuredEnsemble::of),
                        Stream.of(
                                new StructuredEnsemble(MatrixStructure.BLOCK_DIAGONAL, 2),
                                new StructuredEnsemble(MatrixStructure.BLOCK_DIAGONAL, 50)))
                .sorted(Comparator.comparing(StructuredEnsemble::structure)
                        .thenComparingInt(StructuredEnsemble::parameter))
                .toList();
    }

    /** The structure with the text form {@code NAME} or {@code NAME:K}; empty if there is none. */
    public static Optional<StructuredEnsemble> parse(String text) {
        int colon = text.indexOf(':');
        Optional<MatrixStructure> structure = MatrixStructure.byId(colon < 0 ? text : text.substring(0, colon));
        if (colon < 0) {
            return structure.map(StructuredEnsemble::of);
        }
        boolean number = text.substring(colon + 1).matches("[1-9][0-9]{0,6}");
        return structure
                .filter(s -> number && s.hasParameter())
                .map(s -> new StructuredEnsemble(s, Integer.parseInt(text.substring(colon + 1))));
    }

    /** The structure's text form, {@code NAME} or {@code NAME:K}, which {@link #parse} reads. */
    public String id() {
        return structure.hasParameter() ? structure.id() + ":" + parameter : structure.id();
    }

    /** The label for people, such as {@code block-diagonal, k = 8}. */
    public String label() {
        return structure.hasParameter() ? structure.label() + ", k = " + parameter : structure.label();
    }

    /** Why no matrix of that size can be drawn; empty if one can. */
    public Optional<String> objection(int size) {
        if (size < 2) {
            return Optional.of("the size must be at least 2");
        }
        boolean tooMany = switch (structure) {
            case BLOCK_DIAGONAL, LOW_RANK, SPIKED -> parameter > size;
            case BANDED -> 2 * parameter >= size;
            default -> false;
        };
        if (tooMany) {
            return Optional.of("k = " + parameter + " is too large for the size " + size);
        }
        boolean prime = structure == MatrixStructure.KRONECKER && divisor(size) == 1;
        return prime ? Optional.of(size + " is prime and has no two factors") : Optional.empty();
    }

    /**
     * The n eigenvalues of one matrix, ascending.
     *
     * @param size n; time grows as its cube for the dense ones
     * @throws IllegalArgumentException if {@link #objection} has one
     * @throws EigenscopeException if memory does not suffice, the solver fails or the work was cancelled
     */
    public double[] draw(int size, RandomGenerator random, CancelToken cancel) throws EigenscopeException {
        Optional<String> objection = objection(size);
        if (objection.isPresent()) {
            throw new IllegalArgumentException("size = " + size + ": " + objection.get());
        }
        double[] eigenvalues = switch (structure) {
            case DENSE_REAL -> wishart(size, 2 * size, random, cancel);
            // unitary reflections bring the matrix to this bidiagonal form with the same singular values
            case DENSE_COMPLEX ->
                BetaLaguerreSampler.of(2.0 * size, GAMMA, size).sample(random);
            case DIAGONAL -> sums(size, 2, random);
            case COMMUTING -> sums(size, parameter, random);
            case BLOCK_DIAGONAL -> blocks(size, random, cancel);
            case KRONECKER -> kronecker(size, random, cancel);
            case BANDED ->
                Rows.wrapped(size, 4 * parameter + 1, random).squaredSingularValues(4.0 * parameter + 1, cancel);
            case TRIDIAGONAL -> Rows.wrapped(size, 4, random).squaredSingularValues(4, cancel);
            case LOW_RANK -> Rows.planted(size, parameter, random).squaredSingularValues(2.0 * size, cancel);
            case HEAVY_TAILED -> heavyTailed(size, random, cancel);
            case SPIKED -> spiked(size, random, cancel);
        };
        Arrays.sort(eigenvalues);
        return eigenvalues;
    }

    private static double[] wishart(int rows, int columns, RandomGenerator random, CancelToken cancel)
            throws EigenscopeException {
        return EntryTable.dense(rows, columns, random).squaredSingularValues(columns, cancel);
    }

    /** Independent means of squares: the eigenvalues of diagonal W, and of sums in common eigenvectors. */
    private static double[] sums(int size, int terms, RandomGenerator random) {
        double[] eigenvalues = new double[size];
        for (int i = 0; i < size; i++) {
            eigenvalues[i] = ChiSquared.sample(terms, random) / terms;
        }
        return eigenvalues;
    }

    private double[] blocks(int size, RandomGenerator random, CancelToken cancel) throws EigenscopeException {
        double[] eigenvalues = new double[size];
        int from = 0;
        for (int block = 0; block < parameter; block++) {
            int to = (int) ((long) size * (block + 1) / parameter);
            double[] part = wishart(to - from, 2 * (to - from), random, cancel);
            System.arraycopy(part, 0, eigenvalues, from, part.length);
            from = to;
        }
        return eigenvalues;
    }

    private static double[] kronecker(int size, RandomGenerator random, CancelToken cancel) throws EigenscopeException {
        int left = divisor(size);
        int right = size / left;
        double[] a = wishart(left, (int) Math.round(ROOT_TWO * left), random, cancel);
        double[] b = wishart(right, (int) Math.round(ROOT_TWO * right), random, cancel);
        double[] eigenvalues = new double[size];
        for (int i = 0; i < left; i++) {
            for (int j = 0; j < right; j++) {
                eigenvalues[i * right + j] = a[i] * b[j];
            }
        }
        return eigenvalues;
    }

    /** The largest divisor up to the root. */
    private static int divisor(int size) {
        int divisor = (int) Math.sqrt(size);
        while (size % divisor != 0) {
            divisor--;
        }
        return divisor;
    }

    private double[] heavyTailed(int size, RandomGenerator random, CancelToken cancel) throws EigenscopeException {
        EntryTable entries = EntryTable.dense(size, 2 * size, random);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < 2 * size; j++) {
                double spread = Math.sqrt(ChiSquared.sample(parameter, random) / parameter);
                entries.set(i, j, entries.get(i, j) / spread);
            }
        }
        // the variance k/(k − 2), or else the size of the largest entry of a column
        double variance = parameter > 2 ? parameter / (parameter - 2.0) : Math.pow(2.0 * size, 2.0 / parameter - 1);
        return entries.squaredSingularValues(2.0 * size * variance, cancel);
    }

    private double[] spiked(int size, RandomGenerator random, CancelToken cancel) throws EigenscopeException {
        EntryTable entries = EntryTable.dense(size, 2 * size, random);
        for (int k = 0; k < parameter; k++) {
            entries.scaleRow(k, k + 2.0);
        }
        return entries.squaredSingularValues(2.0 * size, cancel);
    }
}
