#!/usr/bin/env python3
"""Measure the sample files and print the tables of README.md.

For fc2.weight (gamma = 0.5, 200 eigenvalues, the squared singular values) it fits by maximum likelihood, tau = 0:
inverse HTMP, lambda = s / X, and direct HTMP, lambda = s X, over kappa and s. Eigenvalues count as independent draws.
The density of X comes from the Riccati equation of q = d ln U(A, 1 - delta, -y) / d ln y, integrated outward from
x = 1 where mpmath's hyperu gives the start. It shares no code with Eigenscope.

Needs Python 3.9+, NumPy, SciPy >= 1.10 and mpmath >= 1.2.

    python3 check_samples.py [DIR]
"""

import json
import struct
import sys
from pathlib import Path

import mpmath
import numpy as np
from scipy.integrate import solve_ivp
from scipy.optimize import minimize

GAMMA = 0.5
KAPPA_BOUNDS = (0.02, 100.0)
KAPPA_STARTS = (0.1, 0.3, 1.0, 3.0, 10.0, 30.0)
RUNS = ("init", "b500", "b100", "b20", "b5")
NUMPY_DTYPE = {"F32": "<f4", "F64": "<f8"}


def read_safetensors(path):
    raw = path.read_bytes()
    (length,) = struct.unpack("<Q", raw[:8])
    header = json.loads(raw[8 : 8 + length])
    metadata = header.pop("__metadata__", {})
    tensors = {}
    for name, entry in header.items():
        begin, end = (8 + length + offset for offset in entry["data_offsets"])
        tensors[name] = np.frombuffer(raw[begin:end], NUMPY_DTYPE[entry["dtype"]]).reshape(entry["shape"])
    return tensors, metadata


def log_density_table(kappa, gamma, log_x_low, log_x_high):
    """ln of the HTMP density, as a function of ln x between the bounds."""
    a, c = kappa / 2, kappa / (2 * gamma)
    delta = c - a
    z = mpmath.mpc(-c, 0)
    ratio = mpmath.hyperu(a + 1, 2 - delta, z) / mpmath.hyperu(a, 1 - delta, z)
    start = complex(-z * a * ratio)
    log_start = np.log(abs(start.imag) / (np.pi * a))

    def slope(log_x, state):
        q = complex(state[0], state[1])
        y = c * np.exp(log_x)
        dq = q - q * q - (1 - delta + y) * q - a * y
        return [dq.real, dq.imag, delta - 1 - y - 2 * q.real]

    def half(end):
        return solve_ivp(
            slope, (0, end), [start.real, start.imag, log_start], "DOP853", rtol=1e-9, atol=1e-11, dense_output=True
        ).sol

    below, above = half(min(log_x_low, -1e-3)), half(max(log_x_high, 1e-3))
    return lambda log_x: np.where(log_x < 0, below(np.minimum(log_x, 0))[2], above(np.maximum(log_x, 0))[2])


def log_likelihood(kappa, log_scale, log_lambda, inverse):
    """Either way |d ln x / d ln lambda| = 1."""
    log_x = log_scale - log_lambda if inverse else log_lambda - log_scale
    table = log_density_table(kappa, GAMMA, log_x.min(), log_x.max())
    return float(np.sum(table(log_x) + log_x - log_lambda))


def fit(eigenvalues, inverse):
    """(kappa, s, log-likelihood) by a simplex search in (ln kappa, ln s) from the best start."""
    log_lambda = np.log(eigenvalues)
    # X has mean one, which gives s to start from.
    log_start = -np.log(np.mean(1 / eigenvalues)) if inverse else np.log(np.mean(eigenvalues))

    def loss(point):
        kappa, distance = np.exp(point[0]), abs(point[1] - log_start)
        if not KAPPA_BOUNDS[0] <= kappa <= KAPPA_BOUNDS[1] or distance > 5:
            return np.inf
        return -log_likelihood(kappa, point[1], log_lambda, inverse)

    start = min(((np.log(kappa), log_start) for kappa in KAPPA_STARTS), key=loss)
    best = minimize(loss, start, method="Nelder-Mead", options={"xatol": 1e-4, "fatol": 1e-4})
    return float(np.exp(best.x[0])), float(np.exp(best.x[1])), -best.fun


