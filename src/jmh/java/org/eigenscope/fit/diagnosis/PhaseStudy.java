package org.eigenscope.fit.diagnosis;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.eigenscope.ensemble.BetaLaguerreSampler;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.spectrum.Spectrum;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Which phase the rules tell of spectra whose kind is known: a row for every kind and n, with the part of each verdict over seeds.
 * All are n × 2n matrices or ensembles of that shape. Matrices of drawn entries are decomposed up to n = 1000; the ensembles, the
 * uniform and the orthogonal spectra go on to n = 4000.
 *
 * <p>Arguments: seeds per row (default 20, a quarter of them from n = 1000 on), the sizes with commas between them (default 50 to
 * 4000), {@code all} or {@code ensembles} to leave out the matrices, which take most of the time, and what the names of the kinds begin
 * with.
 */
public final class PhaseStudy {
    private static final int LARGEST_DENSE = 1000;
    private static final double GAMMA = 0.5;
    private static final int[] SIZES = {50, 100, 200, 500, 1000, 2000, 4000};

    private PhaseStudy() {}

    /** Draws a spectrum. */
    private interface Draw {
        double[] of(int n, long seed) throws EigenscopeException;
    }

    private record Kind(String name, boolean dense, Draw draw) {}

    private static List<Kind> kinds() {
        Stream<Kind> ensembles = Stream.of(
                new Kind("iid Gaussian", false, (n, seed) -> htmp(n, n, seed)),
                direct(20),
                direct(8),
                direct(2),
                direct(0.5),
                inverse(20),
                inverse(8),
                inverse(2),
                inverse(1),
                inverse(0.5),
                new Kind("uniform eigenvalues", false, PhaseStudy::uniform),
                new Kind("orthogonal", false, PhaseStudy::orthogonal));
        Stream<Kind> spiked = Stream.of(0.5, 0.9, 1.2, 2.0, 3.0)
                .flatMap(strength -> Stream.of(0.005, 0.05, 0.1, 0.15, 0.3).map(share -> spiked(strength, share)));
        Stream<Kind> entries = Stream.of(
                new Kind("iid uniform entries", true, (n, seed) -> iid(n, uniformEntries(seed))),
                new Kind("iid Student-t, 5 d.o.f.", true, (n, seed) -> iid(n, student(5, seed))),
                new Kind("iid Student-t, 3 d.o.f.", true, (n, seed) -> iid(n, student(3, seed))),
                new Kind("iid Cauchy", true, (n, seed) -> iid(n, student(1, seed))),
                new Kind("covariance k^-1", true, PhaseStudy::powerCovariance),
                new Kind("rank n/20", true, (n, seed) -> lowRank(n, 0, seed)),
                new Kind("rank n/20 + 1e-3 noise", true, (n, seed) -> lowRank(n, 1e-3, seed)),
                new Kind("rank n/20 + 0.1 noise", true, (n, seed) -> lowRank(n, 0.1, seed)),
                new Kind("rank n/2", true, (n, seed) -> rankHalf(n, seed)));
        return Stream.of(ensembles, spiked, entries).flatMap(part -> part).toList();
    }

    private static double[] htmp(int n, double kappa, long seed) throws EigenscopeException {
        return BetaLaguerreSampler.of(kappa, GAMMA, n).sample(new SplittableRandom(seed));
    }

    private static Kind direct(double kappa) {
        return new Kind("HTMP, kappa " + kappa, false, (n, seed) -> htmp(n, kappa, seed));
    }

    private static Kind inverse(double kappa) {
        return new Kind(
                "inverse HTMP, kappa " + kappa,
                false,
                (n, seed) -> Arrays.stream(htmp(n, kappa, seed)).map(v -> 1 / v).toArray());
    }

    private static double[] uniform(int n, long seed) {
        return new Random(seed).doubles(n, 1, 3).toArray();
    }

    private static double[] orthogonal(int n, long seed) {
        return new Random(seed).doubles(n, 1 - 1e-6, 1 + 1e-6).toArray();
    }

    private static DoubleSupplier uniformEntries(long seed) {
        Random random = new Random(seed);
        return () -> random.nextDouble() - GAMMA;
    }

    private static DoubleSupplier student(int freedom, long seed) {
        Random random = new Random(seed);
        return () -> {
            double squares = 0;
            for (int i = 0; i < freedom; i++) {
                double normal = random.nextGaussian();
                squares += normal * normal;
            }
            return random.nextGaussian() / Math.sqrt(squares / freedom);
        };
    }

    private static double[] iid(int n, DoubleSupplier entries) {
        return squared(matrix(n, 2 * n, entries));
    }

