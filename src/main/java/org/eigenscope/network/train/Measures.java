package org.eigenscope.network.train;

/**
 * How good a network is.
 *
 * @param trainingLoss the mean loss over all training samples, without weight decay
 * @param trainingAccuracy the part of them that is classified right; NaN if there are no classes
 * @param testLoss of the test samples; NaN if there are none
 * @param testAccuracy of the test samples; NaN if there are none
 */
public record Measures(double trainingLoss, double trainingAccuracy, double testLoss, double testAccuracy) {}
