"""Metrics of a spectrum under the program's own names and under WeightWatcher's, from their definitions."""
import math

import numpy as np
from scipy.optimize import fmin

from reference import tails


def plain(values, zeros=0):
    """Of positive eigenvalues beside some zeros."""
    x = np.sort(values)
    n, total, p = len(x) + zeros, x.sum(), x / x.sum()
    return {
        "spectral_norm": x[-1],
        "norm": total,
        "stable_rank": total / x[-1],
        "rank": float(len(x)),
        "zero_count": float(zeros),
        "entropy": float(-(p * np.log(p)).sum() / math.log(len(x))),
        "log_norm": math.log10(total),
        "log_spectral_norm": math.log10(x[-1]),
        "trace": total / n,
        "log_det": float(np.log(x).mean()),
    }


def with_tail(values):
    found = tails.best_tail(values)
    alpha = found["alpha"]
    return {
        "tail_alpha": alpha,
        "tail_D": found["D"],
        "tail_xmin": found["x_min"],
        "tail_count": float(found["n"]),
        "tail_standard_error": found["standard_error"],
        "tail_alpha_weighted": alpha * math.log10(values.max()),
        "tail_log_alpha_norm": math.log10(np.sum((values / values.max()) ** alpha)) + alpha * math.log10(values.max()),
    }


def _one_sided_tail(x):
    best = None
    for start in range(len(x) - 1):
        tail = x[start:]
        k = len(tail)
        slope = k / np.sum(np.log(tail / tail[0]))
        d = np.max(np.abs(1 - (tail / tail[0]) ** -slope - np.arange(k) / k))
        if best is None or d < best[0]:
            best = (d, 1 + slope, tail[0], slope / math.sqrt(k), k)
    return best


def kernel_bulk(values, smaller, larger):
    """Least squares of the law's density to a triangular kernel estimate; a square matrix by the quarter circle."""
    scale = math.sqrt(len(values) / values.sum())
    x = values * scale**2
    ratio = larger / smaller
    square = smaller == larger
    data = np.sqrt(x) if square else x
    grid = np.linspace(0, data.max() + 0.5, 1000)
    height = np.maximum(0, 1 - np.abs(grid[:, None] - data[None, :]) / 0.1).sum(axis=1) / (len(x) * 0.1)
    grid, height = grid[height > 0.01], height[height > 0.01]
    root = math.sqrt(1 / ratio)

    def cost(sigma):
        sigma = float(np.ravel(sigma)[0])
        with np.errstate(invalid="ignore"):
            if square:
                law = np.sqrt(4 - grid**2) / (math.pi * sigma**2)
            else:
                high, low = (sigma * (1 + root)) ** 2, (sigma * (1 - root)) ** 2
                peak = grid[np.argmax(height)]
                if high < peak or high > grid[-1] or low > peak:
                    return 1e6 * len(grid)
                law = np.sqrt((high - grid) * (grid - low)) * ratio / (2 * math.pi * sigma**2 * grid)
        return float(np.sum((np.nan_to_num(law) - height) ** 2))

    unit = math.sqrt(x.max() / (1 + root) ** 2)
    start = min((0.05 * unit + 0.01 * unit * i for i in range(math.ceil(1.95 / 0.01))), key=cost)
    sigma = float(fmin(cost, start, disp=False)[0])
    high, low = (sigma * (1 + root)) ** 2, (sigma * (1 - root)) ** 2
    margin = math.sqrt(root * high ** (2 / 3) * smaller ** (-2 / 3))
    return {
        "num_spikes": float(np.sum(x > high + margin)),
        "sigma_mp": sigma,
        "mp_softrank": high / x.max(),
        "W_scale": scale,
        "bulk_max": high / scale**2,
        "bulk_min": low / scale**2,
    }


def weightwatcher(values, smaller, larger):
    """The columns of analyze(mp_fit=True) of version 0.7.5.5."""
    x = np.sort(values)
    d, alpha, xmin, sigma, count = _one_sided_tail(x[x > 1e-5])
    rank = int(np.sum(np.sqrt(x) > math.sqrt(x[-1]) * larger * np.finfo(float).eps))
    p = x / x.sum() + 1e-10
    return {
        "alpha": alpha,
        "D": d,
        "xmin": xmin,
        "xmax": x[-1],
        "sigma": sigma,
        "num_pl_spikes": float(count),
        "num_evals": float(len(x)),
        "rank_loss": float(len(x) - rank),
        "weak_rank_loss": float(np.sum(x < 1e-6)),
        "sv_max": math.sqrt(x[-1]),
        "sv_min": math.sqrt(x[0]),
        "lambda_max": x[-1],
        "norm": x.sum(),
        "log_norm": math.log10(x.sum()),
        "spectral_norm": x[-1],
        "log_spectral_norm": math.log10(x[-1]),
        "stable_rank": x.sum() / x[-1],
        "matrix_rank": float(rank),
        "entropy": float(-(p * np.log(p)).sum() / math.log(rank + 1e-10)),
        "alpha_weighted": alpha * math.log10(x[-1]),
        "log_alpha_norm": math.log10(np.sum(x**alpha)),
        **kernel_bulk(x, smaller, larger),
    }


def jensen_shannon(p, q):
    """Of ordered eigenvalues taken as weights; the mean is taken before they are normed."""
    p, q = np.sort(p), np.sort(q)
    m = (p + q) / 2
    m = m / m.sum()
    return math.sqrt(sum(float(np.sum(v / v.sum() * np.log(v / v.sum() / m))) for v in (p, q)) / 2)
