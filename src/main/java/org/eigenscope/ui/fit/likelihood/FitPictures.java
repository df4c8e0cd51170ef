package org.eigenscope.ui.fit.likelihood;

/**
 * The pictures of the likelihood.
 *
 * @param strips along the sliders
 * @param map over κ and s
 */
public record FitPictures(StripsModel strips, LikelihoodMapModel map) {}
