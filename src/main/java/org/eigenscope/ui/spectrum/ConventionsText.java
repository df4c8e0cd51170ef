package org.eigenscope.ui.spectrum;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.eigenscope.spectrum.QuadratureSettings;
import org.eigenscope.spectrum.SolverChoice;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.ui.text.Numbers;

/** What the convention bar says. */
final class ConventionsText {
    private ConventionsText() {}

    /** Shape and aspect ratio: {@code 200×400, γ 0.5000}. */
    static String shape(SpectrumModel.Shown shown) {
        Spectrum.Details details = shown.spectrum().details();
        String size = details.rows() + "×" + details.columns();
        OptionalDouble gamma = details.aspectRatio();
        String stored = shown.tensor().info().storedAs();
        return size
                + (stored.isEmpty() ? "" : "  ·  " + stored)
                + (gamma.isPresent()
                        ? "  ·  γ " + Numbers.format(gamma.getAsDouble())
                        : "  ·  " + (details.source() == Spectrum.Source.HERMITIAN ? "Hermitian" : "symmetric")
                                + ", γ is fitted");
    }

    /** Whose eigenvalues these are, how far they can be trusted, and what was assumed of the tensor. */
    static String rule(SpectrumModel.Shown shown) {
        String note = shown.tensor().info().note();
        return rule(shown.spectrum()) + (note.isEmpty() ? "" : "; " + note);
    }

    /** Whose eigenvalues these are, and how far they can be trusted. */
    static String rule(Spectrum spectrum) {
        String rule = spectrum.details().source().rule();
        if (spectrum.estimate().isPresent()) {
            QuadratureSettings settings = spectrum.estimate().get().settings();
            return rule + ", density estimated from " + settings.probes() + " vectors, " + settings.steps()
                    + " Lanczos steps each, bars with ± 1 standard error";
        }
        OptionalDouble accuracy = spectrum.details().relativeAccuracy();
        return accuracy.isEmpty() ? rule : rule + ", the smallest right to " + magnitude(accuracy.getAsDouble());
    }

    /** A power of ten above an error bound. */
    private static String magnitude(double bound) {
        return bound >= 1 ? "no digit" : "10" + superscript((int) Math.ceil(Math.log10(bound)));
    }

    private static String superscript(int exponent) {
        StringBuilder text = new StringBuilder(exponent < 0 ? "⁻" : "");
        for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
            text.append("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0'));
        }
        return text.toString();
    }

    /** The choice between computing and estimating. */
    static String solver(SolverChoice choice) {
        return choice.equals(SolverChoice.SLQ) ? "estimated density" : "exact eigenvalues";
    }

    /** A part of a stacked projection or of a stack, or which axes are rows. */
    static String part(String part) {
        if (part.isEmpty()) {
            return "all together";
        }
        if (part.equals("stack")) {
            return "a stack, pooled";
        }
        return part.startsWith("rows:") ? "rows: axes " + part.substring("rows:".length()) : part + " alone";
    }

    /** What is set apart, with rows that were left out of the matrix. */
    static String setApart(SpectrumModel.Shown shown) {
        String apart = setApart(shown.spectrum());
        if (shown.droppedRows() == 0) {
            return apart;
        }
        String rows = Numbers.count(shown.droppedRows()) + (shown.droppedRows() == 1 ? " row" : " rows")
                + " with NaN or infinite entries left out";
        return apart.isEmpty() ? rows : apart + "; " + rows;
    }

    /** What is not drawn on a logarithmic axis, nor fitted by laws of positive eigenvalues: zeros and negatives; empty when nothing is. */
    static String setApart(Spectrum spectrum) {
        List<String> parts = new ArrayList<>();
        if (spectrum.zeroCount() > 0) {
            parts.add(Numbers.count(spectrum.zeroCount()) + " of " + Numbers.count(spectrum.size()) + " zero");
        }
        int negative = spectrum.negative().length;
        if (negative > 0) {
            parts.add(Numbers.count(negative) + " negative");
        }
        if (parts.isEmpty()) {
            return "";
        }
        // laws of any sign are fitted to all eigenvalues, and other axes than logarithmic ones draw them
        return String.join(", ", parts)
                + (negative > 0
                        ? ": not drawn on a log axis, fitted by the semicircle alone"
                        : ": not drawn, not fitted");
    }
}
