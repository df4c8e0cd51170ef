"""What the curve of HtmpBenchmark costs by the means at hand elsewhere, on the same machine.

Needs Python 3 with numpy, scipy and mpmath (Debian's python3-numpy, python3-scipy, python3-mpmath).
Prints one line per (kappa, gamma): milliseconds for 1,000 log densities by mpmath's hyperu at 30 digits (timed on
fewer points and scaled), by scipy's hyp1f1, and the largest error of the latter against the former.
"""

import time

import mpmath
import numpy
from scipy.special import gammaln, hyp1f1

LOWEST, HIGHEST, POINTS, SAMPLED = 1e-3, 30.0, 1000, 25
CASES = [(0.5, 0.5), (2.3, 0.5), (20.3, 0.5), (50.3, 0.5)]


def constants(kappa, gamma):
    a = kappa / 2
    c = kappa / (2 * gamma)
    return a, c, c - a


def log_density_mpmath(kappa, gamma, x):
    a, c, delta = (mpmath.mpf(v) for v in constants(kappa, gamma))
    y = c * mpmath.mpf(x)
    u = mpmath.hyperu(a, 1 - delta, -y)
    log_norm = mpmath.log(c) - mpmath.loggamma(a + 1) - mpmath.loggamma(c)
    return log_norm + (delta - 1) * mpmath.log(y) - y - 2 * mpmath.log(abs(u))


def log_density_1f1(kappa, gamma, x):
    """Tricomi's U from its two 1F1 series (DLMF 13.2.42) on the lower side of the cut."""
    a, c, delta = constants(kappa, gamma)
    y = c * x
    regular = numpy.exp(gammaln(delta) - gammaln(c)) * hyp1f1(a, 1 - delta, -y)
    # Gamma(-delta) by reflection; the phase of (-y - i0)^delta is exp(-i*pi*delta)
    gamma_minus = -numpy.pi / (numpy.sin(numpy.pi * delta) * numpy.exp(gammaln(1 + delta)))
    other = gamma_minus * numpy.exp(-gammaln(a) + delta * numpy.log(y)) * hyp1f1(c, 1 + delta, -y)
    u = regular + other * numpy.exp(-1j * numpy.pi * delta)
    log_norm = numpy.log(c) - gammaln(a + 1) - gammaln(c)
    return log_norm + (delta - 1) * numpy.log(y) - y - 2 * numpy.log(numpy.abs(u))


def main():
    mpmath.mp.dps = 30
    xs = numpy.geomspace(LOWEST, HIGHEST, POINTS)
    sampled = xs[:: POINTS // SAMPLED]
    for kappa, gamma in CASES:
        start = time.perf_counter()
        exact = [float(log_density_mpmath(kappa, gamma, x)) for x in sampled]
        slow = (time.perf_counter() - start) * POINTS / len(sampled)
        with numpy.errstate(all="ignore"):
            start = time.perf_counter()
            series = log_density_1f1(kappa, gamma, xs)
            fast = time.perf_counter() - start
        error = numpy.abs(series[:: POINTS // SAMPLED] - exact)
        worst = float(numpy.max(numpy.where(numpy.isfinite(error), error, numpy.inf)))
        print(f"kappa={kappa} gamma={gamma}: mpmath {slow * 1e3:.0f} ms, 1F1 {fast * 1e3:.1f} ms, 1F1 error {worst:.1e}")


if __name__ == "__main__":
    main()
