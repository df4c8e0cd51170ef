package org.eigenscope.matrix;

/** How a convolution kernel [out, in, kh, kw] becomes a matrix. */
public enum ConvolutionFlattening {
    /** One matrix out × (in·kh·kw). */
    OUT_BY_REST("out×(in·kh·kw)"),
    /** kh·kw slices of out × in whose spectra are pooled. */
    POOLED_SLICES("pooled out×in slices");

    private final String label;

    ConvolutionFlattening(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
