package org.eigenscope.session.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.figure.Curve;
import org.eigenscope.figure.FigureSpec;
import org.eigenscope.figure.Ordinate;
import org.eigenscope.figure.Panel;
import org.eigenscope.figure.PointSeries;
import org.eigenscope.figure.axis.AxisRange;
import org.eigenscope.figure.axis.AxisScale;
import org.eigenscope.figure.compose.FigureRanges;
import org.eigenscope.figure.compose.KeptWindow;
import org.eigenscope.figure.compose.LawCurve;
import org.eigenscope.figure.compose.SpectrumFigure;
import org.eigenscope.law.family.LawFamily;
import org.eigenscope.law.family.Parameter;
import org.eigenscope.law.family.ParameterSet;
import org.eigenscope.library.MatrixTarget;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;
import org.eigenscope.session.Conventions;
import org.eigenscope.session.FigureLook;
import org.eigenscope.session.GhostPlan;
import org.eigenscope.session.LawPlan;
import org.eigenscope.session.PagePlan;
import org.eigenscope.session.PanelPlan;
import org.eigenscope.session.SeriesPlan;
import org.eigenscope.session.Session;
import org.eigenscope.session.SessionInput;
import org.eigenscope.session.SpikesPlan;
import org.eigenscope.session.StripView;
import org.eigenscope.session.input.SessionInputs;
import org.eigenscope.session.input.SessionSpectra;
import org.eigenscope.spectrum.Spectrum;
import org.eigenscope.spectrum.SpectrumOptions;
import org.junit.jupiter.api.Test;

class DrawingTest {
    private static final MatrixTarget LAYER =
            new MatrixTarget(Path.of("samples/digits_b20_s0.safetensors"), Optional.of("fc2.weight"));

    @Test
    void showsTheSameBarsAndLawsAsTheWindowsChart() throws EigenscopeException {
        Drawing drawing = draw(FigureLook.DEFAULT, series(0, 2));
        FigureSpec chart = drawing.sheet().panels().get(0).chart();
        Spectrum spectrum = drawing.spectra().inputs().get(0);
        FigureSpec window = SpectrumFigure.base(spectrum, Ordinate.DENSITY, AxisScale.LOG, AxisScale.LOG);
        assertThat(chart.histogram().orElseThrow().densities())
                .isEqualTo(window.histogram().orElseThrow().densities());
        assertThat(chart.xAxis().label()).isEqualTo(window.xAxis().label());
        Curve curve = chart.curves().get(0);
        assertThat(curve.densityAt(0.02)).isCloseTo(law(2).law().density(0.02), withPercentage(0.5));
    }

    @Test
    void panelsThatShareAxesShowTheSameRanges() throws EigenscopeException {
        Session session = session(FigureLook.DEFAULT.withColumns(2), List.of(series(0, 2)), List.of(series(0, 0.3)));
        Drawing drawing = Drawing.of(session, spectra(session));
        List<Panel> panels = drawing.sheet().panels();
        assertThat(panels.get(0).chart().yAxis().range())
                .isEqualTo(panels.get(1).chart().yAxis().range());
        assertThat(panels.get(0).chart().xAxis().range())
                .isEqualTo(panels.get(1).chart().xAxis().range());
        assertThat(drawing.sheet().sharedAxes()).isTrue();
    }

    @Test
    void ratioOfDataToTheirOwnLawLiesAroundOne() throws EigenscopeException {
        FigureLook look =
                FigureLook.DEFAULT.withExtras(new FigureLook.Extras(true, StripView.RATIO, Optional.empty(), 0));
        Panel panel = draw(look, series(0, 1.78)).sheet().panels().get(0);
        List<PointSeries.Point> ratios = panel.strip().orElseThrow().points().points();
        assertThat(ratios).allMatch(p -> p.lower() <= p.y() && p.y() <= p.upper());
        // a bin of the fitted law's bulk, below 0.03, holds about what is expected
        assertThat(ratios).filteredOn(p -> p.x() < 0.03).isNotEmpty().allMatch(p -> p.y() > 0.4 && p.y() < 2.5);
        assertThat(panel.notes()).contains("κ = 1.78", "γ = 0.500");
    }

