package org.eigenscope.law.htmp;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.special.Gamma;

/** ln ρ of one HTMP(γ, κ) law, tabulated over the bulk and continued in closed form beyond it. Immutable. */
public final class HtmpTable {
    private static final double SMALL = 1;

    private final HtmpShape shape;
    private final PiecewiseChebyshev bulk;
    private final Tail lower;
    private final Tail upper;

    private HtmpTable(HtmpShape shape, PiecewiseChebyshev bulk, Tail lower, Tail upper) {
        this.shape = shape;
        this.bulk = bulk;
        this.lower = lower;
        this.upper = upper;
    }

    /** Builds the table of one law, marching from the bulk outward. */
    public static HtmpTable of(HtmpShape shape) {
        if (SmoothBulk.suits(shape)) {
            SmoothBulk bulk = new SmoothBulk(shape);
            return outward(shape, bulk.below(), bulk.above(), bulk.panels());
        }
        double y = shape.bulkPoint();
        double[] q = new LogDerivative(shape).onAxis(y);
        double logDensity = Math.log(q[1] / (Math.PI * shape.a() * y / shape.c()));
        OutwardMarch.Start start = new OutwardMarch.Start(y, logDensity, q[0], q[1]);
        return outward(shape, start, start, List.of());
    }

    /** Marches to both sides of the part of the bulk that is known. */
    private static HtmpTable outward(
            HtmpShape shape,
            OutwardMarch.Start below,
            OutwardMarch.Start above,
            List<PiecewiseChebyshev.Panel> between) {
        OutwardMarch right = new OutwardMarch(shape);
        TailCriterion upper = new TailCriterion(shape, TailSeries.UPPER);
        OutwardMarch.End top = right.run(above, upper);
        double error = shape.c() < SMALL ? levelError(shape, top) : 0;
        right.raise(error);
        OutwardMarch left = new OutwardMarch(shape);
        TailCriterion lower = new TailCriterion(shape, TailSeries.LOWER);
        OutwardMarch.End bottom = left.run(below.raised(error), lower);
        List<PiecewiseChebyshev.Panel> panels = new ArrayList<>(left.panels());
        panels.addAll(between);
        panels.addAll(right.panels());
        Tail upperTail = upper.tailFrom(top.raised(error));
        return new HtmpTable(shape, PiecewiseChebyshev.of(panels), lower.tailFrom(bottom), upperTail);
    }

    /**
     * For small c most mass lies near 0, the density at the starting point is small and Im q has lost digits against Re
     * q. There Γ functions lose no digits and give the level where |U| = y^(−A)·S: ρ =
     * c·y^(δ−1+2A)·e^(−y)/(Γ(A+1)Γ(c)S²).
     */
    private static double levelError(HtmpShape shape, OutwardMarch.End end) {
        double logGammas = Gamma.logGamma(1 + shape.a()) + Gamma.logGamma(1 + shape.c()) - Math.log(shape.c());
        double[] logSum = new double[1];
        int terms = TailSeries.UPPER.termsNeeded(shape, end.y());
        TailSeries.UPPER.logSums(shape, new double[] {end.y()}, terms, logSum);
        double exact = Math.log(shape.c())
                + TailSeries.UPPER.power(shape) * Math.log(end.y())
                - end.y()
                - logGammas
                - 2 * logSum[0];
        return exact - end.logDensity();
    }

    /** The constants of the law that is tabulated. */
    public HtmpShape shape() {
        return shape;
    }

    /** ln ρ(x) for 0 < x < ∞. */
    public double logDensity(double x) {
        if (x < bulk.from()) {
            return lower.logDensity(x);
        }
        return x > bulk.to() ? upper.logDensity(x) : bulk.at(x);
    }

    PiecewiseChebyshev bulk() {
        return bulk;
    }

    Tail lower() {
        return lower;
    }

    Tail upper() {
        return upper;
    }
}
