"""Every law that the command line serves, as log density and distribution function."""
import mpmath as mp
import numpy as np
import scipy.stats as st
from scipy.integrate import quad
from scipy.special import airy

from reference import htmp


def marchenko_pastur_log_density(x, gamma):
    low, high = (1 - np.sqrt(gamma)) ** 2, (1 + np.sqrt(gamma)) ** 2
    x = np.asarray(x, float)
    inside = (x > low) & (x < high)
    v = np.where(inside, x, 1.0)
    root = np.where(inside, (high - v) * (v - low), 1.0)
    return np.where(inside, 0.5 * np.log(np.abs(root)) - np.log(2 * np.pi * gamma * v), -np.inf)


def marchenko_pastur_cumulative(x, gamma):
    """By quadrature after x = 1 + gamma - 2 sqrt(gamma) cos(angle), which takes the roots away; zeros for gamma > 1 included."""
    zeros = max(0.0, 1 - 1 / gamma)
    root = np.sqrt(gamma)

    def one(v):
        if v < 0:
            return 0.0
        end = np.arccos(np.clip((1 + gamma - v) / (2 * root), -1, 1))

        def slope(t):
            return 2 * np.sin(t) ** 2 / (np.pi * (1 + gamma - 2 * root * np.cos(t)))

        # near angle 0 the integrand has a peak of width |1 - sqrt(gamma)|
        return zeros + quad(slope, 0, end, epsabs=1e-13, epsrel=1e-12, limit=200)[0]

    return np.array([one(v) for v in np.atleast_1d(x)])


class Scaled:
    """tau + s X, or tau + s / X."""

    def __init__(self, log_density, cumulative, scale=1.0, tau=0.0, inverse=False, survival=None):
        self.parts = (log_density, cumulative, survival or (lambda x: 1 - cumulative(x)))
        self.scale, self.tau, self.inverse = scale, tau, inverse

    def _standard(self, x):
        z = (np.asarray(x, float) - self.tau) / self.scale
        with np.errstate(divide="ignore"):
            return np.where(z > 0, 1 / np.where(z > 0, z, 1), np.inf) if self.inverse else z

    def log_density(self, x):
        v = self._standard(x)
        usable = (v > 0) & np.isfinite(v)
        safe = np.where(usable, v, 1.0)
        jacobian = 2 * np.log(safe) if self.inverse else 0.0
        return np.where(usable, self.parts[0](safe) + jacobian - np.log(self.scale), -np.inf)

    def cumulative(self, x):
        v = self._standard(x)
        usable = (v > 0) & np.isfinite(v)
        safe = np.where(usable, v, 1.0)
        return np.where(usable, self.parts[2 if self.inverse else 1](safe), 0.0)


class Frozen:
    """A law of scipy.stats."""

    def __init__(self, law):
        self.log_density, self.cumulative = law.logpdf, law.cdf


class Power:
    """Proportional to x^(-exponent) e^(-rate x) on [xmin, inf)."""

    def __init__(self, exponent, xmin, rate=0.0):
        self.exponent, self.xmin, self.rate = exponent, xmin, rate
        self.log_mass = self._log_mass(xmin)

    def _log_mass(self, start):
        if self.rate == 0:
            return (1 - self.exponent) * np.log(start) - np.log(self.exponent - 1)
        with mp.workdps(30):
            incomplete = mp.gammainc(1 - mp.mpf(self.exponent), self.rate * mp.mpf(start))
            return float(mp.log(incomplete) + (self.exponent - 1) * mp.log(self.rate))

    def log_density(self, x):
        x = np.asarray(x, float)
        inside = x >= self.xmin
        v = np.where(inside, x, self.xmin)
        return np.where(inside, -self.exponent * np.log(v) - self.rate * v - self.log_mass, -np.inf)

    def cumulative(self, x):
        return np.array([0.0 if v <= self.xmin else 1 - np.exp(self._log_mass(v) - self.log_mass) for v in np.atleast_1d(x)])


class TracyWidom:
    """Fredholm determinants of the kernel Ai(u + v + s) on [0, inf): F1 = det(1 - K), F2 = det(1 - K^2) (P. L. Ferrari and
    H. Spohn 2005; quadrature of F. Bornemann 2010)."""

    NODES, STEP, END = 80, 0.01, 16.0

    def __init__(self, beta):
        self.beta = beta

    def _determinant(self, s):
        nodes, weights = np.polynomial.legendre.leggauss(self.NODES)
        u, w = (nodes + 1) * self.END / 2, weights * self.END / 2
        kernel = np.sqrt(np.outer(w, w)) * airy(u[:, None] + u[None, :] + s)[0]
        identity = np.eye(self.NODES)
        return np.linalg.det(identity - (kernel if self.beta == 1 else kernel @ kernel))

    def cumulative(self, x):
        return np.array([self._determinant(s) for s in np.atleast_1d(x)])

    def log_density(self, x):
        h = self.STEP
        weights = {1: 4 / 5, 2: -1 / 5, 3: 4 / 105, 4: -1 / 280}
        slope = sum(w * (self.cumulative(x + k * h) - self.cumulative(x - k * h)) for k, w in weights.items())
        return np.log(slope / h)


def law(name, p):
    """The law by its name on the command line and its parameters there."""
    scale, tau = p.get("scale", 1.0), p.get("tau", 0.0)
    if name in ("htmp", "inverse-htmp"):
        t = htmp.table(p["kappa"], p["gamma"])
        return Scaled(t.log_density, t.cumulative, scale, tau, name != "htmp", t.survival)
    if name in ("mp", "inverse-mp"):
        gamma = p["gamma"]
        return Scaled(
            lambda x: marchenko_pastur_log_density(x, gamma),
            lambda x: marchenko_pastur_cumulative(np.ravel(x), gamma).reshape(np.shape(x)),
            scale,
            tau,
            name != "mp",
        )
    if name == "gamma":
        return Frozen(st.gamma(p["shape"], loc=tau, scale=1 / p["rate"]))
    if name == "inverse-gamma":
        return Frozen(st.invgamma(p["shape"], loc=tau, scale=p["rate"]))
    if name == "lognormal":
        return Frozen(st.lognorm(p["sigma"], scale=np.exp(p["mu"])))
    if name in ("power", "truncated-power"):
        return Power(p["exponent"], p["xmin"], p.get("rate", 0.0))
    if name == "semicircle":
        return Frozen(st.semicircular(loc=p.get("center", 0.0), scale=p["radius"]))
    if name == "tracy-widom":
        return TracyWidom(int(p["beta"]))
    raise ValueError(name)
