package org.eigenscope.figure.axis;

/** The scales without a parameter; named by {@link AxisScale}. */
enum PlainScale implements AxisScale {
    LINEAR("linear") {
        @Override
        public double forward(double value) {
            return value;
        }

        @Override
        public double backward(double position) {
            return position;
        }
    },
    LOG("log") {
        @Override
        public double forward(double value) {
            return Math.log10(value);
        }

        @Override
        public double backward(double position) {
            return Math.pow(10, position);
        }
    };

    private final String id;

    PlainScale(String id) {
        this.id = id;
    }

    @Override
    public boolean canShow(double value) {
        return Double.isFinite(forward(value));
    }

    @Override
    public boolean showsNegatives() {
        return this == LINEAR;
    }

    @Override
    public String id() {
        return id;
    }
}
