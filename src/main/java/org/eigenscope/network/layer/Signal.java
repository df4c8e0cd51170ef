package org.eigenscope.network.layer;

import org.eigenscope.network.array.Arithmetic;
import org.eigenscope.network.array.NumberArray;

/**
 * Numbers between two layers for a batch of samples, one row a sample, or the parameters of a network; with what belongs to them. An
 * array that is not wanted has length 0.
 *
 * @param value a, the numbers
 * @param tangent their directional derivative R{a} along a direction v in the space of parameters
 * @param adjoint the derivatives of a scalar (a loss or an output) by them, ∂L/∂a
 * @param adjointTangent the directional derivative of those, R{∂L/∂a}
 */
public record Signal(NumberArray value, NumberArray tangent, NumberArray adjoint, NumberArray adjointTangent) {
    /** What a computation needs besides values. */
    public enum Need {
        /** Nothing: outputs alone. */
        VALUES,
        /** Gradients. */
        ADJOINTS,
        /** Products with second derivatives. */
        TANGENTS
    }

    /** Arrays of zeros. */
    public static Signal allocate(Arithmetic arithmetic, int length, Need need) {
        return allocate(arithmetic, length, need != Need.VALUES, need == Need.TANGENTS);
    }

    /** The input of a network: derivatives by it are not wanted. */
    public static Signal ofInput(Arithmetic arithmetic, int length) {
        return allocate(arithmetic, length, false, false);
    }

    private static Signal allocate(Arithmetic arithmetic, int length, boolean adjoint, boolean tangent) {
        return new Signal(
                arithmetic.allocate(length),
                arithmetic.allocate(tangent ? length : 0),
                arithmetic.allocate(adjoint ? length : 0),
                arithmetic.allocate(tangent ? length : 0));
    }

    /** Whether derivatives by it are wanted. */
    public boolean hasAdjoint() {
        return adjoint.length() > 0;
    }

    /** Whether it depends on the parameters. */
    public boolean hasTangent() {
        return tangent.length() > 0;
    }

    /** Frees the arrays. */
    public void close() {
        value.close();
        tangent.close();
        adjoint.close();
        adjointTangent.close();
    }
}
