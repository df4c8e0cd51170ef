"""The free multiplicative convolution by subordination (S. T. Belinschi and H. Bercovici 2007).

With psi(z) the integral of z x / (1 - z x), eta = psi / (1 + psi) and h(w) = eta(w) / w, the points w1, w2 with
    w2 = z h1(w1),  w1 = z h2(w2)
give eta(z) = eta1(w1) of the product. They are found by iteration and polished by the secant method.
"""
import cmath

import numpy as np
from scipy.integrate import quad

from reference import htmp

HEIGHTS = (4e-3, 2e-3, 1e-3)


def eta_of_psi(psi):
    return psi / (1 + psi)


def htmp_psi(kappa, gamma):
    """psi(z) = G(1/z)/z - 1."""
    return lambda z: htmp.cauchy_transform(kappa, gamma, 1 / z) / z - 1


def inverse_htmp_psi(kappa, gamma):
    """Of 1/X: G of it is 1/w - G_X(1/w)/w^2 at w = 1/z."""

    def psi(z):
        w = 1 / z
        g = 1 / w - htmp.cauchy_transform(kappa, gamma, 1 / w) / w**2
        return g / z - 1

    return psi


def marchenko_pastur_psi(gamma):
    """G solves gamma z G^2 - (z + gamma - 1) G + 1 = 0, the root that is 1/z far away."""

    def psi(z):
        w = 1 / z
        b = w + gamma - 1
        root = cmath.sqrt(b * b - 4 * gamma * w)
        g = min(((b - root), (b + root)), key=lambda v: v.imag * w.imag) / (2 * gamma * w)
        return g * w - 1

    return psi


def atoms_psi(values, weights):
    values, weights = np.asarray(values), np.asarray(weights) / np.sum(weights)
    return lambda z: complex(np.sum(weights * z * values / (1 - z * values)))


def uniform_psi(low, high):
    return lambda z: -1 + (cmath.log(1 - z * low) - cmath.log(1 - z * high)) / (z * (high - low))


def power_psi(exponent, least):
    """Density (a-1) m^(a-1) x^(-a) above m, by quadrature in u = (m/x)^(a-1), uniform on (0, 1)."""

    def psi(z):
        def part(u, of):
            x = least * u ** (-1 / (exponent - 1))
            return of(z * x / (1 - z * x))

        real = quad(part, 0, 1, args=(lambda v: v.real,), epsabs=1e-10, limit=400)[0]
        imag = quad(part, 0, 1, args=(lambda v: v.imag,), epsabs=1e-10, limit=400)[0]
        return complex(real, imag)

    return psi


def _solve(first, second, z):
    def step(w):
        other = z * eta_of_psi(first(w)) / w
        return z * eta_of_psi(second(other)) / other

    w = z
    for _ in range(60):
        w = step(w)
    previous, last = w, step(w)
    for _ in range(60):
        f0, f1 = step(previous) - previous, step(last) - last
        if abs(f1) < 1e-13 * abs(last) or f1 == f0:
            break
        previous, last = last, last - f1 * (last - previous) / (f1 - f0)
    return last


def density(first, second, x):
    """The product's density at x > 0, from heights above the axis extrapolated to none."""
    values = []
    for height in HEIGHTS:
        z = 1 / complex(x, height * x)
        eta = eta_of_psi(first(_solve(first, second, z)))
        psi = eta / (1 - eta)
        values.append(-((psi + 1) * z).imag / np.pi)
    a, b, c = values
    b, c = 2 * b - a, 2 * c - b
    return (4 * c - b) / 3
