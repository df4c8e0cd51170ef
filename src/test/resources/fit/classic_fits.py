"""Reference fits of the lognormal, power, truncated power and semicircle laws, independent of the Java code.

Draws samples with numpy, evaluates densities with scipy.stats (lognorm, pareto, semicircular) and, for the truncated power law,
mpmath's E_alpha at 30 digits, and maximises likelihoods with scipy's Nelder-Mead from several starts. On a trimmed sample the law is
truncated to the window between the trimmed neighbours. The semicircle is mixed with a uniform law over the sample's range of
weight 1/n. Writes sample_lognormal.csv, sample_cut.csv, sample_goe.csv and classic_fits.csv here.
Run: python3 classic_fits.py   (numpy 1.24, scipy 1.10, mpmath 1.2 or later; takes a minute)
"""
import mpmath as mp
import numpy as np
from scipy import stats
from scipy.optimize import minimize

mp.mp.dps = 30


def draw():
    rng = np.random.default_rng(20261124)
    lognormal = 0.3 + 2.0 * np.exp(0.8 * rng.standard_normal(250))
    cut = []
    while len(cut) < 300:
        x = 0.5 * rng.random() ** (-1 / 0.6)
        if rng.random() < np.exp(-0.05 * (x - 0.5)):
            cut.append(x)
    g = rng.standard_normal((150, 150))
    goe = np.linalg.eigvalsh((g + g.T) / np.sqrt(2 * 150)) + 0.4
    goe[-1] = 4.0
    return dict(lognormal=np.sort(lognormal), cut=np.sort(cut), goe=np.sort(goe))


def best(cost, starts):
    found = None
    for start in starts:
        r = minimize(cost, start, method="Nelder-Mead", options=dict(xatol=1e-9, fatol=1e-11, maxfev=6000, maxiter=6000))
        r = minimize(cost, r.x, method="Nelder-Mead", options=dict(xatol=1e-9, fatol=1e-11, maxfev=6000, maxiter=6000))
        found = r if found is None or r.fun < found.fun else found
    return found


def window(values, bottom, top):
    lo = values[bottom - 1] if bottom else -np.inf
    hi = values[-top] if top else np.inf
    return values[bottom : len(values) - top], lo, hi


def lognormal(values, bottom, top, tau):
    x, lo, hi = window(values, bottom, top)

    def cost(p):
        sigma, scale = np.exp(p[0]), np.exp(p[1])
        shift = tau if tau is not None else p[2]
        if not 0 <= shift < x[0]:
            return 1e10
        law = stats.lognorm(sigma, loc=shift, scale=scale)
        return -np.sum(law.logpdf(x)) + len(x) * np.log(law.cdf(hi) - law.cdf(lo))

    starts = [[np.log(0.5), np.log(np.median(x))], [np.log(1.5), np.log(np.median(x))]]
    starts = starts if tau is not None else [s + [f * x[0]] for s in starts for f in (0.1, 0.5, 0.9)]
    r = best(cost, starts)
    return [np.exp(r.x[0]), np.exp(r.x[1]), tau if tau is not None else r.x[2]], -r.fun


def power(values, bottom, top):
    x, lo, hi = window(values, bottom, top)

    def cost(p):
        law = stats.pareto(np.exp(p[0]), scale=x[0])
        return -np.sum(law.logpdf(x)) + len(x) * np.log(law.cdf(hi) - law.cdf(lo))

    r = best(cost, [[0.0], [-1.0]])
    return [1 + np.exp(r.x[0]), x[0]], -r.fun


def truncated(values, bottom, top):
    x, lo, hi = window(values, bottom, top)

    def upper(alpha, rate, start):
        return mp.expint(alpha, rate * start) * mp.mpf(start) ** (1 - alpha)

    def cost(p):
        alpha, rate = float(p[0]), float(np.exp(p[1]))
        if not -20 < alpha < 20 or rate > 1e3:
            return 1e10
        mass = upper(alpha, rate, x[0]) - (upper(alpha, rate, hi) if top else 0)
        return float(alpha * np.sum(np.log(x)) + rate * np.sum(x) + len(x) * mp.log(mass))

    r = best(cost, [[1.5, np.log(0.1 / np.mean(x))], [0.5, np.log(1 / np.mean(x))]])
    return [r.x[0], np.exp(r.x[1]), x[0]], -r.fun


def semicircle(values, bottom, top):
    x, lo, hi = window(values, bottom, top)
    noise = 1 / (x[-1] - x[0])

    def cost(p):
        law = stats.semicircular(loc=p[0], scale=np.exp(p[1]))
        mass = law.cdf(hi) - law.cdf(lo)
        return -np.sum(np.log((1 - 1 / len(x)) * law.pdf(x) / mass + noise / len(x)))

    radius = (x[-1] - x[0]) / 2
    starts = [[c, np.log(f * radius)] for c in (np.median(x), np.mean(x)) for f in (0.7, 0.85, 1.0, 1.3)]
    r = best(cost, starts)
    return [r.x[0], np.exp(r.x[1])], -r.fun


def main():
    samples = draw()
    for name, values in samples.items():
        with open(f"sample_{name}.csv", "w") as f:
            f.write("eigenvalue\n" + "".join(f"{v:.17g}\n" for v in values))
    for name in ("inverse", "digits"):
        samples[name] = np.sort(np.loadtxt(f"sample_{name}.csv", skiprows=1))
    rows = []
    for sample, bottom, top in (("lognormal", 0, 0), ("lognormal", 5, 10), ("cut", 0, 0), ("inverse", 0, 0), ("digits", 0, 12)):
        values = samples[sample]
        rows.append((sample, "lognormal", bottom, top, *lognormal(values, bottom, top, 0.0)))
        if sample != "digits":  # whose kept part is flatter than any power law without a window
            rows.append((sample, "power", bottom, top, *power(values, bottom, top)))
        rows.append((sample, "truncated-power", bottom, top, *truncated(values, bottom, top)))
    rows.append(("lognormal", "lognormal", 0, 0, *lognormal(samples["lognormal"], 0, 0, None)))
    for bottom, top in ((0, 0), (3, 5)):
        rows.append(("goe", "semicircle", bottom, top, *semicircle(samples["goe"], bottom, top)))
    with open("classic_fits.csv", "w") as f:
        f.write("sample,law,trim_bottom,trim_top,log_likelihood,parameters\n")
        for sample, law, bottom, top, parameters, value in rows:
            numbers = ",".join(f"{v:.12g}" for v in parameters)
            f.write(f"{sample},{law},{bottom},{top},{value:.12g},{numbers}\n")


if __name__ == "__main__":
    main()
