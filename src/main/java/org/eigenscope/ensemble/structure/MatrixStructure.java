package org.eigenscope.ensemble.structure;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Kinds of random matrices W of n × 2n entries, so that γ = ½, by the structure of W; their λ are scaled so that a structure
 * without outliers has mean 1.
 */
public enum MatrixStructure {
    DENSE_REAL("dense-real", "dense real Wishart", "independent normal entries: Dyson index 1", 0),
    DENSE_COMPLEX("dense-complex", "dense complex Wishart", "independent complex normal entries: Dyson index 2", 0),
    DIAGONAL("diagonal", "diagonal", "n rows of two entries, no row meets another: no repulsion", 0),
    BLOCK_DIAGONAL("block-diagonal", "block-diagonal", "k independent dense blocks: repulsion within a block only", 8),
    KRONECKER("kronecker", "Kronecker product", "A ⊗ B of two dense factors, as square as n allows", 0),
    BANDED("banded", "banded", "entries within k of the diagonal, wrapped round", 8),
    TRIDIAGONAL("tridiagonal", "tridiagonal", "each row overlaps its two neighbours: a tridiagonal Gram matrix", 0),
    LOW_RANK("low-rank", "low rank + noise", "noise and k planted directions of growing strength", 10),
    COMMUTING(
            "commuting",
            "commuting family",
            "the mean of k feature matrices with common eigenvectors: no repulsion",
            8),
    HEAVY_TAILED("heavy-tailed", "heavy-tailed entries", "independent Student entries with k degrees of freedom", 3),
    SPIKED("spiked", "spiked", "normal entries with k population spikes 4, 9, 16, …", 3);

    private final String id;
    private final String label;
    private final String description;
    private final int defaultParameter;

    MatrixStructure(String id, String label, String description, int defaultParameter) {
        this.id = id;
        this.label = label;
        this.description = description;
        this.defaultParameter = defaultParameter;
    }

    /** The name on the command line. */
    public String id() {
        return id;
    }

    /** The name of the structure for people. */
    public String label() {
        return label;
    }

    /** A description of the structure, as a clause without a full stop. */
    public String description() {
        return description;
    }

    /** Whether it has a parameter k. */
    public boolean hasParameter() {
        return defaultParameter > 0;
    }

    /** k unless another is asked for; 0 without a parameter. */
    public int defaultParameter() {
        return defaultParameter;
    }

    /** The structure with the given id. */
    public static Optional<MatrixStructure> byId(String id) {
        return Stream.of(values()).filter(structure -> structure.id.equals(id)).findFirst();
    }
}
