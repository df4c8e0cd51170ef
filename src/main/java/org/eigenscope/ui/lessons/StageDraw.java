package org.eigenscope.ui.lessons;

import org.eigenscope.law.family.Orientation;
import org.eigenscope.law.family.ParameterSet;

/**
 * A draw of the ensemble.
 *
 * @param orientation λ = τ + s·X or τ + s/X
 * @param parameters κ, γ, s and τ
 * @param size N
 * @param seed of the random numbers
 */
record StageDraw(Orientation orientation, ParameterSet parameters, int size, long seed) {}
