"""Reference fits of HTMP laws, made slowly and independently of the Java code.

Draws finite-N samples with the Dumitriu-Edelman tridiagonal model (numpy), evaluates the density with mpmath's Tricomi U
at 22 digits, and maximises the likelihood with scipy's Nelder-Mead. Writes sample_*.csv and reference_fits.csv here.
Run: python3 reference_fits.py   (numpy 1.24, scipy 1.10, mpmath 1.2 or later; takes minutes)
"""
import csv
import mpmath as mp
import numpy as np
from scipy.optimize import minimize

mp.mp.dps = 22
NODES, WEIGHTS = np.polynomial.legendre.leggauss(24)


def draw(rng, n, kappa, gamma):
    i = np.arange(1, n + 1)
    d = np.sqrt(rng.chisquare(kappa / gamma - kappa * (i - 1) / n))
    s = np.sqrt(rng.chisquare(kappa * (n - i[:-1]) / n))
    diagonal = d**2
    diagonal[1:] += s**2
    t = np.diag(diagonal) + np.diag(d[:-1] * s, 1) + np.diag(d[:-1] * s, -1)
    return np.linalg.eigvalsh(t) / (kappa / gamma)


def log_pdf(x, kappa, gamma):
    a, c = mp.mpf(kappa) / 2, mp.mpf(kappa) / (2 * mp.mpf(gamma))
    delta = c - a
    head = mp.log(c) - mp.loggamma(a + 1) - mp.loggamma(c)
    out = np.empty(len(x))
    for j, v in enumerate(x):
        y = c * mp.mpf(float(v))
        u = mp.hyperu(a, 1 - delta, mp.mpc(-y, -mp.mpf(10) ** -30))
        out[j] = float(head + (delta - 1) * mp.log(y) - y - 2 * mp.log(abs(u)))
    return out


def log_density(lam, kappa, gamma, s, tau, inverse):
    z = (lam - tau) / s
    if inverse:
        return log_pdf(1 / z, kappa, gamma) - 2 * np.log(z) - np.log(s)
    return log_pdf(z, kappa, gamma) - np.log(s)


def log_mass(lo, hi, kappa, gamma, s, tau, inverse):
    edges = np.linspace(np.log(lo - tau), np.log(hi - tau), 4)
    total = 0.0
    for left, right in zip(edges[:-1], edges[1:]):
        t = 0.5 * (left + right) + 0.5 * (right - left) * NODES
        f = np.exp(log_density(tau + np.exp(t), kappa, gamma, s, tau, inverse) + t)
        total += 0.5 * (right - left) * float(WEIGHTS @ f)
    return np.log(total)


def fit(lam, gamma, inverse, start, trims=(0, 0), tau_fixed=None):
    lam = np.sort(lam)
    lo = lam[trims[0] - 1] if trims[0] else None
    hi = lam[-trims[1]] if trims[1] else None
    kept = lam[trims[0] : len(lam) - trims[1]]

    def cost(p):
        kappa, s = np.exp(p[0]), np.exp(p[1])
        tau = tau_fixed if tau_fixed is not None else kept[0] * p[2]
        if not 0 <= tau < kept[0] or not 1e-3 < kappa < 200:
            return 1e10
        value = -np.sum(log_density(kept, kappa, gamma, s, tau, inverse))
        if lo is not None:
            value += len(kept) * log_mass(max(lo, tau), hi, kappa, gamma, s, tau, inverse)
        return value

    x0 = [np.log(start[0]), np.log(start[1])] + ([] if tau_fixed is not None else [start[2] / kept[0]])
    found = minimize(cost, x0, method="Nelder-Mead", options=dict(xatol=3e-6, fatol=1e-8, maxfev=600))
    tau = tau_fixed if tau_fixed is not None else kept[0] * found.x[2]
    return np.exp(found.x[0]), np.exp(found.x[1]), tau, -found.fun


def main():
    rng = np.random.default_rng(20240611)
    direct = 0.2 + 1.5 * draw(rng, 120, 6.0, 0.5)
    inverse = 0.05 + 1.3 / draw(rng, 120, 3.0, 0.5)
    for name, values in (("direct", direct), ("inverse", inverse)):
        with open(f"sample_{name}.csv", "w") as f:
            f.write("eigenvalue\n" + "".join(f"{v:.17g}\n" for v in np.sort(values)))
    jobs = [
        ("direct", "htmp", 0, 0, None, (6.0, 1.5, 0.1)),
        ("inverse", "inverse-htmp", 0, 0, None, (3.0, 1.3, 0.05)),
        ("inverse", "inverse-htmp", 0, 0, 0.0, (3.0, 1.3)),
        ("inverse", "htmp", 0, 0, 0.0, (1.0, 8.0)),
        ("inverse", "inverse-htmp", 1, 2, 0.0, (3.0, 1.3)),
    ]
    samples = dict(direct=direct, inverse=inverse)
    with open("reference_fits.csv", "w", newline="") as f:
        out = csv.writer(f, lineterminator="\n")
        out.writerow("sample law gamma trim_bottom trim_top tau_fixed kappa scale tau log_likelihood".split())
        for sample, law, bottom, top, tau_fixed, start in jobs:
            k, s, tau, value = fit(samples[sample], 0.5, law == "inverse-htmp", start, (bottom, top), tau_fixed)
            out.writerow([sample, law, 0.5, bottom, top, tau_fixed is not None] + [f"{v:.9g}" for v in (k, s, tau, value)])
            f.flush()


if __name__ == "__main__":
    main()
