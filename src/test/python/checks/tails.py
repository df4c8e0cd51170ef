"""Power-law tails, their p-value, Hill's estimates, other shapes."""
import numpy as np

from checks.spectra import sample, squared
from reference import tails


def values(rng):
    yield "pareto", rng.pareto(1.5, 300) + 1
    yield "lognormal", rng.lognormal(0, 1.3, 250)
    yield "exponential", rng.exponential(1, 200)
    bulk = rng.uniform(0.1, 1, 150)
    yield "uniform with a power tail", np.concatenate([bulk, (1 - rng.random(100)) ** (-1 / 1.2)])
    yield "sample digits_b5_s0", squared(sample("digits_b5_s0.safetensors")[1])


def run(tool, report):
    rng = np.random.default_rng(8)
    for name, x in values(rng):
        path = tool.numbers(x)
        got = tool.json("fit", "--eigenvalues", path, "--law", "power", "--tail", "--json")["tail"]
        own = tails.best_tail(x)
        for key in ("x_min", "alpha", "D", "standard_error"):
            report.near(f"tail {key} of {name}", got[key], own[key], 1e-9)
        report.same(f"tail count of {name}", got["n"], own["n"])
        report.arrays(f"Hill's estimates of {name}", got["hill"], tails.hill(x), 1e-9)
        shapes(report, name, got["shapes"], tails.shapes(x, own["x_min"]))
        start = float(np.quantile(x, 0.4)) * 1.001
        fixed = tool.json("fit", "--eigenvalues", path, "--law", "power", "--tail", f"xmin={start}", "--json")["tail"]
        own = tails.tail_above(x, start)
        report.arrays(f"tail of {name} above a given start", [fixed[k] for k in ("alpha", "D", "n")], [own[k] for k in ("alpha", "D", "n")], 1e-9)
    p_values(tool, report, rng)


def shapes(report, name, got, own):
    power = np.sum(own["power-law"])
    for row in got:
        terms, shape = own[row["shape"]], row["shape"]
        # a lognormal that is likeliest as it turns into the power law has no maximum to stop at
        endless = shape == "lognormal" and abs(np.sum(terms) - power) < 0.02
        tolerance = 0.02 if endless else 2e-4
        report.near(f"maximum of {shape} tail of {name}", row["log_likelihood"], np.sum(terms), tolerance, relative=False)
        report.near(f"AIC of {shape} tail of {name}", row["aic"], 2 * len(row["parameters"]) - 2 * np.sum(terms), 2 * tolerance, False)
        if shape in ("exponential", "lognormal") and not endless:
            z, _ = tails.vuong(terms, own["power-law"])
            report.near(f"Vuong's z of {shape} tail of {name}", row["z"], z, 2e-3, relative=False)


def p_values(tool, report, rng):
    """Two bootstraps of B draws each differ by sqrt(2 p (1-p) / B)."""
    for name, x in (("pareto", rng.pareto(1.5, 80) + 1), ("lognormal", rng.lognormal(0, 0.7, 80))):
        draws = 150
        got = tool.json("fit", "--eigenvalues", tool.numbers(x), "--law", "power", "--tail", "--bootstrap", draws, "--json")["tail"]
        own = tails.p_value(x, tails.best_tail(x), draws, rng)
        report.within(f"p-value of the tail of {name}", got["p"], own, np.sqrt(2 * max(own * (1 - own), 0.01) / draws), 4)
