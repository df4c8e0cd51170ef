package org.eigenscope.session.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eigenscope.figure.Ordinate;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.axis.NumberText;
import org.eigenscope.figure.axis.SymmetricLogScale;
import org.eigenscope.figure.compose.ShownEigenvalues;
import org.eigenscope.fit.Interval;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.matrix.ConvolutionFlattening;
import org.eigenscope.session.Conventions;
import org.eigenscope.session.FigureLook;
import org.eigenscope.session.LawPlan;
import org.eigenscope.session.SeriesPlan;
import org.eigenscope.session.Session;
import org.eigenscope.session.input.SessionSpectra;
import org.eigenscope.spectrum.SolverChoice;
import org.eigenscope.spectrum.Spectrum;

/** Says in words what a figure rests on: captions ready for a paper, and the lines of the parameter box. */
final class Captions {
    private static final int DIGITS = 3;

    private Captions() {}

    /** A caption that states what was read, every convention, every law, every estimate with its interval. */
    static String of(Session session, SessionSpectra spectra) {
        List<String> sentences = new ArrayList<>();
        sentences.add(opening(session));
        for (SeriesPlan series : distinct(session)) {
            sentences.add(sample(series, spectra.of(series), session.look()));
        }
        sentences.add(conventions(session, spectra));
        for (SeriesPlan series : distinct(session)) {
            laws(series, session).ifPresent(sentences::add);
            sentences.addAll(ExtraCaptions.of(series, session, spectra));
        }
        intervals(session).ifPresent(sentences::add);
        return String.join(" ", sentences);
    }

    private static List<SeriesPlan> distinct(Session session) {
        return session.series().stream().distinct().toList();
    }

    private static String opening(Session session) {
        FigureLook look = session.look();
        if (look.estimate().isPresent()) {
            return "Estimates of " + look.estimate().get().symbol() + " with 95 % intervals.";
        }
        String what = switch (look.view()) {
            case DENSITY ->
                "Empirical spectral density (bar heights count/(N·Δλ), bins of equal width in "
                        + binned(look.x().scale()) + ")";
            case SURVIVAL -> "Fraction of eigenvalues at or above λ";
            case CUMULATIVE -> "Fraction of eigenvalues up to λ";
        };
        boolean laws = session.series().stream().anyMatch(s -> !s.laws().isEmpty());
        return what + (laws ? " and spectral laws" + (look.view() == Ordinate.DENSITY ? "" : "’ probabilities") : "")
                + ".";
    }

    private static String binned(AxisScale abscissa) {
        if (abscissa instanceof SymmetricLogScale symmetric) {
            String c = number(symmetric.threshold());
            return "arsinh(λ/2c) with c = " + c + ", which is linear for |λ| below c and ± log |λ| beyond";
        }
        return abscissa == AxisScale.LOG ? "log λ" : "log λ, or in λ where there are negative eigenvalues";
    }

    private static String matrix(Spectrum.Details details, String size) {
        int side = details.source().isOfFeatures() ? details.columns() : Math.min(details.rows(), details.columns());
        String shape = " (" + side + "×" + side + ", γ = "
                + number(details.aspectRatio().orElse(Double.NaN)) + ") of the " + size
                + (details.source().dysonIndex() == 2 ? " complex matrix" : " matrix");
        return switch (details.source()) {
            case GRAM, COMPLEX_GRAM -> "the smaller Gram matrix" + shape;
            case FEATURES, COMPLEX_FEATURES -> "the Gram matrix ΦᵀΦ of the columns" + shape;
            case SYMMETRIC -> "the symmetric " + size + " matrix";
            case HERMITIAN -> "the Hermitian " + size + " matrix";
        };
    }

    private static String sample(SeriesPlan series, Spectrum spectrum, FigureLook look) {
        Spectrum.Details details = spectrum.details();
        String size = details.rows() + "×" + details.columns();
        String of = matrix(details, size);
        if (ShownEigenvalues.of(spectrum, look.x().scale()).isEverything()) {
            return series.label() + ": N = " + spectrum.size() + " eigenvalues of " + of + ", "
                    + count(spectrum.zeroCount(), "zero") + " and " + count(spectrum.negative().length, "negative")
                    + " among them.";
        }
        String whole = spectrum.positiveCount() == spectrum.size() ? "" : " of N = " + spectrum.size();
        return series.label() + ": n = " + spectrum.positiveCount() + " positive eigenvalues" + whole + " of " + of
                + "; "
                + count(spectrum.zeroCount(), "zero") + " and " + count(spectrum.negative().length, "negative")
                + " left out.";
    }

