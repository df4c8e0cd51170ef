package org.eigenscope.ui.repulsion.lab;

import java.util.Optional;

/**
 * What the next frame shall be.
 *
 * @param settings the ensemble
 * @param advance how far the dynamics moves on, 0 to stand still
 * @param pull what the hand does
 */
public record LabRequest(LabSettings settings, double advance, Optional<Pull> pull) {
    /**
     * An eigenvalue in the hand.
     *
     * @param grabbed λ where the hand closed
     * @param target λ where the hand is
     */
    public record Pull(double grabbed, double target) {}
}
