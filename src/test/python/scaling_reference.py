#!/usr/bin/python3
"""Writes src/test/resources/network/scaling: test errors of simulated ridgeless regression, by numpy alone.

    src/test/python/scaling_reference.py

Eigenvalues: reciprocals of a draw of the tridiagonal model of Dumitriu and Edelman, N = 1,500. For each number of samples n, 200 times:
Gaussian features x with these variances, a Gaussian teacher w of covariance I, the answer of least norm, and its error on the population,
(w - w')' diag(lambda) (w - w'), over sum(lambda).
"""

from pathlib import Path

import numpy as np
from scipy.linalg import eigh_tridiagonal

OUT = Path(__file__).resolve().parents[1] / "resources/network/scaling"
N, GAMMA, DRAWS = 1500, 0.5, 200


def eigenvalues(kappa, rng):
    i = np.arange(N)
    d = np.sqrt(rng.chisquare(kappa / GAMMA - kappa * i / N))
    s = np.sqrt(rng.chisquare(kappa * (N - 1 - i[:-1]) / N))
    diagonal = d**2 + np.concatenate([[0], s**2])
    values = eigh_tridiagonal(diagonal, d[:-1] * s, eigvals_only=True)
    return 1 / (values[values > 0] / (kappa / GAMMA))


def error(values, n, rng):
    errors = []
    for _ in range(DRAWS):
        x = rng.standard_normal((n, len(values))) * np.sqrt(values)
        w = rng.standard_normal(len(values))
        rest = w - x.T @ np.linalg.solve(x @ x.T, x @ w)
        errors.append(np.sum(values * rest**2) / np.sum(values))
    return np.mean(errors), np.std(errors, ddof=1) / np.sqrt(DRAWS)


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    rows = ["kappa,samples,error,standard_error"]
    for kappa in (1.0, 1.5, 3.0):
        rng = np.random.default_rng(7)
        values = np.minimum(eigenvalues(kappa, rng), 1e12)
        np.savetxt(OUT / f"eigenvalues-{kappa:g}.txt", values, "%.17g")
        for n in (20, 80, 320):
            mean, spread = error(values, n, rng)
            rows.append(f"{kappa:g},{n},{mean:.8g},{spread:.2g}")
            print(rows[-1], flush=True)
    (OUT / "errors.csv").write_text("\n".join(rows) + "\n")


if __name__ == "__main__":
    main()
