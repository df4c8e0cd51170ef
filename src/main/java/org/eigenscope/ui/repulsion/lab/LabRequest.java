package org.eigenscope.ui.repulsion.lab;

import java.util.Optional;

/**
 * A request for the next frame.
 *
 * @param settings the ensemble
 * @param advance how far the dynamics moves on, 0 to stand still
 * @param pull the eigenvalue that is dragged
 */
public record LabRequest(LabSettings settings, double advance, Optional<Pull> pull) {
    /**
     * An eigenvalue that is dragged.
     *
     * @param grabbed λ where the drag began
     * @param target λ where the pointer is
     */
    public record Pull(double grabbed, double target) {}
}
