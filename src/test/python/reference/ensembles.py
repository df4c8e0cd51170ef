"""Finite matrices by numpy's generator: the tridiagonal model of I. Dumitriu and A. Edelman, and matrices with structure."""
import numpy as np
from scipy.linalg import eigh_tridiagonal


def laguerre(kappa, gamma, n, rng):
    """N eigenvalues of mean 1: d_i^2 ~ chi2(kappa/gamma - kappa (i-1)/N), s_i^2 ~ chi2(kappa (N-i)/N), T = L L', over kappa/gamma."""
    i = np.arange(n)
    d = rng.chisquare(kappa / gamma - kappa * i / n)
    s = rng.chisquare(kappa * (n - 1 - i[:-1]) / n)
    diagonal = d + np.concatenate([[0], s])
    return np.sort(eigh_tridiagonal(diagonal, np.sqrt(d[:-1] * s), eigvals_only=True)) * gamma / kappa


def second_moment(kappa, gamma, n):
    """E tr T^2 / N, exact: E chi2(k)^2 = k^2 + 2 k."""
    i = np.arange(n)
    d = kappa / gamma - kappa * i / n
    s = np.concatenate([[0], kappa * (n - 1 - i[:-1]) / n])
    diagonal = (d + s) ** 2 + 2 * (d + s)
    return float((diagonal.sum() + 2 * (d[:-1] * s[1:]).sum()) * (gamma / kappa) ** 2 / n)


def squared(w):
    return np.sort(np.linalg.svd(w, compute_uv=False) ** 2)


def structure(name, n, rng):
    """N x 2N matrices; only those that one line defines."""
    if name == "dense-real":
        return squared(rng.standard_normal((n, 2 * n))) / (2 * n)
    if name == "dense-complex":
        w = rng.standard_normal((n, 2 * n)) + 1j * rng.standard_normal((n, 2 * n))
        return squared(w) / (4 * n)
    if name == "diagonal":
        return np.sort(rng.chisquare(2, n) / 2)
    if name == "commuting:8":
        return np.sort(rng.chisquare(8, n) / 8)
    if name == "block-diagonal:8":
        sizes = np.diff([n * k // 8 for k in range(9)])
        return np.sort(np.concatenate([squared(rng.standard_normal((k, 2 * k))) / (2 * k) for k in sizes]))
    if name == "heavy-tailed:5":
        return squared(rng.standard_t(5, (n, 2 * n))) / (2 * n * 5 / 3)
    if name == "spiked:3":
        w = rng.standard_normal((n, 2 * n))
        w[:3] *= np.arange(2, 5)[:, None]
        return squared(w) / (2 * n)
    raise ValueError(name)


def population(quantiles, spectrum, rng):
    """Eigenvalues of S^(1/2) Q X Q' S^(1/2) with Q Haar."""
    n = len(spectrum)
    q, r = np.linalg.qr(rng.standard_normal((n, n)))
    q = q * np.sign(np.diag(r))
    return squared(np.sqrt(quantiles)[:, None] * q * np.sqrt(spectrum)[None, :])


def mean_ratio(levels):
    """The mean of min(s, s')/max(s, s') of neighbouring spacings."""
    s = np.diff(levels)
    return float(np.mean(np.minimum(s[1:], s[:-1]) / np.maximum(s[1:], s[:-1])))
