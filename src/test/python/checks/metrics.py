"""Metrics under the program's names and under WeightWatcher's, and functionals of the data."""
import sys
import types

import numpy as np

from checks.spectra import sample, squared
from reference import metrics


def matrices():
    rng = np.random.default_rng(19)
    yield "gaussian 50x110", rng.standard_normal((50, 110))
    yield "student 130x60", rng.standard_t(3, (130, 60))
    yield "square 55x55", rng.standard_normal((55, 55)) / 7
    spiked = rng.standard_normal((60, 90))
    spiked[:3] *= 5
    yield "spiked 60x90", spiked
    yield "rank 12 of 40x70", rng.integers(-2, 3, (40, 12)) @ rng.integers(-2, 3, (12, 70)).astype(float)
    yield "sample digits_b20_s1", sample("digits_b20_s1.safetensors")[1]


def run(tool, report):
    reference = source(tool.weightwatcher)
    for name, w in matrices():
        w = w.astype(np.float32).astype(float)
        path = tool.matrix(w)
        x = squared(w)
        positive = x[x > 1e-20 * x[-1]]
        got = tool.json("fit", path, "--law", "gamma", "--metrics", "--json")
        own = {**metrics.plain(positive, len(x) - len(positive)), **metrics.with_tail(positive)}
        for key, value in own.items():
            report.near(f"{key} of {name}", got["metrics"][key], value, 1e-9)
        data = got["functionals"]["data"]
        mean = positive.mean()
        ours = [mean, np.log(positive).mean(), np.log1p(positive / mean).mean() / 2]
        report.arrays(f"functionals of {name}", [data[k] for k in ("trace", "log_determinant", "free_energy")], ours, 1e-9)
        theirs = tool.json("fit", path, "--law", "gamma", "--metrics", "weightwatcher", "--json")["metrics"]
        weightwatcher(report, name, theirs, metrics.weightwatcher(np.clip(x, 0, None), *sorted(w.shape)), "own")
        if reference:
            weightwatcher(report, name, theirs, reference(w), "WeightWatcher's")
        baseline(tool, report, name, path, theirs, x)


def weightwatcher(report, name, theirs, own, whose):
    for key, value in own.items():
        # what rounding leaves of a zero singular value is nobody's number
        zero = key == "sv_min" and value < 1e-12 * own["sv_max"]
        tolerance, relative = (1e-12 * own["sv_max"], False) if zero else (1e-6 if value else 1e-9, value != 0)
        report.near(f"WeightWatcher's {key} of {name}, {whose}", theirs[key], value, tolerance, relative)


def baseline(tool, report, name, path, theirs, x):
    """The shuffles are the program's own; what follows from them is computed here."""
    replicas = 5 if len(x) < 100 else 1
    draws = [np.array(tool.json("spectrum", path, "--shuffle-entries", 1 + i, "--format", "json")["eigenvalues"]) for i in range(replicas + 1)]
    if tool.perturb:
        return
    last = draws[-1]
    report.near(f"rand_distance of {name}", theirs["rand_distance"], metrics.jensen_shannon(x, last), 1e-6)
    report.near(f"ww_maxdist of {name}", theirs["ww_maxdist"], x[-1] - last.max(), 1e-6)
    report.near(f"max_rand_eval of {name}", theirs["max_rand_eval"], max(v.max() for v in draws[:-1]), 1e-6)


def source(folder):
    """WeightWatcher itself, if its source is given; two packages that the columns here do not need may be missing."""
    if not folder:
        return None
    sys.path.insert(0, folder)
    for module, names in (("powerlaw", "Power_Law Lognormal Exponential Truncated_Power_Law Stretched_Exponential Lognormal_Positive"), ("safetensors", "safe_open")):
        try:
            __import__(module)
        except ImportError:
            sys.modules[module] = types.ModuleType(module)
            for name in names.split():
                setattr(sys.modules[module], name, object)
    import logging

    import matplotlib

    matplotlib.use("Agg")
    import torch
    import weightwatcher as ww

    logging.disable(logging.CRITICAL)

    def columns(w):
        layer = torch.nn.Linear(w.shape[1], w.shape[0], bias=False).double()
        with torch.no_grad():
            layer.weight.copy_(torch.tensor(w, dtype=torch.float64))
        details = ww.WeightWatcher(model=torch.nn.Sequential(layer)).analyze(mp_fit=True, randomize=False, plot=False)
        kept = metrics.weightwatcher(squared(w), *sorted(w.shape))
        return {k: float(details[k].iloc[0]) for k in kept if k in details}

    return columns
