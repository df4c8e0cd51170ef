package org.eigenscope.fit.diagnosis;

/** The 5+1 phases of trained weights of C. H. Martin and M. W. Mahoney (JMLR 22(165), 2021, Table 1), all eigenvalues equal, and not knowing. */
public enum SpectralPhase {
    RANDOM_LIKE("random-like"),
    BLEEDING_OUT("bleeding-out"),
    BULK_AND_SPIKES("bulk+spikes"),
    BULK_DECAY("bulk-decay"),
    HEAVY_TAILED("heavy-tailed"),
    RANK_COLLAPSE("rank-collapse"),
    DEGENERATE("degenerate"),
    UNDECIDED("undecided");

    private final String id;

    SpectralPhase(String id) {
        this.id = id;
    }

    /** The name on the command line, in the window and in files. */
    public String id() {
        return id;
    }
}
