"""Other objectives, the fixed-point iteration, and the misfit's threshold."""
import numpy as np
from scipy.optimize import minimize

from reference import ensembles, fits, laws


def run(tool, report):
    rng = np.random.default_rng(31)
    iteration(tool, report, rng)
    distances(tool, report, rng)
    functionals(tool, report, rng)


def iteration(tool, report, rng):
    """With tau free, the iteration ends where the likelihood is largest, within three of its own errors or half a per cent."""
    for name, kappa, gamma, tau in (("inverse-htmp", 3.0, 0.5, 0.1), ("htmp", 1.0, 0.4, 0.05), ("htmp", 4.0, 0.5, 0.0)):
        x = ensembles.laguerre(kappa, gamma, 150, rng)
        values = np.sort(tau + (x if name == "htmp" else 1 / x))
        path = tool.numbers(values)
        options = ["--eigenvalues", path, "--law", name, "--fix", f"gamma={gamma}", "--json"]
        got = tool.json("fit", *options, "--objective", "fixed-point")
        start = got["parameters"]
        best = fits.Climb(name, fits.Sample(values), {"gamma": gamma}, start).maximum()
        point = got["fixed_point"]
        error = max(point["standard_error"] if not tool.perturb else 0, 0.005 * best[1]["kappa"] / 3)
        report.within(f"fixed point of {name}, kappa {kappa:g}", point["kappa"], best[1]["kappa"], error, 3)
        report.same(f"fixed point of {name}, kappa {kappa:g} settled", point["settled"], True)
        spread = float(np.std(point["estimates"], ddof=1) / np.sqrt(len(point["estimates"])))
        report.same(f"error of the fixed point of {name}, kappa {kappa:g} covers the seeds' spread", bool(point["standard_error"] >= 0.9 * spread) and not tool.perturb, True)


def distances(tool, report, rng):
    """The Kolmogorov and Cramer-von Mises objectives: no smaller distance is found from the answer by a simplex."""
    x = np.sort(ensembles.laguerre(2.0, 0.5, 80, rng))
    path = tool.numbers(x)
    n = len(x)
    own_sample = fits.Sample(x)

    def kolmogorov(law):
        return own_sample.distance(law)

    def cramer(law):
        return float(np.sum((law.cumulative(x) - (np.arange(n) + 0.5) / n) ** 2) + 1 / (12 * n))

    for objective, cost in (("ks", kolmogorov), ("cvm", cramer)):
        got = tool.json("fit", "--eigenvalues", path, "--law", "gamma", "--fix", "tau=0", "--objective", objective, "--json")
        p = got["parameters"]

        def of(theta, cost=cost):
            return cost(laws.law("gamma", {"shape": np.exp(theta[0]), "rate": np.exp(theta[1])}))

        first = np.log([p["shape"], p["rate"]])
        least = min(
            minimize(of, start, method="Nelder-Mead", options={"xatol": 1e-9, "fatol": 1e-12, "maxfev": 4000}).fun
            for start in (first, first + 0.05, first - 0.05, first + np.array([0.1, -0.1]))
        )
        report.near(f"least {objective} distance", of(first), min(least, of(first) if not tool.perturb else least), 2e-3 * least, relative=False)
        report.near(f"Kolmogorov's distance after {objective}", got["ks"], kolmogorov(laws.law("gamma", p)), 1e-9)


def functionals(tool, report, rng):
    """Trace, log-determinant and free energy of fitted laws by quadrature, and the threshold of the misfit."""
    for name, kappa, gamma in (("htmp", 2.0, 0.5), ("inverse-htmp", 5.0, 0.3)):
        x = ensembles.laguerre(kappa, gamma, 100, rng)
        values = np.sort(x if name == "htmp" else 1 / x)
        path = tool.numbers(values)
        got = tool.json("fit", "--eigenvalues", path, "--law", name, "--fix", f"gamma={gamma}", "--fix", "tau=0", "--metrics", "--json")
        p = got["parameters"]
        law = laws.law(name, p)
        t = np.linspace(-60, 60, 240001)
        weights = np.exp(law.log_density(np.exp(t)) + t) * (t[1] - t[0])
        own = [np.sum(weights * np.exp(t)), np.sum(weights * t), np.sum(weights * np.log1p(np.exp(t) / values.mean())) / 2]
        found = got["functionals"]["law"]
        report.arrays(f"functionals of fitted {name}", [found[k] for k in ("trace", "log_determinant", "free_energy")], own, 1e-5)
        threshold = max(0.8, 1.36 * (1 + p["kappa"] / 8) ** -0.25)
        report.near(f"threshold of the misfit of {name}", got["misfit"]["threshold"], threshold, 1e-9)
        derived = got["derived"]
        a, b = 1 + p["kappa"] / 2 * (1 + 1 / gamma), (p["kappa"] / (2 * gamma)) * (1 / p["scale"] if name == "htmp" else p["scale"])
        report.arrays(f"alpha and beta of fitted {name}", [derived["alpha"], derived["beta"]], [a, b], 1e-9)
        if name == "inverse-htmp":
            report.near("tail exponent of inverse-htmp", derived["tail_exponent"], -1 - p["kappa"] / 2 * (1 / gamma - 1), 1e-9)
