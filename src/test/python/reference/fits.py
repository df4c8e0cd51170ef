"""Maximum likelihood by scipy: eigenvalues as independent draws of a law, truncated to the window that trims leave.

The search for kappa and gamma tabulates the law once a point and climbs in scale and tau over that table.
"""
import numpy as np
from scipy.interpolate import CubicSpline
from scipy.optimize import minimize, minimize_scalar
from scipy.special import expit, logit

from reference import htmp, laws

BOUNDED = ("mp", "inverse-mp", "semicircle")
LARGEST_KAPPA, SMALLEST_KAPPA = 1e3, 1e-3


class Sample:
    """Ascending values, what was trimmed off them, and the range of tau: one mean gap of the six smallest below the smallest."""

    def __init__(self, values, bottom=0, top=0):
        everything = np.sort(np.asarray(values, float))
        self.values = everything[bottom : len(everything) - top]
        self.window = (
            everything[bottom - 1] if bottom else -np.inf,
            everything[len(everything) - top] if top else np.inf,
        )
        self.trimmed = bottom + top > 0
        gaps = min(5, len(self.values) - 1)
        gap = (self.values[gaps] - self.values[0]) / gaps
        self.largest_tau = max(0.0, self.values[0] - max(gap, 1e-9 * self.values[0]))

    def __len__(self):
        return len(self.values)

    def log_likelihood(self, name, law):
        terms = self.terms(name, law)
        return -np.inf if np.isnan(terms).any() else float(np.sum(terms))

    def terms(self, name, law):
        x, n = self.values, len(self)
        terms = np.asarray(law.log_density(x), float)
        if self.trimmed:
            low, high = self.window
            below = law.cumulative(np.array([low]))[0] if low > -np.inf else 0.0
            terms = terms - np.log((law.cumulative(np.array([high]))[0] if high < np.inf else 1.0) - below)
        if name in BOUNDED:
            # one eigenvalue's worth of noise over the sample's range, so that outliers do not make the likelihood 0
            noise = 1 / (x[-1] - x[0]) if name == "semicircle" else 1 / (x * np.log(x[-1] / x[0]))
            terms = np.log((1 - 1 / n) * np.exp(terms) + noise / n)
        return terms

    def distance(self, law):
        """Kolmogorov and Smirnov's D, conditional on the window."""
        n = len(self)
        cdf = np.asarray(law.cumulative(self.values), float)
        if self.trimmed:
            low, high = self.window
            below = law.cumulative(np.array([low]))[0] if low > -np.inf else 0.0
            above = law.cumulative(np.array([high]))[0] if high < np.inf else 1.0
            cdf = (cdf - below) / (above - below)
        steps = np.arange(n + 1) / n
        return float(max(np.max(cdf - steps[:-1]), np.max(steps[1:] - cdf)))


class _Tabulated(laws.Scaled):
    """HTMP or its inverse from a spline, wide enough for a search over scale and tau."""

    def __init__(self, kappa, gamma, sample, inverse):
        x = sample.values
        middle = np.median(x)
        span = (x[0] / middle / 300, 300 * x[-1] / middle)
        span = (1 / span[1], 1 / span[0]) if inverse else span
        span = (max(span[0], 1e-250), min(span[1], 2000 + 2000 / kappa))
        self.table = htmp.Table(kappa, gamma, span, 1e-10)
        t = np.linspace(self.table.low, self.table.high, 3000) - np.log(self.table.c)
        density = np.asarray(self.table.log_density(np.exp(t)))
        finite = np.isfinite(density)
        self.spline = CubicSpline(t[finite], density[finite])
        super().__init__(self._spline, None, 1.0, 0.0, inverse, lambda v: v)

    def _spline(self, v):
        t = np.log(v)
        inside = np.clip(t, self.spline.x[0], self.spline.x[-1])
        return np.where(t > self.spline.x[-1], -1e4 * (1 + t - inside), self.spline(inside) + (self.table.delta - 1) * (t - inside))