    private static String count(int n, String kind) {
        return (n == 0 ? "no" : Integer.toString(n)) + " " + kind;
    }

    private static String conventions(Session session, SessionSpectra spectra) {
        Conventions c = session.conventions();
        boolean squared = session.series().stream()
                .anyMatch(series -> spectra.of(series).details().source().isSquared());
        StringBuilder text = new StringBuilder("Normalisation ")
                .append(c.normalization().id())
                .append(", ")
                .append(c.normalization().formula(squared));
        if (c.flattening() == ConvolutionFlattening.POOLED_SLICES) {
            text.append("; convolutions as ").append(c.flattening().label());
        } else {
            text.append("; convolutions flattened to ").append(c.flattening().label());
        }
        if (c.solver().equals(SolverChoice.SLQ)) {
            text.append("; the density is estimated by stochastic Lanczos quadrature");
        }
        if (c.dropNonFiniteRows()) {
            text.append("; rows with NaN or infinite entries left out");
        }
        String tolerances = session.series().stream()
                .map(spectra::of)
                .map(s -> number(s.details().zeroTolerance()))
                .distinct()
                .collect(Collectors.joining(", "));
        text.append("; zero means |λ| ≤ ").append(tolerances);
        if (c.trimBottom() + c.trimTop() > 0) {
            text.append("; the ")
                    .append(c.trimBottom())
                    .append(" smallest and ")
                    .append(c.trimTop())
                    .append(" largest were not fitted");
        } else {
            text.append("; nothing trimmed");
        }
        return text.append('.').toString();
    }

    private static Optional<String> laws(SeriesPlan series, Session session) {
        List<LawPlan> laws = series.lawsBut(session.look().names().hidden());
        if (laws.isEmpty()) {
            return Optional.empty();
        }
        String where = session.series().size() > 1 ? series.label() + ": " : "";
        return Optional.of(where + laws.stream().map(Captions::law).collect(Collectors.joining("; ")) + ".");
    }

    private static String law(LawPlan law) {
        String how = switch (law.origin()) {
            case FITTED ->
                "fitted by " + law.evidence().map(LawPlan.Evidence::objective).orElse("likelihood")
                        + law.evidence().map(e -> " to n = " + e.n()).orElse("");
            case GIVEN -> "at given parameters";
            case LIMIT -> "the limit of the first law";
        };
        String values =
                law.family().parameters().stream().map(p -> parameter(law, p)).collect(Collectors.joining(", "));
        String ks = law.evidence().map(e -> ", KS distance " + number(e.ks())).orElse("");
        return law.family().displayName() + " " + how + ": " + values + ks;
    }

    private static String parameter(LawPlan law, Parameter parameter) {
        String text = parameter.symbol() + " = " + number(law.parameters().get(parameter));
        if (law.byHand().contains(parameter)) {
            return text + " (by hand)";
        }
        if (law.held().contains(parameter) && law.origin() == LawPlan.Origin.FITTED) {
            return text + " (held)";
        }
        return text + law.interval(parameter).map(i -> " " + interval(i)).orElse("");
    }

    private static String interval(Interval interval) {
        return "[" + (interval.lowerOpen() ? "–" : number(interval.lower())) + ", "
                + (interval.upperOpen() ? "–" : number(interval.upper())) + "]";
    }

    private static Optional<String> intervals(Session session) {
        return session.series().stream()
                .flatMap(s -> s.laws().stream())
                .flatMap(law -> law.evidence().stream())
                .flatMap(e -> e.intervals().values().stream())
                .map(Interval::method)
                .findFirst()
                .map(method -> method == Interval.Method.PROFILE_LIKELIHOOD
                        ? "Brackets are 95 % profile-likelihood intervals, which take eigenvalues as independent."
                        : "Brackets are 95 % parametric-bootstrap intervals.");
    }

    /** The lines of the parameter box: the first law's parameters and n. */
    static List<String> notes(SeriesPlan series) {
        List<String> lines = new ArrayList<>();
        if (!series.laws().isEmpty()) {
            LawPlan law = series.laws().get(0);
            for (Parameter parameter : law.family().parameters()) {
                lines.add(parameter(law, parameter));
            }
            law.evidence().ifPresent(e -> lines.add("n = " + e.n() + ", KS " + number(e.ks())));
        }
        return lines;
    }

    private static String number(double value) {
        return NumberText.significant(value, DIGITS);
    }
}
