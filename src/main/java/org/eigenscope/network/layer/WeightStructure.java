package org.eigenscope.network.layer;

import java.util.SplittableRandom;

/** A matrix W, out × in, that is a function of fewer parameters θ than it has entries. Everything is row-major. */
public interface WeightStructure {
    /** How it is described, such as {@code block-diagonal:8}. */
    String id();

    /** The number of parameters. */
    int parameterCount();

    /** W of θ. */
    void expand(double[] theta, double[] w);

    /** The directional derivative of W along v: added to {@code tangent}, which is zero. */
    void expandTangent(double[] theta, double[] v, double[] tangent);

    /** From the derivatives of a scalar by W to those by θ. */
    void pullBack(double[] theta, double[] adjoint, double[] gradient);

    /**
     * The directional derivative of {@link #pullBack}.
     *
     * @param adjoint the derivatives by W
     * @param adjointTangent their directional derivatives
     */
    void pullBackTangent(double[] theta, double[] v, double[] adjoint, double[] adjointTangent, double[] gradient);

    /** Draws θ so that an entry of W that is not zero by structure has the variance 1/(3·fan-in), fan-in counted without such zeros. */
    void initialize(double[] theta, SplittableRandom random);
}