def ks_distance(eigenvalues, kappa, scale, inverse):
    """Largest gap between the fitted and the empirical distribution; the same for X as for lambda."""
    log_x = np.sort(np.log(scale / eigenvalues if inverse else eigenvalues / scale))
    grid = np.linspace(min(log_x[0], 0) - 5, max(log_x[-1], 0.5), 20001)
    mass = np.exp(log_density_table(kappa, GAMMA, grid[0], grid[-1])(grid) + grid)
    # Left of the grid the density is a power law, rho(x) ~ x^(delta - 1), with mass x rho(x) / delta.
    left = mass[0] / (kappa / 2 * (1 / GAMMA - 1))
    cdf = left + np.concatenate([[0], np.cumsum((mass[1:] + mass[:-1]) / 2 * np.diff(grid))])
    at, count = np.interp(log_x, grid, cdf), len(log_x)
    return max(np.max(np.arange(1, count + 1) / count - at), np.max(at - np.arange(count) / count))


def squared_singular_values(matrix):
    return np.linalg.svd(matrix.astype(np.float64), compute_uv=False) ** 2


def zero_count(eigenvalues, matrix):
    """Eigenscope's rank tolerance: lambda_max * max(m, n) * eps(dtype)^2."""
    return int(np.sum(eigenvalues <= eigenvalues.max() * max(matrix.shape) * np.finfo(matrix.dtype).eps ** 2))


def kappa_text(kappa):
    return f">= {KAPPA_BOUNDS[1]:.0f}" if kappa > 0.99 * KAPPA_BOUNDS[1] else f"{kappa:.2f}"


def net_rows(path):
    """One row of each of the two tables of the README."""
    tensors, metadata = read_safetensors(path)
    matrix = tensors["fc2.weight"]
    values = squared_singular_values(matrix)
    spread = [f"{v:.2g}" for v in (values.max(), np.median(values), values.min())]
    training = [metadata[key] for key in ("train_accuracy", "test_accuracy", "train_loss")]
    counts = [str(int(np.sum(values < 1e-3 * values.max()))), str(zero_count(values, matrix))]
    fits = []
    for inverse in (True, False):
        kappa, scale, likelihood = fit(values, inverse)
        distance = ks_distance(values, kappa, scale, inverse)
        fits += [kappa_text(kappa), f"{scale:.3g}", f"{likelihood:.1f}", f"{distance:.3f}"]
    return [path.stem, *training, *spread, *counts], [path.stem, *fits]


def ntk_row(path):
    matrix = read_safetensors(path)[0]["ntk"]
    values = np.linalg.eigvalsh(matrix)
    shape = f"{matrix.shape[0]}x{matrix.shape[1]}"
    symmetric = "yes" if np.array_equal(matrix, matrix.T) else "NO"
    return [path.stem, shape, symmetric, *(f"{v:.3g}" for v in (values.max(), np.median(values), values.min()))]


def print_table(head, rows):
    for cells in (head, ["---"] * len(head), *rows):
        print("| " + " | ".join(cells) + " |")
    print()


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent
    paths = [path for run in RUNS for path in sorted(folder.glob(f"digits_{run}_s*.safetensors"))]
    training, fits = zip(*(net_rows(path) for path in paths))
    print_table(["file", "train acc", "test acc", "train loss", "max", "median", "min", "< max/1000", "zero"], training)
    law = ["kappa", "s", "logL", "KS"]
    print_table(["file", *(f"inverse {name}" for name in law), *(f"direct {name}" for name in law)], fits)
    ntk = [ntk_row(path) for path in sorted(folder.glob("ntk_*.safetensors"))]
    print_table(["file", "shape", "symmetric", "max", "median", "min"], ntk)


if __name__ == "__main__":
    main()
