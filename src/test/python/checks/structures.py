"""The structure table: estimates by this script's own fit of the same draw, and the ratio of neighbouring spacings."""
import numpy as np

from reference import ensembles, fits, laws

HELD = {"tau": 0.0}


def run(tool, report):
    n = 60
    for seed, name in ((1, "block-diagonal:8"), (2, "heavy-tailed:5"), (4, "diagonal")):
        row = tool.csv("structure", name, "--n", n, "--draws", 1, "--seed", seed)
        x = np.sort([float(v) for v in tool.run("sample", "--structure", name, "--n", n, "--seed", seed).split()[1:]])
        sample = fits.Sample(x)
        start = {"kappa": row["kappa"][0], "gamma": row["gamma"][0], "scale": x.mean(), **HELD}
        own = fits.Climb("htmp", sample, {**HELD, "kappa": start["kappa"], "gamma": start["gamma"]}, start).maximum()
        law = laws.law("htmp", own[1])
        report.near(f"Kolmogorov's distance of {name}", row["ks"][0], sample.distance(law), 1e-4, relative=False)
        if name != "diagonal":
            # without repulsion kappa and gamma are known together only, and the climb takes minutes
            free = fits.Climb("htmp", sample, HELD, start).maximum()
            report.near(f"maximum of ln L of {name}", own[0], free[0], 1e-3, relative=False)
        report.near(f"spacing ratio of {name}", row["spacing_ratio"][0], ensembles.mean_ratio(law.cumulative(x)), 1e-3, relative=False)
    rng = np.random.default_rng(4)
    table = tool.csv("structure", "dense-real", "diagonal", "--n", 100, "--draws", 8)
    expected = {"dense-real": 0.5307, "diagonal": 2 * np.log(2) - 1}
    for i, name in enumerate(expected):
        # the standard error of one spectrum's mean is about 0.26 / sqrt(n), whatever the table's own
        report.within(f"mean spacing ratio of {name}", table["spacing_ratio"][i], expected[list(expected)[i]], 0.27 / np.sqrt(800))
        report.near(f"kappa is e^log_kappa, {name}", table["kappa"][i], np.exp(table["log_kappa"][i]), 1e-12)
    own = [ensembles.mean_ratio(np.sort(rng.random(100))) for _ in range(400)]
    report.within("own ratio of independent levels", np.mean(own) * (1.5 if tool.perturb else 1), expected["diagonal"], np.std(own) / 20)
