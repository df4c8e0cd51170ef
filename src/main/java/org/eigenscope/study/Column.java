package org.eigenscope.study;

import static org.eigenscope.study.ColumnDefinition.attribute;
import static org.eigenscope.study.ColumnDefinition.count;
import static org.eigenscope.study.ColumnDefinition.end;
import static org.eigenscope.study.ColumnDefinition.metric;
import static org.eigenscope.study.ColumnDefinition.metricTally;
import static org.eigenscope.study.ColumnDefinition.number;
import static org.eigenscope.study.ColumnDefinition.ofFit;
import static org.eigenscope.study.ColumnDefinition.orNaN;
import static org.eigenscope.study.ColumnDefinition.parameter;
import static org.eigenscope.study.ColumnDefinition.place;
import static org.eigenscope.study.ColumnDefinition.tally;
import static org.eigenscope.study.ColumnDefinition.verdict;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eigenscope.fit.FitResult;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.study.energy.FreeEnergy;
import org.eigenscope.study.naming.NetworkOrder.Position;

/**
 * The columns of a study. Tables, the file, the command line and the window ask these definitions. Units are written with λ, the unit
 * of the eigenvalues.
 */
public enum Column {
    SOURCE(place("file of the matrix, relative to the study", StudyMatrix::source)),
    TENSOR(place("name in the file", StudyMatrix::tensor)),
    RUN(place("run of training that the file belongs to", m -> m.attribute("run"))),
    STEP(attribute("step of training", "step")),
    DEPTH(count("place in the order of the model's matrices, from 0", m -> ofPosition(m, p -> (long) p.depth(), -1L))),
    BLOCK(place("number of the block", m -> ofPosition(m, Position::block, ""))),
    ROLE(place(
            "what the matrix does in its block",
            m -> ofPosition(m, p -> p.place().role(), ""))),
    ROWS(count("rows of the matrix", m -> m.shape().rows() == 0 ? -1 : m.shape().rows())),
    COLUMNS(count(
            "columns of the matrix",
            m -> m.shape().columns() == 0 ? -1 : m.shape().columns())),
    DTYPE(place("number format in the file", m -> m.shape().dtype())),
    RULE(verdict(
            "what the eigenvalues are of", m -> m.spectrum().details().source().rule())),
    GAMMA(number("", "aspect ratio of the law, or of the shape without a fit", Column::gamma)),
    N(tally("number of eigenvalues", m -> (long) m.spectrum().size())),
    ZEROS(tally("eigenvalues that count as zero", m -> (long) m.spectrum().zeroCount())),
    NEGATIVES(tally("negative eigenvalues", m -> (long) m.spectrum().negative().length)),
    LAW(verdict("fitted law", m -> m.fit().map(f -> f.fit().family().id()).orElse(""))),
    KAPPA(parameter("", "eigenvalue repulsion of the fitted law", Parameter.KAPPA)),
    KAPPA_LOW(end("", Parameter.KAPPA, true)),
    KAPPA_HIGH(end("", Parameter.KAPPA, false)),
    SCALE(parameter("λ", "scale s of the fitted law", Parameter.SCALE)),
    TAU(parameter("λ", "floor of the fitted law", Parameter.TAU)),
    TAIL_EXPONENT(ofFit(
            "",
            "exponent of the density of the fitted law as λ grows",
            f -> orNaN(f.derived().tailExponent()))),
    LOG_LIKELIHOOD(ofFit("", "log-likelihood of the fitted law", f -> f.fit().logLikelihood())),
    KS(ofFit("", "Kolmogorov-Smirnov distance of the fitted law", f -> f.fit().kolmogorovSmirnov())),
    BEST_LAW(verdict(
            "law of the least AIC; +outliers behind a bounded law that leaves eigenvalues outside",
            m -> m.league().best())),
    DELTA_AIC(number(
            "",
            "AIC of the fitted law less that of the best law",
            m -> orNaN(m.league().deltaAic()))),
    ALPHA_PL(metric("", "exponent of the power-law tail", "tail_alpha")),
    XMIN(metric("λ", "where the power-law tail starts", "tail_xmin")),
    D(metric("", "Kolmogorov-Smirnov distance of the power-law tail", "tail_D")),
    TAIL_N(metricTally("eigenvalues in the power-law tail", "tail_count")),
    SPIKES(metricTally("eigenvalues above the Marchenko-Pastur bulk", "bulk_spikes")),
    STABLE_RANK(metric("", "sum of the eigenvalues over the largest", "stable_rank")),
    SPECTRAL_NORM(number(
            "√λ",
            "largest singular value",
            m -> m.quoted().diagnosis().metrics().spectralNorm())),
    FROBENIUS_NORM(number("√λ", "root of the sum of squared singular values", Column::frobenius)),
    ENTROPY(metric("", "entropy of λ/Σλ over the logarithm of the rank", "entropy")),
    PHASE(verdict("phase of the spectrum", m -> m.quoted().diagnosis().phase().id())),
    WARNINGS(verdict("kinds of warnings of the fit, with blanks between them", Column::warnings)),
    SKIPPED(verdict("why something is missing, a sentence", Measurement::note)),
    MILLISECONDS(tally("time that the row took", Measurement::milliseconds)),
    // what is above keeps its place; more may follow
    MODEL(place("model that the file belongs to", m -> m.attribute("model"))),
    EPOCH(attribute("epoch of training", "epoch")),
    LAYER(place(
            "name of the tensor without its ending",
            m -> ofPosition(m, p -> p.place().layer(), ""))),
    EXPERT(count(
            "number of the expert",
            m -> ofPosition(m, p -> (long) p.place().expert().orElse(-1), -1L))),
    BASE(place("file that was subtracted", m -> m.base().orElse(""))),
    SCALE_LOW(end("λ", Parameter.SCALE, true)),
    SCALE_HIGH(end("λ", Parameter.SCALE, false)),
    TAU_LOW(end("λ", Parameter.TAU, true)),
    TAU_HIGH(end("λ", Parameter.TAU, false)),
    ORIENTATION(verdict(
            "direct or inverse",
            m -> m.fit()
                    .flatMap(f -> f.fit().family().orientation())
                    .map(o -> o.id())
                    .orElse(""))),
    DELTA_AIC_MP(number(
            "",
            "AIC of the fitted law's limit of infinite kappa less that of the law",
            m -> orNaN(m.league().marchenkoPastur()))),
    MATRIX_RANK(metricTally("eigenvalues that do not count as zero", "rank")),
    ALPHA_WEIGHTED(metric("", "alpha_pl times log10 of the largest eigenvalue", "tail_alpha_weighted")),
    LOG_ALPHA_NORM(metric("", "log10 of the sum of λ^alpha_pl", "tail_log_alpha_norm")),
    MP_SOFTRANK(metric("", "upper edge of the Marchenko-Pastur bulk over the largest eigenvalue", "bulk_softrank")),
    TAIL_LOG_SUM(number("", "sum of ln λ over the power-law tail", Column::tailLogSum)),
    TRACE(energy("λ or 1/λ", "trace term of the free energy, of the eigenvalues", FreeEnergy::trace)),
    LOG_DETERMINANT(
            energy("", "log-determinant term of the free energy, of the eigenvalues", FreeEnergy::logDeterminant)),
    LAW_TRACE(energy("λ or 1/λ", "trace term of the free energy, of the law", FreeEnergy::lawTrace)),
    LAW_LOG_DETERMINANT(
            energy("", "log-determinant term of the free energy, of the law", FreeEnergy::lawLogDeterminant)),
    FREE_ENERGY(energy(
            "", "free energy of the eigenvalues at a regulariser of 1/trace", e -> e.ofData(e.usualRegulariser()))),
    LAW_FREE_ENERGY(energy("", "free energy of the law at the same regulariser", e -> e.ofLaw(e.usualRegulariser()))),
    BETA(energy("1/λ or λ", "rate of the ensemble", FreeEnergy::beta)),
    H(energy("λ or 1/λ", "kappa over beta", FreeEnergy::h)),
    H_CRITICAL(energy(
            "λ or 1/λ",
            "the value of h at which training is to stop, at the same regulariser",
            e -> e.critical(e.usualRegulariser()))),
    INTERVAL_METHOD(verdict(
            "how the intervals were made",
            m -> m.fit()
                    .flatMap(f -> f.intervalMethod())
                    .map(method -> method.id())
                    .orElse(""))),
    SOLVER(verdict("who computed the eigenvalues", m -> m.spectrum().details().solver())),
    RELATIVE_ACCURACY(number(
            "",
            "bound on the relative error of the smallest positive eigenvalue",
            m -> orNaN(m.spectrum().details().relativeAccuracy())));

