package org.eigenscope.law.htmp;

/** Says where, on the way out of the bulk, a tail's closed form has full accuracy. */
final class TailCriterion {
    private static final double NEGLIGIBLE = 1e-17;

    /** How far down ln ρ is marched where no series takes over before. */
    private static final double DEEPEST = 6000;

    private static final double LEAST_DROP = 30;
    private static final double FEW = 10;

    private final HtmpShape shape;
    private final TailSeries series;

    TailCriterion(HtmpShape shape, TailSeries series) {
        this.shape = shape;
        this.series = series;
    }

    boolean isUpper() {
        return series == TailSeries.UPPER;
    }

    /**
     * Whether the tail may begin at y.
     *
     * @param drop how far ln ρ has fallen from the bulk
     */
    boolean begins(double y, double drop) {
        if (drop > DEEPEST || (!isUpper() && atOrigin(y))) {
            return true;
        }
        // for many eigenvalues the series cannot have full accuracy before the density has fallen as far
        boolean worthTrying = shape.a() < FEW || drop > LEAST_DROP;
        return worthTrying && (isUpper() ? y > shape.upperEdge() : belowEdge(y)) && seriesConverges(y);
    }

    /** The tail's closed form from where the march ended. */
    Tail tailFrom(OutwardMarch.End end) {
        if (!isUpper() && atOrigin(end.y())) {
            return new OriginTail(shape, end);
        }
        return seriesConverges(end.y()) ? new SeriesTail(shape, series, end) : new DeepTail(shape, end);
    }

    /** Whether y is so small that only y⁰ and y^δ are left of u: there the equation is w″ = (δ²/4)w. */
    private boolean atOrigin(double y) {
        double first = shape.a() + 0.5 + shape.delta() / 2;
        return y * first < NEGLIGIBLE * (1 + shape.delta());
    }

    private boolean belowEdge(double y) {
        return shape.delta() > 1 && y < shape.lowerEdge();
    }

    private boolean seriesConverges(double y) {
        return !Double.isNaN(series.logSum(shape, y));
    }
}
