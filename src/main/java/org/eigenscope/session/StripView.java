package org.eigenscope.session;

/** What stands in a strip below a spectrum, on the same abscissa. */
public enum StripView {
    NONE("none"),
    /** How many eigenvalues a bin holds over how many the first law expects there. */
    RATIO("ratio"),
    /** The share of the eigenvalues up to λ minus the laws'. */
    EXCESS("excess"),
    /** κ fitted to ranges that begin or end at λ. */
    KAPPA_RANGE("kappa-range");

    private final String id;

    StripView(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }
}
