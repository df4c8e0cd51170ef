package org.eigenscope.app;

/** The kinds of background work whose progress the window shows, each for itself. */
enum ActivityKind {
    /** Opening files and folders, and reading lessons. */
    OPENING,
    /** Reading a tensor and computing its eigenvalues. */
    LOADING,
    /** Fitting the law on screen. */
    REFITTING,
    /** Fitting the laws of the comparison table. */
    COMPARING,
    /** Diagnosing the phase of training. */
    DIAGNOSING,
    /** The likelihood along the sliders of the parameters. */
    STRIPS,
    /** The profile likelihoods along the sliders of the parameters. */
    PROFILES,
    /** The likelihood over κ and s. */
    MAPPING,
    /** Looking for spikes. */
    MARKING,
    /** Fitting κ on other ranges of eigenvalues. */
    RANGING,
    /** The spectrum of the same entries in random places. */
    SHUFFLING,
    /** Computing what a lesson shows. */
    DRAWING,
    /** Drawing the preview of a figure. */
    FIGURES,
    /** Writing figures, and reading and writing sessions. */
    SAVING,
    /** Reading and writing studies, and listing the files of new ones. */
    STUDYING,
    /** Reading the data of a training. */
    PREPARING,
    /** Writing what was trained. */
    KEEPING
}
