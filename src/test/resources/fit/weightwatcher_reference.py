"""Reference values of the metrics under WeightWatcher's names, made by WeightWatcher 0.7.5.5 itself.

Needs its source (https://github.com/CalculatedContent/WeightWatcher at version 0.7.5.5, Apache-2.0) on PYTHONPATH, and torch,
scikit-learn, pandas, matplotlib and tqdm. The packages powerlaw and safetensors serve other options there and may be missing.
Writes weightwatcher_spectra.csv, the squared singular values of matrices in single precision (which the tool makes of any) and of
the same with shuffled entries, and weightwatcher_reference.csv: the columns of analyze(mp_fit=True, randomize=False), and those
of the randomised baseline for that one shuffle. Run: PYTHONPATH=... python3 weightwatcher_reference.py
"""
import sys
import types



def stand_in(module, *names):
    """A package that WeightWatcher imports and that the columns here do not use."""
    try:
        __import__(module)
    except ImportError:
        stub = types.ModuleType(module)
        for name in names:
            setattr(stub, name, object)
        sys.modules[module] = stub


shapes = "Power_Law Lognormal Exponential Truncated_Power_Law Stretched_Exponential Lognormal_Positive"
stand_in("powerlaw", *shapes.split())
stand_in("safetensors", "safe_open")

import logging

import matplotlib

matplotlib.use("Agg")
import numpy as np
import scipy.linalg
import scipy.sparse  # noqa: F401, the package expects it to be loaded
import torch

import weightwatcher as ww
from weightwatcher.RMT_Util import jensen_shannon_distance

logging.disable(logging.CRITICAL)
KEPT = """alpha D xmin xmax sigma num_pl_spikes num_evals rank_loss weak_rank_loss sv_max sv_min lambda_max norm log_norm
spectral_norm log_spectral_norm alpha_weighted log_alpha_norm stable_rank matrix_rank entropy num_spikes sigma_mp mp_softrank
W_scale bulk_max bulk_min""".split()


def spectrum(w):
    return np.sort(scipy.linalg.svd(w.astype(float), compute_uv=False) ** 2)


def matrices():
    rng = np.random.default_rng(7)
    yield "gaussian 60x120", rng.standard_normal((60, 120))
    yield "gaussian scaled 120x80", 0.02 * rng.standard_normal((120, 80))
    yield "square 60x60", rng.standard_normal((60, 60)) / 8
    w = rng.standard_normal((60, 90))
    w[:4] *= 4
    yield "spiked 60x90", w
    yield "student 50x100", rng.standard_t(2.5, (50, 100))
    yield "low rank 50x70", rng.standard_normal((50, 5)) @ rng.standard_normal((5, 70)) + 1e-3 * rng.standard_normal((50, 70))
    yield "rank 10 40x60", rng.integers(-3, 4, (40, 10)) @ rng.integers(-3, 4, (10, 60)).astype(float)
    yield "power 50x100", rng.standard_normal((50, 100)) / np.sqrt(np.arange(1, 51))[:, None]


def analyse(w):
    layer = torch.nn.Linear(w.shape[1], w.shape[0], bias=False).double()
    with torch.no_grad():
        layer.weight.copy_(torch.tensor(w, dtype=torch.float64))
    watcher = ww.WeightWatcher(model=torch.nn.Sequential(layer))
    details = watcher.analyze(mp_fit=True, randomize=False, plot=False)
    return {name: float(details[name].iloc[0]) for name in KEPT}


def baseline(w, shuffled):
    """The randomised columns, with the shuffle given."""
    n, m = max(w.shape), min(w.shape)
    evals, rand = spectrum(w), spectrum(shuffled)
    fit = ww.WeightWatcher().mp_fit(rand, n, m, 1, "", 0, 0, False, False, "", "", True, evals)
    names = ("num_spikes", "sigma_mp", "mp_softrank", "bulk_min", "bulk_max", "W_scale")
    values = {"rand_" + name: float(value) for name, value in zip(names, fit)}
    values["rand_distance"] = jensen_shannon_distance(evals, rand)
    values["ww_softrank"] = np.max(rand) / np.max(evals)
    values["ww_maxdist"] = np.max(evals) - np.max(rand)
    values["max_rand_eval"] = np.max(rand)
    return values


with open("weightwatcher_spectra.csv", "w") as data, open("weightwatcher_reference.csv", "w") as out:
    print("matrix,smaller,larger,eigenvalues,shuffled", file=data)
    print("matrix,metric,value", file=out)
    for seed, (title, matrix) in enumerate(matrices()):
        matrix = matrix.astype(np.float32)
        mixed = np.random.default_rng(seed).permutation(matrix.ravel()).reshape(matrix.shape)
        lists = (" ".join(repr(float(v)) for v in spectrum(w)) for w in (matrix, mixed))
        print(title, min(matrix.shape), max(matrix.shape), *lists, sep=",", file=data)
        for metric, value in {**analyse(matrix), **baseline(matrix, mixed)}.items():
            print(title, metric, repr(float(value)), sep=",", file=out)
