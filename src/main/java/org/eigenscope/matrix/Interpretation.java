package org.eigenscope.matrix;

/** What the user says a matrix is. It decides which matrix's eigenvalues are taken. */
public enum Interpretation {
    /** A symmetric matrix gives its own eigenvalues, any other the squares of its singular values. */
    AUTO("auto", "automatic: by its symmetry"),
    /** Weights W, even if symmetric: the min(m, n) squared singular values. */
    WEIGHTS("weights", "weights W: σ²"),
    /** Features Φ, samples × dimensions: all n eigenvalues of ΦᵀΦ, with zeros where there are fewer samples. */
    FEATURES("features", "features Φ: λ of ΦᵀΦ"),
    /** A Gram matrix, kernel or Hessian: its own eigenvalues. */
    GRAM("gram", "Gram matrix: own λ");

    private final String id;
    private final String label;

    Interpretation(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /** The name on the command line and in files. */
    public String id() {
        return id;
    }

    /** The rule in a few words, as the convention bar shows it. */
    public String label() {
        return label;
    }
}
