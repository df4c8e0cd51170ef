"""Spectra whose kind is known, by numpy alone; shares nothing with the Java code.

Writes phase_spectra.csv: a name, the phase that a reader of Martin and Mahoney's table gives to the kind, rows, columns and the
squared singular values (%.9g) of a matrix. BBP is the strength theta of a singular value in units of gamma^(1/4), at which it
leaves the bulk. Run: python3 phase_spectra.py
"""
import numpy as np


def spectrum(w):
    return np.sort(np.linalg.svd(w.astype(float), compute_uv=False) ** 2)


def spiked(rng, n, m, count, bbp, spread=0.0):
    """A clean Gaussian bulk and spikes put beside it: equal, or spread evenly up to (1 + spread) times the strength."""
    gamma = n / m
    bulk = spectrum(rng.standard_normal((n - count, m - count)))
    theta = bbp * gamma**0.25 * np.linspace(1, 1 + spread, count)
    places = m * (1 + theta**2) * (1 + gamma / theta**2)
    return np.sort(np.concatenate([bulk, places]))


def correlated(rng, n, m, count, bbp):
    """A population covariance with equal spikes."""
    w = rng.standard_normal((n, m))
    w[:count] *= np.sqrt(1 + bbp**2 * np.sqrt(n / m))
    return spectrum(w)


def orthogonal(rng, n, m, dtype):
    q, _ = np.linalg.qr(rng.standard_normal((m, n)))
    return spectrum(q.T.astype(dtype))


def low_rank(rng, n, m, rank, noise):
    return spectrum(rng.standard_normal((n, rank)) @ rng.standard_normal((rank, m)) + noise * rng.standard_normal((n, m)))


def massive(rng, n, m, factor):
    w = rng.standard_normal((n, m))
    w[:, 3] += factor
    return spectrum(w)


rng = np.random.default_rng(20)
rows = []
for k in (1, 29, 30, 31, 45, 60):
    rows.append((f"{k} spikes of 300 at 3 BBP", "bulk+spikes", 300, 600, spiked(rng, 300, 600, k, 3)))
for k in (20, 21, 40):
    rows.append((f"{k} spikes of 200 from 3 to 6 BBP", "bulk+spikes", 200, 400, spiked(rng, 200, 400, k, 3, 1)))
for n, m in ((100, 1000), (200, 400), (300, 300)):
    rows.append((f"5 spikes at 2.2 BBP, {n} x {m}", "bulk+spikes", n, m, correlated(rng, n, m, 5, 2.2)))
    rows.append((f"5 spikes at half BBP, {n} x {m}", "random-like", n, m, correlated(rng, n, m, 5, 0.5)))
for dtype in ("float16", "float32", "float64"):
    rows.append((f"orthogonal {dtype}", "degenerate", 100, 200, orthogonal(rng, 100, 200, dtype)))
rows.append(("square orthogonal", "degenerate", 120, 120, orthogonal(rng, 120, 120, "float32")))
rows.append(("one massive dimension", "bulk+spikes", 128, 1024, massive(rng, 1024, 128, 60)))
rows.append(("rank 10 exactly", "rank-collapse", 200, 400, low_rank(rng, 200, 400, 10, 0)))
for rank, noise in ((10, 1e-3), (10, 1e-2), (3, 1e-3), (20, 1e-3)):
    rows.append((f"rank {rank} and noise {noise:g}", "bulk+spikes", 200, 400, low_rank(rng, 200, 400, rank, noise)))
rows.append(("Cauchy entries", "heavy-tailed", 200, 400, spectrum(rng.standard_cauchy((200, 400)))))
with open("phase_spectra.csv", "w") as out:
    print("name,phase,rows,columns,eigenvalues", file=out)
    for name, phase, n, m, values in rows:
        print(name.replace(",", ";"), phase, n, m, " ".join("%.9g" % v for v in values), sep=",", file=out)
