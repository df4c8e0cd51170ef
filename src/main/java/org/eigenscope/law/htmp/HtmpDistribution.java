package org.eigenscope.law.htmp;

import java.util.ArrayList;
import java.util.List;

/**
 * F and 1 − F of one HTMP(γ, κ) law, read from a table of the ratios F/(xρ) below the median and (1 − F)/(xρ) above it,
 * which vary slowly where F itself spans hundreds of decades. Immutable.
 *
 * <p>The masses are sums of positive terms from the outside in, so each is accurate relatively, down to 1e-299.
 */
public final class HtmpDistribution {
    private static final int NODES = ChebyshevNodes.COUNT;
    /** ln ρ below which masses have too few bits to divide by it. */
    private static final double UNDERFLOW = -690;

    private static final int MAX_ITERATIONS = 200;
    private static final double PRECISION = 1e-16;

    private final HtmpTable table;
    private final PiecewiseChebyshev ratios;
    private final double[] lowerMass;
    private final double[] upperMass;

    /** The panel up to whose end F is tabulated, and beyond which 1 − F is; −1 if most mass lies below the table. */
    private final int join;

    /** The factor that corrects a lower tail that holds most of the mass: the small mass above it is known better. */
    private final double lowerScale;

    private HtmpDistribution(HtmpTable table) {
        this.table = table;
        PiecewiseChebyshev bulk = table.bulk();
        int count = bulk.panels();
        double[][] pieces = new double[count][];
        PanelMass rule = new PanelMass();
        for (int i = 0; i < count; i++) {
            pieces[i] = rule.betweenNodes(bulk, i);
        }
        lowerMass = accumulateUp(pieces, table.lower().mass(bulk.from()));
        upperMass = accumulateDown(pieces, table.upper().mass(bulk.to()));
        join = medianPanel();
        lowerScale = join < 0 ? (1 - upperMass[0]) / lowerMass[0] : 1;
        ratios = PiecewiseChebyshev.of(ratioPanels(pieces));
    }

    /** Integrates the density of the table. */
    public static HtmpDistribution of(HtmpTable table) {
        return new HtmpDistribution(table);
    }

    /** F(x) for 0 < x < ∞. */
    public double cumulative(double x) {
        PiecewiseChebyshev bulk = table.bulk();
        if (x < bulk.from()) {
            return Math.min(1, lowerScale * table.lower().mass(x));
        }
        if (x > bulk.to()) {
            return 1 - table.upper().mass(x);
        }
        int panel = bulk.panelAt(x);
        return panel <= join ? inner(panel, x) : 1 - inner(panel, x);
    }

    /** 1 − F(x) for 0 < x < ∞. */
    public double survival(double x) {
        PiecewiseChebyshev bulk = table.bulk();
        if (x < bulk.from()) {
            // where most mass lies below the table, 1 − F would leave few digits
            return join < 0
                    ? Math.min(1, upperMass[0] + lowerScale * table.lower().massBetween(x, bulk.from()))
                    : 1 - table.lower().mass(x);
        }
        if (x > bulk.to()) {
            return table.upper().mass(x);
        }
        int panel = bulk.panelAt(x);
        return panel <= join ? 1 - inner(panel, x) : inner(panel, x);
    }

    /** F + (1 − F) where the two tables meet: 1 up to the table's error. */
    double totalMass() {
        return lowerMass[join + 1] + upperMass[join + 1];
    }

    /**
     * The smallest x with F(x) ≥ p.
     *
     * @param p in [0, 1]
     */
    public double quantile(double p) {
        if (p == 0 || p == 1) {
            return p == 0 ? 0 : Double.POSITIVE_INFINITY;
        }
        return p <= 0.5 ? solve(true, Math.log(p)) : solve(false, Math.log1p(-p));
    }

    /**
     * The smallest x with 1 − F(x) ≤ q.
     *
     * @param q in [0, 1]
     */
    public double inverseSurvival(double q) {
        if (q == 0 || q == 1) {
            return q == 0 ? Double.POSITIVE_INFINITY : 0;
        }
        return q < 0.5 ? solve(false, Math.log(q)) : solve(true, Math.log1p(-q));
    }

