package org.eigenscope.session;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.eigenscope.figure.LegendPosition;
import org.eigenscope.figure.Ordinate;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.export.page.PagePreset;
import org.eigenscope.figure.export.page.PageStyle;
import org.eigenscope.figure.style.Theme;
import org.eigenscope.fit.Interval;
import org.eigenscope.fit.compare.KappaByRange;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.matrix.ConvolutionFlattening;
import org.eigenscope.matrix.Interpretation;
import org.eigenscope.matrix.Normalization;
import org.eigenscope.spectrum.SolverChoice;

/** Sessions in which every field differs from its default. */
public final class ExampleSessions {
    private static final String CHECKSUM = "0123456789abcdef".repeat(4);

    private ExampleSessions() {}

    public static Session full() {
        Conventions conventions = new Conventions(
                Normalization.MP,
                ConvolutionFlattening.POOLED_SLICES,
                Interpretation.FEATURES,
                SolverChoice.EJML,
                true,
                2,
                3);
        FigureLook look = new FigureLook(
                Ordinate.SURVIVAL,
                Optional.of(Parameter.KAPPA),
                new FigureLook.Axis(AxisScale.LOG, Optional.of("λ"), Optional.of(new AxisRange(1e-3, 10))),
                new FigureLook.Axis(AxisScale.LINEAR, Optional.empty(), Optional.empty()),
                LegendPosition.OUTSIDE,
                new FigureLook.Extras(
                        true,
                        StripView.EXCESS,
                        Optional.of(FigureLook.InsetView.CCDF),
                        31,
                        new FigureLook.Lines(LegendPosition.BOTTOM_LEFT, 1.7)),
                new FigureLook.Names(
                        Map.of("htmp", "#123456"), Map.of("mp", "Marchenko–Pastur"), Set.of("mp", "gamma")),
                1);
        PageStyle style = new PageStyle(100.1, 72 / 0.7, 6.5, new PageStyle.Colors(Theme.DARK, true, true), 601);
        SeriesPlan series = new SeriesPlan(1, "fc2 “a”", OptionalDouble.of(0.1), List.of(fitted(), given()))
                .withGhosts(List.of(
                        GhostPlan.kept("before", 0, conventions.withoutTrims()), GhostPlan.shuffled(1, Long.MIN_VALUE)))
                .withSpikes(Optional.of(new SpikesPlan(1.0 / 3, Math.nextUp(0.7))))
                .withRange(Optional.of(range()));
        return new Session(
                List.of(input(Optional.empty()), input(Optional.of("fc2.weight"))),
                conventions,
                List.of(new PanelPlan("Title", List.of(series))),
                look,
                new PagePlan(PagePreset.NATURE.id(), style),
                new Screen(false, true, true, true, true));
    }

    private static KappaByRange range() {
        return new KappaByRange(
                Double.NaN, List.of(new KappaByRange.Estimate(0.1, 1e-3)), List.of(new KappaByRange.Estimate(7, 1e4)));
    }

    private static SessionInput input(Optional<String> tensor) {
        return new SessionInput("samples/a b.npy", tensor, CHECKSUM, 123_456_789_012L);
    }

    private static LawPlan fitted() {
        Interval interval =
                new Interval(1.0 / 3, Double.POSITIVE_INFINITY, false, true, Interval.Method.PROFILE_LIKELIHOOD);
        LawPlan.Evidence evidence =
                new LawPlan.Evidence("likelihood", 195, -1.5e-7, 3, 1e300, 0.1, Map.of(Parameter.KAPPA, interval));
        return new LawPlan(
                LawFamily.INVERSE_HTMP,
                ParameterSet.ofHtmp(Math.nextUp(1.78), 0.5, 1e-300, 0),
                LawPlan.Origin.FITTED,
                EnumSet.of(Parameter.GAMMA, Parameter.TAU),
                EnumSet.of(Parameter.TAU),
                Optional.of(evidence));
    }

    private static LawPlan given() {
        ParameterSet parameters = ParameterSet.EMPTY
                .with(Parameter.SHAPE, 2)
                .with(Parameter.RATE, 0.1)
                .with(Parameter.TAU, 0);
        return new LawPlan(
                LawFamily.INVERSE_GAMMA, parameters, LawPlan.Origin.GIVEN, Set.of(), Set.of(), Optional.empty());
    }
}
