package org.eigenscope.ui.fit.parameter;

/**
 * A 95 % interval on a slider.
 *
 * @param lower its lower end, a value
 * @param upper its upper end
 * @param lowerOpen whether the data set no lower end within reach
 * @param upperOpen whether the data set no upper end within reach
 */
public record StripInterval(double lower, double upper, boolean lowerOpen, boolean upperOpen) {}