    /** Population covariance with max(1, share·n) spikes; strength of a spike is θ/θ_c of singular values, so that ℓ = strength²√γ. */
    private static Kind spiked(double strength, double share) {
        String name = String.format(Locale.ROOT, "%.3g n spikes, %.1f BBP", share, strength);
        return new Kind(name, true, (n, seed) -> {
            Random random = new Random(seed);
            double root = Math.sqrt(1 + strength * strength * Math.sqrt(GAMMA));
            DMatrixRMaj w = matrix(n, 2 * n, random::nextGaussian);
            for (int row = 0; row < Math.max(1, Math.round(share * n)); row++) {
                scaleRow(w, row, root);
            }
            return squared(w);
        });
    }

    private static double[] powerCovariance(int n, long seed) {
        DMatrixRMaj w = matrix(n, 2 * n, new Random(seed)::nextGaussian);
        for (int row = 0; row < n; row++) {
            scaleRow(w, row, 1 / Math.sqrt((row + GAMMA) / n));
        }
        return squared(w);
    }

    private static double[] lowRank(int n, double noise, long seed) {
        return sum(n, Math.max(2, n / 20), noise, seed);
    }

    private static double[] rankHalf(int n, long seed) {
        return sum(n, n / 2, 0, seed);
    }

    private static double[] sum(int n, int rank, double noise, long seed) {
        Random random = new Random(seed);
        DMatrixRMaj w = matrix(n, 2 * n, random::nextGaussian);
        CommonOps_DDRM.scale(noise, w);
        CommonOps_DDRM.multAdd(matrix(n, rank, random::nextGaussian), matrix(rank, 2 * n, random::nextGaussian), w);
        return squared(w);
    }

    private static DMatrixRMaj matrix(int rows, int columns, DoubleSupplier entries) {
        DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
        Arrays.setAll(matrix.data, i -> entries.getAsDouble());
        return matrix;
    }

    private static void scaleRow(DMatrixRMaj matrix, int row, double factor) {
        for (int column = 0; column < matrix.numCols; column++) {
            matrix.data[row * matrix.numCols + column] *= factor;
        }
    }

    private static double[] squared(DMatrixRMaj w) {
        DMatrixRMaj gram = new DMatrixRMaj(w.numRows, w.numRows);
        CommonOps_DDRM.multTransB(w, w, gram);
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(w.numRows, false, true);
        eigen.decompose(gram);
        double[] values = new double[w.numRows];
        Arrays.setAll(values, i -> Math.max(0, eigen.getEigenvalue(i).getReal()));
        return values;
    }

    private static SpectralPhase phase(double[] values) throws EigenscopeException {
        int n = values.length;
        double zero = 2 * n * 5e-32 * Arrays.stream(values).max().orElseThrow();
        Spectrum.Details details =
                new Spectrum.Details(n, 2 * n, Spectrum.Source.GRAM, Normalization.RAW, zero, "drawn");
        return PhaseRules.diagnose(Spectrum.of(values, details), CancelToken.NONE)
                .phase();
    }

    private static String row(Kind kind, int n, int seeds) throws EigenscopeException {
        Map<SpectralPhase, Integer> counts = new EnumMap<>(SpectralPhase.class);
        for (int seed = 1; seed <= seeds; seed++) {
            counts.merge(phase(kind.draw().of(n, seed)), 1, Integer::sum);
        }
        StringBuilder line =
                new StringBuilder(kind.name()).append(';').append(n).append(';').append(seeds);
        for (SpectralPhase phase : SpectralPhase.values()) {
            line.append(';').append(counts.getOrDefault(phase, 0));
        }
        return line.toString();
    }

    /** Prints the table, with semicolons between the columns. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws EigenscopeException {
        int seeds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        int[] sizes = arguments.length > 1
                ? Arrays.stream(arguments[1].split(","))
                        .mapToInt(Integer::parseInt)
                        .toArray()
                : SIZES;
        boolean matrices = arguments.length < 3 || arguments[2].equals("all");
        String beginning = arguments.length > 3 ? arguments[3] : "";
        StringBuilder head = new StringBuilder("kind;n;seeds");
        for (SpectralPhase phase : SpectralPhase.values()) {
            head.append(';').append(phase.id());
        }
        System.out.println(head);
        for (int n : sizes) {
            for (Kind kind : kinds()) {
                boolean small = !kind.dense() || matrices && n <= LARGEST_DENSE;
                if (small && kind.name().startsWith(beginning)) {
                    System.out.println(row(kind, n, n < 1000 ? seeds : Math.max(2, seeds / 4)));
                }
            }
        }
    }
}
