"""Maximum likelihood, criteria, Kolmogorov's distance and profile intervals of every law."""
import numpy as np
import scipy.stats as st

from checks.spectra import sample, squared
from reference import ensembles, fits, laws

HALF_CHI_SQUARE = 1.920729
HIGHER = 1e-3


def law_of(name, p):
    if name == "lognormal":
        return laws.Frozen(st.lognorm(p["sigma"], loc=p["tau"], scale=p["scale"]))
    return laws.law(name, p)


def check_fit(tool, report, title, name, got, values, trims=(0, 0), climb=True):
    """Likelihood at the parameters, criteria, distance, and that no higher likelihood is found."""
    own_sample = fits.Sample(values, *trims)
    p, fixed = got["parameters"], got["fixed"]
    start_at_smallest(p, own_sample)
    law = law_of(name, p)
    likelihood = own_sample.log_likelihood(name, law)
    report.near(f"ln L of {title}", got["log_likelihood"], likelihood, 1e-6, relative=False)
    beyond = name in fits.BOUNDED and not np.all(np.isfinite(law.log_density(own_sample.values)))
    # the component of what lies outside a bounded law has two ends, read off the sample
    free = len([k for k in p if k not in fixed]) + (2 if beyond else 0)
    report.near(f"AIC of {title}", got["aic"], 2 * free - 2 * likelihood, 1e-5, relative=False)
    report.near(f"BIC of {title}", got["bic"], free * np.log(len(own_sample)) - 2 * likelihood, 1e-5, relative=False)
    report.near(f"Kolmogorov's distance of {title}", got["ks"], own_sample.distance(law), 1e-6, relative=False)
    report.near(f"root n D of {title}", got["misfit"]["sqrt_n_D"], np.sqrt(len(own_sample)) * outside(name, own_sample, law), 1e-6, False)
    if climb and name != "lognormal":
        held = {k: p[k] for k in p if k in fixed or k == "xmin"}
        best = fits.Climb(name, own_sample, held, p).maximum()
        report.near(f"maximum of ln L of {title}", got["log_likelihood"], max(best[0], likelihood), HIGHER, relative=False)
        return best
    return likelihood, p


def start_at_smallest(p, own_sample):
    """Power laws begin at the smallest value, whose last digits two decompositions have not in common."""
    if "xmin" in p and abs(p["xmin"] / own_sample.values[0] - 1) < 1e-9:
        p["xmin"] = own_sample.values[0]


def outside(name, own_sample, law):
    """D of a bounded law is taken less the share of eigenvalues outside."""
    distance = own_sample.distance(law)
    beyond = np.mean(~np.isfinite(law.log_density(own_sample.values))) if name in fits.BOUNDED else 0.0
    return max(0.0, distance - beyond)


def check_interval(report, title, name, got, values, best, key):
    own_sample = fits.Sample(values)
    p, fixed = got["parameters"], got["fixed"]
    held = {k: p[k] for k in p if k in fixed or k == "xmin"}
    for end in got["interval95"][key]:
        if end is not None and abs(end / p[key] - 1) > 1e-6:
            drop = best[0] - fits.profile(name, own_sample, held, p, key, end)[0]
            report.near(f"drop of ln L at the end of {key} of {title}", drop, HALF_CHI_SQUARE, 3e-3, relative=False)


def run(tool, report):
    rng = np.random.default_rng(29)
    league(tool, report)
    drawn(tool, report, rng)
    trimmed(tool, report, rng)
    signed(tool, report, rng)


def league(tool, report):
    path, w = sample("digits_b20_s2.safetensors")
    values = squared(w)
    found = tool.json("fit", path, "--law", "all", "--json")
    for got in found:
        best = check_fit(tool, report, f"{got['law']} to a sample", got["law"], got, values)
        if got["law"] in ("gamma", "inverse-gamma"):
            check_interval(report, f"{got['law']} to a sample", got["law"], got, values, best, "shape")
        if got["law"] == "inverse-htmp":
            check_interval(report, f"{got['law']} to a sample", got["law"], got, values, best, "kappa")
        if got["law"] == "power":
            check_interval(report, f"{got['law']} to a sample", got["law"], got, values, best, "exponent")
    ranked = [f["aic"] for f in found if f["law"] != "semicircle"]
    report.same("league in order of AIC", ranked == sorted(ranked) and not tool.perturb, True)


def drawn(tool, report, rng):
    cases = [("htmp", 2.0, 0.5, 150, 0.0), ("htmp", 9.0, 0.3, 120, 0.2), ("inverse-htmp", 0.7, 0.4, 120, 0.1), ("htmp", 0.5, 0.9, 90, 0.0)]
    for name, kappa, gamma, n, tau in cases:
        x = ensembles.laguerre(kappa, gamma, n, rng)
        values = np.sort(tau + (x if name == "htmp" else 1 / x))
        path = tool.numbers(values)
        got = tool.json("fit", "--eigenvalues", path, "--law", name, "--fix", f"gamma={gamma}", "--json")
        title = f"{name} to a draw with kappa {kappa:g}"
        best = check_fit(tool, report, title, name, got, values)
        check_interval(report, title, name, got, values, best, "kappa")
        check_interval(report, title, name, got, values, best, "scale")
    values = ensembles.laguerre(3.0, 0.4, 150, rng)
    got = tool.json("fit", "--eigenvalues", tool.numbers(values), "--law", "htmp", "--fix", "tau=0", "--json")
    check_fit(tool, report, "htmp with gamma free to a draw", "htmp", got, values)


def trimmed(tool, report, rng):
    values = np.sort(rng.gamma(1.5, 2.0, 160))
    for name in ("gamma", "mp", "power"):
        got = tool.json("fit", "--eigenvalues", tool.numbers(values), "--law", name, *(["--fix", "gamma=0.5"] if name == "mp" else []), "--trim-bottom", 6, "--trim-top", 9, "--json")
        check_fit(tool, report, f"{name} to a trimmed sample", name, got, values, (6, 9), climb=name == "gamma")
    values = 1 / ensembles.laguerre(2.0, 0.5, 120, rng)
    got = tool.json("fit", "--eigenvalues", tool.numbers(values), "--law", "inverse-htmp", "--fix", "gamma=0.5", "--trim-top", 10, "--json")
    check_fit(tool, report, "inverse-htmp to a trimmed sample", "inverse-htmp", got, values, (0, 10), climb=False)


def signed(tool, report, rng):
    w = rng.standard_normal((80, 80))
    w = (w + w.T) / 2
    got = tool.json("fit", tool.matrix(w), "--law", "semicircle", "--json")
    values = np.linalg.eigvalsh(w)
    check_fit(tool, report, "semicircle to a symmetric matrix", "semicircle", got, values)
