package org.eigenscope.ui.fit.likelihood;

/**
 * A place on the likelihood map.
 *
 * @param kappa κ
 * @param scale s
 */
public record LikelihoodMapPoint(double kappa, double scale) {}
