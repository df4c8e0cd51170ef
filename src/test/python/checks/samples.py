"""Draws: exact moments, and the program's draws against this script's own."""
import numpy as np

from reference import ensembles

ENSEMBLES = [(0.3, 0.5, 60), (2.0, 0.5, 100), (10.0, 0.2, 50), (50.0, 0.9, 50)]
DRAWS = 200


def drawn(tool, n, draws, *options):
    table = tool.csv("sample", *options, "--n", n, "--draws", draws, "--seed", 5)
    return table["eigenvalue"].reshape(draws, n)


def compare(report, name, theirs, own):
    """Means over draws of four functionals, with the standard errors of both."""
    functionals = {"mean": np.mean, "mean square": lambda v: np.mean(v**2), "mean log": lambda v: np.mean(np.log(v)), "maximum": np.max}
    for title, f in functionals.items():
        a, b = (np.array([f(v) for v in values]) for values in (theirs, own))
        error = np.hypot(a.std() / np.sqrt(len(a)), b.std() / np.sqrt(len(b)))
        report.within(f"{title} of {name}", a.mean(), b.mean(), error)


def run(tool, report):
    rng = np.random.default_rng(3)
    for kappa, gamma, n in ENSEMBLES:
        theirs = drawn(tool, n, DRAWS, "--law", "htmp", "--kappa", kappa, "--gamma", gamma)
        name = f"draws of htmp kappa {kappa:g} gamma {gamma:g} n {n}"
        means = theirs.mean(axis=1)
        squares = (theirs**2).mean(axis=1)
        report.within(f"exact mean of {name}", means.mean(), 1.0, means.std() / np.sqrt(DRAWS))
        exact = ensembles.second_moment(kappa, gamma, n)
        report.within(f"exact second moment of {name}", squares.mean(), exact, squares.std() / np.sqrt(DRAWS))
        if kappa > 1:
            own = np.array([ensembles.laguerre(kappa, gamma, n, rng) for _ in range(DRAWS)])
            a, b = np.median(theirs, axis=1), np.median(own, axis=1)
            report.within(f"median of {name}", a.mean(), b.mean(), np.hypot(a.std(), b.std()) / np.sqrt(DRAWS))
    theirs = drawn(tool, 40, DRAWS, "--law", "inverse-htmp", "--kappa", 6, "--gamma", 0.3, "--scale", 2, "--tau", 0.5)
    own = np.array([0.5 + 2 / ensembles.laguerre(6, 0.3, 40, rng) for _ in range(DRAWS)])
    compare(report, "draws of inverse-htmp", theirs, own)
    for name in "dense-real dense-complex diagonal commuting:8 block-diagonal:8 heavy-tailed:5 spiked:3".split():
        theirs = drawn(tool, 48, DRAWS, "--structure", name)
        own = np.array([ensembles.structure(name, 48, rng) for _ in range(DRAWS)])
        compare(report, f"draws of {name}", theirs, own)
    theirs = drawn(tool, 60, DRAWS, "--law", "htmp", "--kappa", 4, "--gamma", 0.5, "--population", "uniform:0.5,3")
    quantiles = 0.5 + 2.5 * (np.arange(60) + 0.5) / 60
    own = np.array([ensembles.population(quantiles, ensembles.laguerre(4, 0.5, 60, rng), rng) for _ in range(DRAWS)])
    compare(report, "draws with a population", theirs, own)
