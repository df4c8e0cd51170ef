package org.eigenscope.matrix;

/** How a convolution kernel [out, in, kh, kw] becomes a matrix. */
public enum ConvolutionFlattening {
    /** One matrix out × (in·kh·kw). */
    OUT_BY_REST("matrix", "out×(in·kh·kw)"),
    /** kh·kw slices of out × in whose spectra are pooled. */
    POOLED_SLICES("slices", "pooled out×in slices");

    private final String id;
    private final String label;

    ConvolutionFlattening(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /** The name on the command line and in files. */
    public String id() {
        return id;
    }

    /** The form that a kernel takes, as the convention bar shows it. */
    public String label() {
        return label;
    }
}