    @Test
    void estimatesStandAtTheirAbscissae() throws EigenscopeException {
        FigureLook look = FigureLook.DEFAULT.withEstimate(Optional.of(Parameter.KAPPA));
        Session session = session(look, List.of(series(20, 2), series(5, 0.3)));
        List<PointSeries> points =
                Drawing.of(session, spectra(session)).sheet().panels().get(0).points();
        assertThat(points).hasSize(1);
        assertThat(points.get(0).points()).containsExactly(PointSeries.Point.of(5, 0.3), PointSeries.Point.of(20, 2));
    }

    @Test
    void edgeOfABulkIsNotCalledItsFloor() throws EigenscopeException {
        ParameterSet parameters = ParameterSet.EMPTY
                .with(Parameter.GAMMA, 0.5)
                .with(Parameter.SCALE, 0.1)
                .with(Parameter.TAU, 0.001);
        LawPlan bulk =
                new LawPlan(LawFamily.MP, parameters, LawPlan.Origin.GIVEN, Set.of(), Set.of(), Optional.empty());
        SeriesPlan series = new SeriesPlan(0, "fc2", OptionalDouble.empty(), List.of(bulk));
        assertThat(draw(FigureLook.DEFAULT, series)
                        .sheet()
                        .panels()
                        .get(0)
                        .chart()
                        .guides())
                .isEmpty();
    }

    @Test
    void lawOverATrimmedSampleHoldsWhatTheSampleHoldsBetweenTheTrims() throws EigenscopeException {
        Conventions trimmed = Conventions.of(SpectrumOptions.withDefaults(), 20, 40);
        Session whole = session(FigureLook.DEFAULT, List.of(series(0, 2)));
        Session session = new Session(whole.inputs(), trimmed, whole.panels(), whole.look(), whole.page());
        double[] values = spectra(session).inputs().get(0).positive();
        LawCurve kept = LawCurve.over(KeptWindow.of(values, 20, 40), LawFamily.INVERSE_HTMP, law(2).law());
        double inside = law(2).law().cumulative(values[160]) - law(2).law().cumulative(values[19]);
        assertThat(kept.weight() * inside).isCloseTo(140 / 200.0, withPercentage(1e-9));
    }

    @Test
    void linearFigureAndLinearInsetShowTheBulkAsTheWindowsChartDoes() throws EigenscopeException {
        FigureLook.Axis linear = FigureLook.Axis.LOG.withScale(AxisScale.LINEAR);
        Drawing drawing = draw(FigureLook.DEFAULT.withAxes(linear, linear), series(0, 2));
        FigureSpec window = SpectrumFigure.base(
                drawing.spectra().inputs().get(0), Ordinate.DENSITY, AxisScale.LINEAR, AxisScale.LINEAR);
        AxisRange home = FigureRanges.of(window).x();
        assertThat(home.upper()).as("the bulk ends at 0.13, the largest is 9.5").isBetween(0.08, 0.3);
        assertThat(drawing.sheet().panels().get(0).chart().xAxis().range()).contains(home);
        FigureLook.Extras inset =
                new FigureLook.Extras(false, StripView.NONE, Optional.of(FigureLook.InsetView.LINEAR), 0);
        Panel panel = draw(FigureLook.DEFAULT.withExtras(inset), series(0, 2))
                .sheet()
                .panels()
                .get(0);
        assertThat(panel.inset().orElseThrow().chart().xAxis().range()).contains(home);
    }

    @Test
    void captionStatesEveryConvention() throws EigenscopeException {
        String caption = draw(FigureLook.DEFAULT, series(0, 2)).caption();
        assertThat(caption)
                .contains("n = 200 positive eigenvalues of the smaller Gram matrix (200×200, γ = 0.500) of the 200×400")
                .contains("no zero and no negative left out")
                .contains("Normalisation raw, λ = σ²")
                .contains("zero means |λ| ≤ ")
                .contains("nothing trimmed")
                .contains("inverse HTMP at given parameters: κ = 2.00, γ = 0.500, s = 0.0100, τ = 0.");
    }

    @Test
    void captionSaysHowManyEigenvaluesTheAbscissaDoesNotShow() throws EigenscopeException {
        FigureLook.Axis linear = FigureLook.Axis.LOG.withScale(AxisScale.LINEAR);
        Drawing drawing = draw(FigureLook.DEFAULT.withAxes(linear, linear), series(0, 2));
        AxisRange shown =
                FigureRanges.of(drawing.sheet().panels().get(0).chart()).x();
        long hidden = Arrays.stream(drawing.spectra().inputs().get(0).positive())
                .filter(value -> value > shown.upper())
                .count();
        assertThat(hidden).isPositive();
        assertThat(drawing.caption())
                .endsWith("Of the 200 eigenvalues of fc2, " + hidden + " lie outside the abscissa.");
        assertThat(draw(FigureLook.DEFAULT, series(0, 2)).caption()).doesNotContain("outside the abscissa");
    }