def _climb(cost, starts, bounds):
    best = None
    for start in starts:
        for _ in range(2):
            found = minimize(
                cost,
                start if best is None or _ == 0 else best.x,
                method="Nelder-Mead",
                bounds=bounds,
                options={"xatol": 1e-7, "fatol": 1e-8, "maxfev": 1500},
            )
            best = found if best is None or found.fun < best.fun else best
    return best


class Climb:
    """The maximum over what is not fixed; start is a guess for everything."""

    def __init__(self, name, sample, fixed, start):
        self.name, self.sample, self.fixed = name, sample, dict(fixed)
        self.start = dict(start)
        self.free = [k for k in start if k not in fixed]

    def maximum(self):
        if self.name in ("htmp", "inverse-htmp") and not self.sample.trimmed:
            return self._repelling()
        return self._plain(self.free, lambda p: laws.law(self.name, p), self.start)

    def _encode(self, key, value):
        if key in ("mu", "center", "exponent"):
            return value
        if key == "tau":
            return value / max(self.sample.largest_tau, 1e-300)
        return float(logit(value)) if key == "gamma" else float(np.log(max(value, 1e-300)))

    def _decode(self, key, code):
        if key in ("mu", "center", "exponent"):
            return code
        if key == "tau":
            return float(np.clip(code, 0, 1)) * self.sample.largest_tau
        return float(expit(code)) if key == "gamma" else float(np.exp(code))

    def _plain(self, keys, law_of, start):
        """By simplices over the named parameters; the others stay."""

        def parameters(theta):
            return {**start, **self.fixed, **{k: self._decode(k, t) for k, t in zip(keys, theta)}}

        def cost(theta):
            with np.errstate(all="ignore"):
                try:
                    value = -self.sample.log_likelihood(self.name, law_of(parameters(theta)))
                except (ValueError, ZeroDivisionError, OverflowError):
                    return 1e9
            return value if np.isfinite(value) else 1e9

        first = np.array([self._encode(k, start[k]) for k in keys])
        if not keys:
            return -cost(first), parameters(first)
        starts = [first]
        if "tau" in keys:
            starts += [np.where(np.array(keys) == "tau", v, first) for v in (0.05, 0.9)]
        else:
            starts += [first + 0.3]
        bounds = [(0, 1) if k == "tau" else (first[i] - 30, first[i] + 30) for i, k in enumerate(keys)]
        found = _climb(cost, starts, bounds)
        return -found.fun, parameters(found.x)

    def _inner(self, kappa, gamma, near):
        law = _Tabulated(kappa, gamma, self.sample, self.name != "htmp")

        def law_of(p):
            law.scale, law.tau = p["scale"], p["tau"]
            return law

        keys = [k for k in ("scale", "tau") if k in self.free]
        return self._plain(keys, law_of, {**near, "kappa": kappa, "gamma": gamma})

    def _repelling(self):
        best = [-np.inf, dict(self.start, **self.fixed)]
        outer = [k for k in ("kappa", "gamma") if k in self.free]

        def cost(theta):
            p = {**best[1], **{k: self._decode(k, t) for k, t in zip(outer, np.atleast_1d(theta))}}
            found = self._inner(np.clip(p["kappa"], SMALLEST_KAPPA, LARGEST_KAPPA), p["gamma"], best[1])
            if found[0] > best[0]:
                best[:] = found
            return -found[0]

        first = [self._encode(k, self.start[k]) for k in outer]
        cost(first)
        if outer == ["kappa"]:
            for low, high in ((first[0] - 0.7, first[0] + 0.7), (np.log(0.05), np.log(100.0))):
                minimize_scalar(cost, bounds=(low, high), method="bounded", options={"xatol": 1e-4, "maxiter": 25})
        elif len(outer) == 2:
            minimize(cost, first, method="Nelder-Mead", options={"xatol": 1e-3, "fatol": 1e-4, "maxfev": 40})
        return tuple(best)


def profile(name, sample, fixed, start, key, value):
    """The largest log-likelihood with one parameter held."""
    return Climb(name, sample, {**fixed, key: value}, {**start, key: value}).maximum()


