"""Writes expected.json: correlations by scipy, quartiles and an alignment by numpy. Run with numpy and scipy."""
import json

import numpy as np
from scipy import stats

rng = np.random.default_rng(7)
n = 60
x = np.round(rng.gamma(2.0, 1.0, n), 1)  # with ties
y = np.round(0.4 * x + rng.standard_normal(n), 1)
columns = {"x": x.tolist(), "y": y.tolist()}
coefficients = {
    "spearman": stats.spearmanr(x, y)[0],
    "kendall_tau_b": stats.kendalltau(x, y)[0],
    "pearson": stats.pearsonr(x, y)[0],
}
quantiles = [float(q) for q in np.quantile(x, [0.25, 0.5, 0.75])]
weights = np.arange(1.0, n + 1)
mean = float(np.average(x, weights=weights))

a = rng.standard_normal((6, 4))
b = a @ rng.standard_normal((4, 5)) + 0.3 * rng.standard_normal((6, 5))


def cka(u, v):
    u = u - u.mean(0)
    v = v - v.mean(0)
    return float(np.linalg.norm(v.T @ u) ** 2 / (np.linalg.norm(u.T @ u) * np.linalg.norm(v.T @ v)))


tall = rng.standard_normal((40, 3))
other = tall[:, ::-1] + 0.5 * rng.standard_normal((40, 3))
json.dump(
    {
        "columns": columns,
        "coefficients": {k: float(v) for k, v in coefficients.items()},
        "quantiles": quantiles,
        "weighted_mean": mean,
        "alignments": [
            {"a": a.tolist(), "b": b.tolist(), "cka": cka(a, b)},
            {"a": tall.tolist(), "b": other.tolist(), "cka": cka(tall, other)},
        ],
    },
    open("expected.json", "w"),
)
