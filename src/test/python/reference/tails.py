"""Power-law tails after A. Clauset, C. R. Shalizi and M. E. J. Newman (SIAM Review 51, 2009), Hill's estimate, other tail shapes."""
import math

import numpy as np
from scipy.optimize import minimize
from scipy.special import erfc, log_ndtr

from reference.laws import Power

SHORTEST = 10


def exponent_above(tail, xmin):
    return 1 + len(tail) / float(np.sum(np.log(tail / xmin)))


def distance(tail, xmin, exponent):
    """sup |F_n - F| over the tail, both ends of each step."""
    n = len(tail)
    law = 1 - (tail / xmin) ** (1 - exponent)
    return float(max(np.max(law - np.arange(n) / n), np.max(np.arange(1, n + 1) / n - law)))


def best_tail(values):
    """xmin, exponent, D, n, standard error of the start whose D is least; tails of at least SHORTEST values."""
    x = np.sort(values)
    best = None
    for start in range(len(x) - SHORTEST + 1):
        if (start and x[start] == x[start - 1]) or x[-1] == x[start]:
            continue
        found = tail_above(x, x[start])
        best = found if best is None or found["D"] < best["D"] else best
    return best


def tail_above(values, xmin):
    tail = np.sort(values[values >= xmin])
    alpha = exponent_above(tail, xmin)
    n = len(tail)
    return {"x_min": xmin, "alpha": alpha, "D": distance(tail, xmin, alpha), "n": n, "standard_error": (alpha - 1) / math.sqrt(n)}


def p_value(values, found, draws, rng):
    """Semi-parametric bootstrap (section 4.1 there): each draw keeps its own best tail."""
    below = values[values < found["x_min"]]
    beyond = 0
    for _ in range(draws):
        count = rng.binomial(len(values), found["n"] / len(values))
        power = found["x_min"] * rng.random(count) ** (-1 / (found["alpha"] - 1))
        drawn = np.concatenate([rng.choice(below, len(values) - count), power]) if len(below) else power
        beyond += best_tail(drawn)["D"] >= found["D"]
    return (1 + beyond) / (1 + draws)


def hill(values):
    logs = np.sort(np.log(values))[::-1]
    k = np.arange(1, len(logs))
    return 1 + k / (np.cumsum(logs)[:-1] - k * logs[1:])


def vuong(first, second):
    d = np.asarray(first) - np.asarray(second)
    z = math.sqrt(len(d)) * d.mean() / d.std()
    return z, float(erfc(abs(z) / math.sqrt(2)))


def shapes(values, xmin):
    """Pointwise log-likelihoods of the tail at each shape's maximum."""
    x = np.sort(values[values >= xmin])
    logs = np.log(x / xmin)
    slope = len(x) / logs.sum()
    rate = 1 / np.mean(x - xmin)

    def lognormal(p):
        sigma = math.exp(p[1])
        z = (np.log(x) - p[0]) / sigma
        return -np.log(x * sigma) - 0.5 * math.log(2 * math.pi) - z * z / 2 - log_ndtr((p[0] - math.log(xmin)) / sigma)

    def truncated(p):
        return Power(p[0], xmin, math.exp(p[1])).log_density(x)

    def best(terms, starts):
        cost = lambda p: min(1e9, -float(np.sum(terms(p))))  # noqa: E731
        ends = []
        for start in starts:
            end = minimize(cost, start, method="Nelder-Mead", options={"xatol": 1e-8, "fatol": 1e-9, "maxfev": 2000})
            ends.append(minimize(cost, end.x, method="Nelder-Mead", options={"xatol": 1e-8, "fatol": 1e-9, "maxfev": 2000}))
        return terms(min(ends, key=lambda e: e.fun).x)

    mean, spread = float(np.log(x).mean()), float(np.log(x).std())
    return {
        "power-law": math.log(slope / xmin) - (slope + 1) * logs,
        "exponential": math.log(rate) - rate * (x - xmin),
        "lognormal": best(lognormal, [(mean, math.log(spread)), (math.log(xmin) - 3, math.log(3 * spread))]),
        "truncated-power-law": best(truncated, [(slope + 1, math.log(0.1 / x.mean())), (0.5, math.log(1 / x.mean()))]),
    }
