package org.eigenscope.law.htmp;

/** Says where, on the way out of the bulk, a tail's closed form has full accuracy. */
final class TailCriterion {
    /** How far below its value in the bulk ln ρ is marched if no series takes over before; masses underflow there. */
    private static final double DEEPEST = 800;

    /** The largest ln of the phase πA·xρ at which a series is tried. */
    private static final double LARGEST_PHASE = -28;

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
     * @param logDensity ln ρ(x) there
     * @param drop how far it has fallen from the bulk
     */
    boolean begins(double y, double logDensity, double drop) {
        if (drop > DEEPEST || (!isUpper() && OriginTail.reaches(shape, y))) {
            return true;
        }
        // the terms that the series leave out are of the order of Im q = πA·xρ, so this must be small first
        double logPhase = Math.log(shape.a() * y / shape.c()) + logDensity;
        return logPhase < LARGEST_PHASE && beyondEdge(y) && seriesConverges(y);
    }

    /** The tail's closed form from where the march ended. */
    Tail tailFrom(OutwardMarch.End end) {
        if (!isUpper() && OriginTail.reaches(shape, end.y())) {
            return new OriginTail(shape, end);
        }
        return seriesConverges(end.y()) ? new SeriesTail(shape, series, end) : new DeepTail(shape, end);
    }

    private boolean beyondEdge(double y) {
        return isUpper() ? y > shape.upperEdge() : shape.delta() > 1 && y < shape.lowerEdge();
    }

    private boolean seriesConverges(double y) {
        return series.termsNeeded(shape, y) > 0;
    }
}