    /** Solves ln F = target, or ln(1 − F) = target, by safeguarded Newton steps in ln x. */
    private double solve(boolean below, double target) {
        double t = Math.log(table.bulk().panelEnd(join));
        double low = Math.log(Double.MIN_VALUE);
        double high = Math.log(Double.MAX_VALUE);
        for (int i = 0; i < MAX_ITERATIONS; i++) {
            double x = Math.exp(t);
            double mass = below ? cumulative(x) : survival(x);
            double gap = Math.log(mass) - target;
            boolean tooFar = below == gap >= 0;
            high = tooFar ? t : high;
            low = tooFar ? low : t;
            double slope = (below ? 1 : -1) * x * Math.exp(table.logDensity(x)) / mass;
            double next = t - gap / slope;
            next = next > low && next < high ? next : (low + high) / 2;
            if (Math.abs(next - t) <= PRECISION * Math.max(1, Math.abs(t))) {
                return Math.exp(next);
            }
            t = next;
        }
        return Math.exp(t);
    }

    private double inner(int panel, double x) {
        return ratios.at(panel, x) * x * Math.exp(table.bulk().at(panel, x));
    }

    /** The first panel at whose end F exceeds one half; the last panel if the mass above the table is larger. */
    private int medianPanel() {
        int panel = lowerMass[0] > 0.5 ? -1 : 0;
        while (panel >= 0 && panel < lowerMass.length - 2 && lowerMass[panel + 1] < 0.5) {
            panel++;
        }
        return panel;
    }

    private List<PiecewiseChebyshev.Panel> ratioPanels(double[][] pieces) {
        PiecewiseChebyshev bulk = table.bulk();
        List<PiecewiseChebyshev.Panel> panels = new ArrayList<>();
        for (int i = 0; i < pieces.length; i++) {
            double from = bulk.panelStart(i);
            double[] masses =
                    i <= join ? massesFromBelow(pieces[i], lowerMass[i]) : massesFromAbove(pieces[i], upperMass[i + 1]);
            toRatios(i, masses);
            panels.add(new PiecewiseChebyshev.Panel(from, bulk.panelEnd(i), masses));
        }
        return panels;
    }

    /** Divides masses by xρ at the nodes; where ρ underflows, by the decay rate's estimate of that ratio. */
    private void toRatios(int panel, double[] masses) {
        PiecewiseChebyshev bulk = table.bulk();
        double from = bulk.panelStart(panel);
        double to = bulk.panelEnd(panel);
        boolean underflows = Math.min(bulk.at(panel, from), bulk.at(panel, to)) < UNDERFLOW;
        double slope = 1 + (bulk.at(panel, to) - bulk.at(panel, from)) / Math.log(to / from);
        for (int j = 0; j < NODES; j++) {
            double x = from + (to - from) * ChebyshevNodes.point(j);
            masses[j] = underflows ? 1 / Math.abs(slope) : masses[j] / (x * Math.exp(bulk.at(panel, x)));
        }
    }

    private static double[] massesFromBelow(double[] pieces, double below) {
        double[] masses = new double[NODES];
        masses[0] = below;
        for (int j = 1; j < NODES; j++) {
            masses[j] = masses[j - 1] + pieces[j - 1];
        }
        return masses;
    }

    private static double[] massesFromAbove(double[] pieces, double above) {
        double[] masses = new double[NODES];
        masses[NODES - 1] = above;
        for (int j = NODES - 2; j >= 0; j--) {
            masses[j] = masses[j + 1] + pieces[j];
        }
        return masses;
    }

    /** Mass below each panel's start, and below the end of the last. */
    private static double[] accumulateUp(double[][] pieces, double below) {
        double[] masses = new double[pieces.length + 1];
        masses[0] = below;
        for (int i = 0; i < pieces.length; i++) {
            masses[i + 1] = massesFromBelow(pieces[i], masses[i])[NODES - 1];
        }
        return masses;
    }

    /** Mass above each panel's start, and above the end of the last. */
    private static double[] accumulateDown(double[][] pieces, double above) {
        double[] masses = new double[pieces.length + 1];
        masses[pieces.length] = above;
        for (int i = pieces.length - 1; i >= 0; i--) {
            masses[i] = massesFromAbove(pieces[i], masses[i + 1])[0];
        }
        return masses;
    }
}
