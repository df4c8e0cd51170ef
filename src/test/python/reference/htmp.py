"""The law HTMP(gamma, kappa) of mean 1, twice: by mpmath's hyperu, and by an ordinary differential equation for many points.

With A = kappa/2, c = kappa/(2 gamma), delta = c - A, y = c x and U Tricomi's function,
    pdf(x) = c y^(delta-1) e^(-y) / (Gamma(A+1) Gamma(c) |U(A, 1-delta, -y)|^2).
"""
import functools

import mpmath as mp
import numpy as np
from scipy.integrate import solve_ivp

DIGITS = 40


def _constants(kappa, gamma):
    a = mp.mpf(kappa) / 2
    c = mp.mpf(kappa) / (2 * mp.mpf(gamma))
    return a, c, c - a


def _tricomi(a, b, z):
    """U(a, b, z) with as many digits in between as the cancellation for a large kappa takes."""
    return mp.hyperu(a, b, z, maxprec=200_000, maxterms=1_000_000)


def log_density_by_hyperu(kappa, gamma, x):
    """ln pdf(x) with DIGITS digits; slow."""
    with mp.workdps(DIGITS):
        a, c, delta = _constants(kappa, gamma)
        y = c * mp.mpf(x)
        u = _tricomi(a, 1 - delta, -y)
        return float(
            mp.log(c) + (delta - 1) * mp.log(y) - y - mp.loggamma(a + 1) - mp.loggamma(c) - 2 * mp.log(abs(u))
        )


def cumulative_by_hyperu(kappa, gamma, x):
    """F(x) from the argument of U, which is followed from x down to its limit at 0, a real number, in steps too small for a jump."""
    with mp.workdps(DIGITS):
        a, c, delta = _constants(kappa, gamma)
        steps = np.concatenate([np.linspace(1, 0.01, 100 + int(20 * a))[:-1], np.geomspace(0.01, 1e-20, 60)])
        u = [_tricomi(a, 1 - delta, -c * mp.mpf(x) * mp.mpf(t)) for t in steps]
        u.append(mp.gamma(delta) / mp.gamma(a + delta))
        return float(abs(sum(mp.arg(v / w) for v, w in zip(u, u[1:]))) / (mp.pi * a))


def cauchy_transform(kappa, gamma, z):
    """G(z), the integral of pdf(x)/(z - x), off the axis."""
    with mp.workdps(20):
        a, c, delta = _constants(kappa, gamma)
        w = -c * mp.mpc(z)
        return complex(-c * _tricomi(a + 1, 2 - delta, w) / _tricomi(a, 1 - delta, w))


class Table:
    """ln pdf and F over ln y, integrated outwards from x = 1 with q = d ln U / d ln y:

    q' = q - q^2 - (1 - delta + y) q - A y,  (ln pdf)' = delta - 1 - y - 2 Re q,  F' = pdf c^-1 y.
    Good to about 1e-9 for kappa up to a few hundreds. Left of the table the law is a power, right of it nothing.
    """

    def __init__(self, kappa, gamma, span=None, tolerance=1e-11):
        """span: the smallest and the largest x that are asked for; without it, wherever the law has mass."""
        self.a, self.c = kappa / 2, kappa / (2 * gamma)
        self.delta = self.c - self.a
        self.tolerance = tolerance
        self.low, self.high = self._range(gamma) if span is None else np.log(self.c) + np.log(span)
        self.low, self.high = min(self.low, np.log(self.c) - 1), max(self.high, np.log(self.c) + 1)
        with mp.workdps(20):
            a, c, delta = _constants(kappa, gamma)
            u, v = _tricomi(a, 1 - delta, -c), _tricomi(a + 1, 2 - delta, -c)
            q = complex(c * a * v / u)
        start = [q.real, abs(q.imag), float(np.log(abs(q.imag) / (np.pi * self.a))), 0.0]
        self.left = self._solve(start, self.low)
        self.right = self._solve(start, self.high)
        to_left, to_right = -self.left.y[3, -1], self.right.y[3, -1]
        below = self._mass_below(self.left.y[2, -1])
        self.at_one = to_left + below
        self.total = self.at_one + to_right

    def _range(self, gamma):
        low = -700.0 / max(self.delta, 1e-3) if self.delta < 1 else -60.0 - 700.0 / self.delta
        high = np.log(self.c) + np.log(2 + 4 * np.sqrt(gamma) + 800.0 / self.c)
        return max(low, -200000.0), high

    def _mass_below(self, log_density):
        """F where the density is a power."""
        return np.exp(log_density + self.low - np.log(self.c)) / self.delta if self.delta > 0 else 0.0

    def _slopes(self, t, state):
        y = np.exp(t)
        q = complex(state[0], state[1])
        slope = q - q * q - (1 - self.delta + y) * q - self.a * y
        return [
            slope.real,
            slope.imag,
            self.delta - 1 - y - 2 * state[0],
            np.exp(np.clip(state[2] + t - np.log(self.c), -745, 700)),
        ]

    def _solve(self, start, end):
        return solve_ivp(
            self._slopes,
            (np.log(self.c), end),
            start,
            method="LSODA" if self.c > 60 else "DOP853",
            rtol=self.tolerance,
            atol=self.tolerance / 100,
            dense_output=True,
        )

    def _state(self, x):
        t = np.log(self.c) + np.log(np.asarray(x, float))
        inside = np.clip(t, self.low, self.high)
        state = np.where(inside <= np.log(self.c), self.left.sol(inside), self.right.sol(inside))
        return t, inside, state

    def log_density(self, x):
        t, inside, state = self._state(x)
        below = state[2] + (self.delta - 1) * np.minimum(0, t - self.low)
        return np.where(t > self.high, -np.inf, below)

    def cumulative(self, x):
        t, inside, state = self._state(x)
        below = (self.at_one + state[3]) * np.exp(np.minimum(0, t - self.low) * self.delta)
        return np.clip(below, 0, 1)

    def survival(self, x):
        _, _, state = self._state(x)
        return np.clip(self.total - self.at_one - state[3], 0, 1)


@functools.lru_cache(maxsize=64)
def table(kappa, gamma):
    """The whole law."""
    return Table(kappa, gamma)
