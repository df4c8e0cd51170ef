package org.eigenscope.figure.axis;

/** How values are laid out along an axis: position is an affine function of {@link #forward}. */
public enum AxisScale {
    /** Position is proportional to the value. */
    LINEAR {
        @Override
        public double forward(double value) {
            return value;
        }

        @Override
        public double backward(double position) {
            return position;
        }
    },
    /** Position is proportional to log₁₀ of the value; only positive values have a place. */
    LOG {
        @Override
        public double forward(double value) {
            return Math.log10(value);
        }

        @Override
        public double backward(double position) {
            return Math.pow(10, position);
        }
    };

    /** The coordinate along the axis; NaN or −∞ where the value has no place. */
    public abstract double forward(double value);

    /** The value at a coordinate; the inverse of {@link #forward}. */
    public abstract double backward(double position);

    /** Whether the value has a finite place on the axis. */
    public boolean canShow(double value) {
        return Double.isFinite(forward(value));
    }

    /** The other scale: logarithmic for linear, linear for logarithmic. */
    public AxisScale toggled() {
        return this == LOG ? LINEAR : LOG;
    }
}
