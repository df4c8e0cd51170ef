package org.eigenscope.spectrum;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The spectral distribution of one random vector, with the mass of its quadrature rule spread over the axis.
 *
 * <p>A node with a residual that is small against the distance to its neighbours counts as an eigenvalue, and its mass
 * stays at the node. The other nodes sample a continuum: the mass of each is spread evenly in ln|λ| up to the geometric
 * means with its neighbours. On a side without a neighbour, or with an eigenvalue, it reaches as far as on the other
 * side. Nodes within the zero tolerance make an atom at 0.
 */
final class ProbeDistribution {
    private static final double CONVERGED = 1e-3;

    private final GaussQuadrature quadrature;
    private final List<Cell> cells;
    private final double zeroMass;

    /** Mass spread evenly in ln|λ| over [lower, upper], or a point mass when they coincide. */
    private record Cell(boolean isNegative, double lower, double upper, double mass) {
        double massUpTo(double size, double logSize) {
            if (size >= upper) {
                return mass;
            }
            double start = Math.log(lower);
            return size <= lower ? 0 : mass * (logSize - start) / (Math.log(upper) - start);
        }
    }

    private ProbeDistribution(GaussQuadrature quadrature, List<Cell> cells, double zeroMass) {
        this.quadrature = quadrature;
        this.cells = cells;
        this.zeroMass = zeroMass;
    }

    static ProbeDistribution of(GaussQuadrature quadrature, double zeroTolerance) {
        List<Cell> cells = new ArrayList<>();
        double zeros = 0;
        for (int i = 0; i < quadrature.size(); i++) {
            if (Math.abs(quadrature.node(i)) <= zeroTolerance) {
                zeros += quadrature.weight(i);
            } else {
                cells.add(cell(quadrature, i, zeroTolerance));
            }
        }
        return new ProbeDistribution(quadrature, List.copyOf(cells), zeros);
    }

    private static Cell cell(GaussQuadrature quadrature, int index, double zeroTolerance) {
        double node = quadrature.node(index);
        double size = Math.abs(node);
        if (isConverged(quadrature, index)) {
            return new Cell(node < 0, size, size, quadrature.weight(index));
        }
        double below = reach(quadrature, index, index - 1, zeroTolerance);
        double above = reach(quadrature, index, index + 1, zeroTolerance);
        double left = below > 0 ? below : above;
        double right = above > 0 ? above : below;
        // towards larger |λ| lies the node above when λ > 0, and the one below when λ < 0
        double inner = node > 0 ? left : right;
        double outer = node > 0 ? right : left;
        return new Cell(node < 0, size * Math.exp(-inner), size * Math.exp(outer), quadrature.weight(index));
    }

    /**
     * Half the distance in ln|λ| to a neighbour of the same sign that does not count as an eigenvalue; 0 if there is
     * none.
     */
    private static double reach(GaussQuadrature quadrature, int index, int neighbour, double zeroTolerance) {
        if (neighbour < 0 || neighbour >= quadrature.size() || isConverged(quadrature, neighbour)) {
            return 0;
        }
        double ratio = quadrature.node(neighbour) / quadrature.node(index);
        boolean sameSign = ratio > 0 && Math.abs(quadrature.node(neighbour)) > zeroTolerance;
        return sameSign ? 0.5 * Math.abs(Math.log(ratio)) : 0;
    }

    private static boolean isConverged(GaussQuadrature quadrature, int index) {
        double gap = Double.POSITIVE_INFINITY;
        if (index > 0) {
            gap = quadrature.node(index) - quadrature.node(index - 1);
        }
        if (index + 1 < quadrature.size()) {
            gap = Math.min(gap, quadrature.node(index + 1) - quadrature.node(index));
        }
        return quadrature.residual(index) <= CONVERGED * gap;
    }

    double zeroMass() {
        return zeroMass;
    }

    double negativeMass() {
        return cells.stream().filter(Cell::isNegative).mapToDouble(Cell::mass).sum();
    }

    /** The mass of all positive λ up to this one. */
    double positiveMassUpTo(double eigenvalue) {
        return massUpTo(eigenvalue, false);
    }

    /** The mass of all negative λ down to minus this one. */
    double negativeMassDownTo(double size) {
        return massUpTo(size, true);
    }

    private double massUpTo(double size, boolean negative) {
        double log = Math.log(size);
        double sum = 0;
        for (Cell cell : cells) {
            if (cell.isNegative() == negative) {
                sum += cell.massUpTo(size, log);
            }
        }
        return sum;
    }

    /**
     * The least mass that can lie in (−∞, λ], given the quadrature: that of all nodes below the last one up to λ (the
     * inequalities of Chebyshev, Markov and Stieltjes).
     */
    double leastMassBelow(double eigenvalue) {
        return massOfFirst(nodesUpTo(eigenvalue) - 1);
    }

    /** The most mass: that of all nodes up to the first one above λ. */
    double mostMassBelow(double eigenvalue) {
        return massOfFirst(nodesUpTo(eigenvalue) + 1);
    }

    private int nodesUpTo(double eigenvalue) {
        int count = 0;
        while (count < quadrature.size() && quadrature.node(count) <= eigenvalue) {
            count++;
        }
        return count;
    }

    private double massOfFirst(int count) {
        double sum = 0;
        for (int i = 0; i < Math.min(count, quadrature.size()); i++) {
            sum += quadrature.weight(i);
        }
        return sum;
    }

    /** Where the mass of one sign changes, as |λ|. */
    List<Double> breakpoints(boolean negative) {
        List<Double> all = new ArrayList<>();
        for (Cell cell : cells) {
            if (cell.isNegative() == negative) {
                all.add(cell.lower());
                all.add(cell.upper());
            }
        }
        return all;
    }

    /** ∫ f(λ) over the λ that do not count as zero, by the quadrature itself. */
    double integral(DoubleUnaryOperator f, double zeroTolerance) {
        double sum = 0;
        for (int i = 0; i < quadrature.size(); i++) {
            if (Math.abs(quadrature.node(i)) > zeroTolerance) {
                sum += quadrature.weight(i) * f.applyAsDouble(quadrature.node(i));
            }
        }
        return sum;
    }

    GaussQuadrature quadrature() {
        return quadrature;
    }
}
