"""Reference values of power-law tails, Hill estimates and tail shapes, by numpy and scipy; shares nothing with the Java code.

Writes sample_pareto.csv (600 draws, numpy seed 20240612: half lognormal body, half power law x^(-2.3) above 2),
tail_reference.csv and tail_shapes.csv beside this script. Run: python3 tail_reference.py
"""
import numpy as np
from scipy import integrate, optimize, stats

rng = np.random.default_rng(20240612)
body = np.exp(rng.normal(-0.5, 0.6, 300))
pareto = 2 * rng.random(300) ** (-1 / 1.3)
np.savetxt("sample_pareto.csv", np.sort(np.concatenate([body, pareto])), fmt="%.17g", header="eigenvalue", comments="")


def fit(tail):
    """Exponent and both-sided Kolmogorov-Smirnov distance above the smallest of sorted values."""
    n = len(tail)
    alpha = 1 + n / np.sum(np.log(tail / tail[0]))
    f = 1 - (tail / tail[0]) ** (1 - alpha)
    i = np.arange(n)
    return alpha, max(np.max((i + 1) / n - f), np.max(f - i / n))


def best(x):
    """Every distinct value with 10 or more at or above it, one by one."""
    found = None
    for xmin in np.unique(x):
        tail = x[x >= xmin]
        if len(tail) < 10 or tail[-1] == tail[0]:
            continue
        alpha, d = fit(tail)
        if found is None or d < found[1]:
            found = (alpha, d, xmin, len(tail))
    return found


def shapes(tail):
    """ln L terms of each shape above the smallest value, maximised by scipy."""
    x0, n = tail[0], len(tail)
    alpha = 1 + n / np.sum(np.log(tail / x0))
    power = np.log(alpha - 1) - np.log(x0) - alpha * np.log(tail / x0)
    rate = 1 / np.mean(tail - x0)
    exponential = np.log(rate) - rate * (tail - x0)

    def lognormal(p):
        mu, sigma = p[0], np.exp(p[1])
        z = (np.log(tail) - mu) / sigma
        return stats.norm.logpdf(z) - np.log(sigma * tail) - stats.norm.logsf((np.log(x0) - mu) / sigma)

    def truncated(p):
        a, r = p[0], np.exp(p[1]) / x0
        mass = integrate.quad(lambda t: np.exp((1 - a) * t - r * x0 * (np.exp(t) - 1)), 0, np.inf, epsabs=0, limit=500)[0]
        return -a * np.log(tail / x0) - r * (tail - x0) - np.log(mass * x0)

    def maximise(terms, starts, bounds):
        runs = [optimize.minimize(lambda p: -np.sum(terms(p)), s, method="Nelder-Mead", bounds=bounds,
                                  options=dict(xatol=1e-8, fatol=1e-9, maxiter=8000, maxfev=8000)) for s in starts]
        return terms(min(runs, key=lambda r: r.fun).x)

    spread = np.mean(np.log(tail / x0))
    log0 = np.log(x0)
    ln = maximise(lognormal, [(log0, np.log(spread)), (log0 + spread, 0.0), (log0 - 10 * spread, np.log(3 * spread))],
                  [(-2000, log0 + 30), (np.log(1e-3), np.log(50))])
    tr = maximise(truncated, [(alpha, -3.0), (1.0, -1.0), (0.0, 0.0)], [(-20, 20), (-25, 10)])
    return {"power-law": power, "exponential": exponential, "lognormal": ln, "truncated-power-law": tr}


def vuong(other, power):
    d = other - power
    return np.sum(d) / (np.sqrt(len(d)) * np.std(d)) if np.std(d) > 0 else 0.0


with open("tail_reference.csv", "w") as tails, open("tail_shapes.csv", "w") as table:
    print("sample,alpha,D,x_min,n_tail,hill_5,hill_20,hill_50", file=tails)
    print("sample,shape,log_likelihood,vuong_z", file=table)
    for name in ["digits", "direct", "inverse", "pareto"]:
        x = np.sort(np.loadtxt(f"sample_{name}.csv", skiprows=1))
        alpha, d, xmin, n = best(x)
        hill = [1 + k / np.sum(np.log(x[-k:] / x[-k - 1])) for k in (5, 20, 50)]
        print(name, *(repr(float(v)) for v in (alpha, d, xmin)), n, *(repr(float(h)) for h in hill), sep=",", file=tails)
        terms = shapes(x[x >= xmin])
        for shape, values in terms.items():
            z = 0.0 if shape == "power-law" else vuong(values, terms["power-law"])
            print(name, shape, repr(float(np.sum(values))), repr(float(z)), sep=",", file=table)
