"""The fit that FitBenchmark times, by a 30 x 30 grid over (kappa, s) with the Kolmogorov-Smirnov distance, on the same machine.

Needs Python 3 with numpy, scipy and mpmath. Draws 1,000 eigenvalues of inverse HTMP (kappa = 2, gamma = 0.5, s = 1, tau = 0) from the
beta-Laguerre ensemble, and finds kappa and s from a grid, gamma and tau held at the truth: once with scipy's 1F1, once with
mpmath timed on one column of the grid and scaled. The distribution is the trapezoid sum of the density at 400 points.
Prints seconds and the estimates.
"""

import time

import mpmath
import numpy
from htmp_elsewhere import log_density_1f1, log_density_mpmath
from scipy.linalg import eigh_tridiagonal

SIDE, POINTS, N, KAPPA, GAMMA = 30, 400, 1000, 2.0, 0.5


def sample(seed):
    rng = numpy.random.default_rng(seed)
    i = numpy.arange(1, N + 1)
    d = rng.chisquare(KAPPA / GAMMA - KAPPA * (i - 1) / N)
    s = rng.chisquare(KAPPA * (N - i[:-1]) / N)
    diagonal = d + numpy.concatenate([[0], s])
    x = eigh_tridiagonal(diagonal, numpy.sqrt(d[:-1] * s), eigvals_only=True) / (KAPPA / GAMMA)
    return numpy.sort(1 / x)


def distance(values, scale, xs, cumulative):
    f = 1 - numpy.interp(scale / values, xs, cumulative)
    i = numpy.arange(N)
    return max(numpy.max((i + 1) / N - f), numpy.max(f - i / N))


def cumulative(density, xs):
    steps = (density[1:] + density[:-1]) / 2 * numpy.diff(xs)
    total = numpy.concatenate([[0], numpy.cumsum(steps)])
    return total / total[-1]


def main():
    values = sample(7)
    xs = numpy.geomspace(1e-4, 40, POINTS)
    kappas = numpy.geomspace(0.503, 8.03, SIDE)
    scales = numpy.geomspace(0.25, 4, SIDE)
    with numpy.errstate(all="ignore"):
        start = time.perf_counter()
        best = (numpy.inf, 0, 0)
        for kappa in kappas:
            for scale in scales:
                density = numpy.nan_to_num(numpy.exp(log_density_1f1(kappa, GAMMA, xs)))
                best = min(best, (distance(values, scale, xs, cumulative(density, xs)), kappa, scale))
        seconds = time.perf_counter() - start
    print(f"1F1 grid: {seconds:.2f} s, kappa {best[1]:.3f}, s {best[2]:.3f}, KS {best[0]:.4f}")
    mpmath.mp.dps = 20
    start = time.perf_counter()
    for x in xs[:: POINTS // 20]:
        log_density_mpmath(kappas[SIDE // 2], GAMMA, x)
    seconds = (time.perf_counter() - start) * POINTS / 20
    print(f"mpmath grid: {seconds * SIDE:.0f} s with one curve for each kappa, {seconds * SIDE * SIDE:.0f} s without")


if __name__ == "__main__":
    main()