    private final ColumnDefinition definition;

    Column(ColumnDefinition definition) {
        this.definition = definition;
    }

    /** The name in files and on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What its cells hold. */
    public ColumnType type() {
        return definition.type();
    }

    /** The unit, with λ for that of the eigenvalues; empty for a pure number. */
    public String unit() {
        return definition.unit();
    }

    /** What it is, in a few words. */
    public String meaning() {
        return definition.meaning();
    }

    /** Whether it is computed of the matrix; otherwise it is known before. */
    public boolean isResult() {
        return definition.isResult();
    }

    /** The column of that name. */
    public static Optional<Column> byId(String id) {
        return Arrays.stream(values()).filter(column -> column.id().equals(id)).findFirst();
    }

    /** The columns that are known of a matrix before anything is computed. */
    public static List<Column> ofMatrix() {
        return Arrays.stream(values()).filter(column -> !column.isResult()).toList();
    }

    /** The columns that are computed. */
    public static List<Column> ofResult() {
        return Arrays.stream(values()).filter(Column::isResult).toList();
    }

    Object of(StudyMatrix matrix) {
        return definition.of(matrix);
    }

    Object of(Measurement measurement) {
        return definition.of(measurement);
    }

    private static <T> T ofPosition(StudyMatrix matrix, Function<Position, T> value, T otherwise) {
        return matrix.position().map(value).orElse(otherwise);
    }