    @Test
    void captionSaysWhatAccompaniesASpectrum() throws EigenscopeException {
        SeriesPlan series = series(0, 2)
                .withGhosts(List.of(GhostPlan.kept("before", 0, Conventions.DEFAULT), GhostPlan.shuffled(0, 7)))
                .withSpikes(Optional.of(new SpikesPlan(0.05, 0.06)));
        FigureLook look =
                FigureLook.DEFAULT.withExtras(FigureLook.DEFAULT.extras().withStrip(StripView.EXCESS));
        assertThat(draw(look, series).caption())
                .contains(
                        "“before” is the spectrum of digits_b20_s0.safetensors#fc2.weight, normalisation raw, λ = σ².")
                .contains("the same entries in random places (seed 7)")
                .contains("eigenvalues lie above the Marchenko–Pastur edge")
                .contains("[0.0500, 0.0600]")
                .contains("Below: the share of the data up to λ minus F(λ)");
    }

    @Test
    void captionDoesNotMentionWhatIsHidden() throws EigenscopeException {
        FigureLook look =
                FigureLook.DEFAULT.withNames(FigureLook.DEFAULT.names().withHidden(Set.of("htmp", "randomised")));
        SeriesPlan series = series(0, 2).withGhosts(List.of(GhostPlan.shuffled(0, 7)));
        assertThat(draw(look, series).caption()).doesNotContain("inverse HTMP", "random places");
    }

    @Test
    void stripsSideBySideAreOnTheSameOrdinate() throws EigenscopeException {
        FigureLook look = FigureLook.DEFAULT
                .withColumns(2)
                .withExtras(FigureLook.DEFAULT.extras().withStrip(StripView.EXCESS));
        Session session = session(look, List.of(series(0, 2)), List.of(series(0, 0.3)));
        List<Panel> panels = Drawing.of(session, spectra(session)).sheet().panels();
        assertThat(panels.get(0).strip().orElseThrow().yAxis())
                .isEqualTo(panels.get(1).strip().orElseThrow().yAxis());
        assertThat(panels.get(0).strip().orElseThrow().curves().get(0).y())
                .isNotEqualTo(
                        panels.get(1).strip().orElseThrow().curves().get(0).y());
    }

    @Test
    void severalSpectraInOnePlotHaveNoRoomForExtras() {
        SeriesPlan accompanied = series(0, 2).withSpikes(Optional.of(new SpikesPlan(1, 2)));
        assertThatThrownBy(() -> new PanelPlan("", List.of(series(0, 2), accompanied)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no room for ghosts");
    }

    private static Drawing draw(FigureLook look, SeriesPlan series) throws EigenscopeException {
        Session session = session(look, List.of(series));
        return Drawing.of(session, spectra(session));
    }

    @SafeVarargs
    private static Session session(FigureLook look, List<SeriesPlan>... panels) throws EigenscopeException {
        SessionInput input = SessionInputs.describe(LAYER, CancelToken.NONE);
        List<PanelPlan> plans = new ArrayList<>();
        for (List<SeriesPlan> series : panels) {
            plans.add(new PanelPlan("", series));
        }
        return new Session(List.of(input), Conventions.DEFAULT, plans, look, PagePlan.DEFAULT);
    }

    private static SessionSpectra spectra(Session session) throws EigenscopeException {
        return SessionInputs.alone().read(session, List.of(LAYER), ProgressListener.NONE, CancelToken.NONE);
    }

    private static SeriesPlan series(double at, double kappa) {
        return new SeriesPlan(0, "fc2", OptionalDouble.of(at), List.of(law(kappa)));
    }

    private static LawPlan law(double kappa) {
        return new LawPlan(
                LawFamily.INVERSE_HTMP,
                ParameterSet.ofHtmp(kappa, 0.5, 0.01, 0),
                LawPlan.Origin.GIVEN,
                Set.of(),
                Set.of(),
                Optional.empty());
    }
}
