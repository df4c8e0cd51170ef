"""Verdicts on spectra of a known kind, the misfit, and low rank."""
import numpy as np

from reference import ensembles


def spiked(rng, n, m, count, bbp):
    """Equal population spikes; strength in units of that at which spikes leave the bulk."""
    w = rng.standard_normal((n, m))
    w[:count] *= np.sqrt(1 + bbp**2 * np.sqrt(n / m))
    return w


def orthogonal(rng, n, m):
    """In single precision: in double all eigenvalues are equal to nine digits, and no fit is made at all."""
    return np.linalg.qr(rng.standard_normal((m, n)))[0].T.astype(np.float32)


def matrices(rng):
    yield "random-like", "Gaussian 150x260", rng.standard_normal((150, 260))
    yield "random-like", "Gaussian 90x700", 0.01 * rng.standard_normal((90, 700))
    yield "random-like", "10 spikes of half strength, 200x300", spiked(rng, 200, 300, 10, 0.5)
    for count in (1, 29, 30, 31):
        yield "bulk+spikes", f"{count} spikes at 4 BBP, 300x500", spiked(rng, 300, 500, count, 4)
    embedding = rng.standard_normal((700, 96))
    embedding[:, 5] += 40
    yield "bulk+spikes", "one massive dimension, 700x96", embedding
    yield "rank-collapse", "rank 15, 120x200", rng.standard_normal((120, 15)) @ rng.standard_normal((15, 200))
    yield "bulk+spikes", "rank 8 and noise, 150x250", rng.standard_normal((150, 8)) @ rng.standard_normal((8, 250)) + 1e-3 * rng.standard_normal((150, 250))
    yield "heavy-tailed", "Cauchy 250x400", rng.standard_cauchy((250, 400))
    yield "degenerate", "orthogonal 110x180", orthogonal(rng, 110, 180)
    yield "degenerate", "orthogonal 64x64", orthogonal(rng, 64, 64)


def run(tool, report):
    rng = np.random.default_rng(23)
    for phase, name, w in matrices(rng):
        got = tool.json("fit", tool.matrix(w), "--law", "htmp", "--fix", "kappa=2", "--metrics", "--json")
        report.same(f"phase of {name}", got["phase"], phase)
        words = " ".join(got["failure_signatures"]).lower()
        if tool.perturb == 0:
            report.same(f"collapse said of {name}", "rank collapse" in words, phase == "rank-collapse")
            report.same(f"low rank said of {name}", "low rank" in words, name.startswith("rank 8"))
    misfits(tool, report, rng)


def misfits(tool, report, rng):
    """Spectra of other kinds must be flagged, those of the law must not."""
    two = np.concatenate([ensembles.laguerre(100, 0.5, 100, rng), 8 + ensembles.laguerre(100, 0.5, 100, rng)])
    others = {
        "uniform": rng.uniform(0.5, 3, 200),
        "arcsine": 2 + np.sin(np.pi * rng.uniform(-0.5, 0.5, 300)),
        "two bulks": two,
        "5 % outliers": np.concatenate([ensembles.laguerre(2, 0.5, 190, rng), rng.uniform(60, 90, 10)]),
    }
    for name, x in others.items():
        for law in ("htmp", "inverse-htmp"):
            got = tool.json("fit", "--eigenvalues", tool.numbers(x), "--law", law, "--fix", "gamma=0.5", "--json")
            report.same(f"misfit of {law} to {name}", got["misfit"]["present"], True)
            report.near(f"root n D of {law} to {name}", got["misfit"]["sqrt_n_D"], np.sqrt(len(x)) * got["ks"] if not tool.perturb else 0, 1e-12)
    for kappa, gamma in ((0.4, 0.3), (2, 0.5), (9, 0.8), (200, 0.5)):
        x = ensembles.laguerre(kappa, gamma, 200, rng)
        for law, values in (("htmp", x), ("inverse-htmp", 0.1 + 1 / x)):
            got = tool.json("fit", "--eigenvalues", tool.numbers(values), "--law", law, "--fix", f"gamma={gamma}", "--json")
            report.same(f"no misfit of {law} to its draw, kappa {kappa}", got["misfit"]["present"], False)