    private static ColumnDefinition energy(String unit, String meaning, Function<FreeEnergy, Double> value) {
        return number(unit, meaning, m -> m.energy().map(value).orElse(Double.NaN));
    }

    private static double gamma(Measurement measured) {
        double shape = orNaN(measured.spectrum().details().aspectRatio());
        return measured.fit()
                .map(report -> report.fit().parameters().getOrDefault(Parameter.GAMMA, shape))
                .orElse(shape);
    }

    private static double frobenius(Measurement measured) {
        boolean squared = measured.spectrum().details().source().isSquared();
        double largest = Math.max(-smallest(measured), largest(measured));
        double sum = Arrays.stream(measured.spectrum().ascending())
                .map(value -> squared ? value / largest : value / largest * (value / largest))
                .sum();
        double unit = squared ? Math.sqrt(largest) : largest;
        return largest > 0 ? unit * Math.sqrt(sum) : 0;
    }

    private static double smallest(Measurement measured) {
        double[] negative = measured.spectrum().negative();
        return negative.length == 0 ? 0 : negative[0];
    }

    private static double largest(Measurement measured) {
        double[] positive = measured.spectrum().positive();
        return positive.length == 0 ? 0 : positive[positive.length - 1];
    }

    private static double tailLogSum(Measurement measured) {
        Double start = measured.quoted().metrics().get("tail_xmin");
        return start == null
                ? Double.NaN
                : Arrays.stream(measured.spectrum().positive())
                        .filter(value -> value >= start)
                        .map(Math::log)
                        .sum();
    }

    private static String warnings(Measurement measured) {
        return measured.fit().stream()
                .map(report -> report.fit())
                .map(FitResult::warnings)
                .flatMap(List::stream)
                .map(warning -> warning.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
