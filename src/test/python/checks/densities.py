"""Densities and distribution functions of every law."""
import numpy as np

from reference import htmp, laws

POINTS = {
    "mp": [({"gamma": g, "scale": 2.0, "tau": t}, [0.3, 1.0, 2.1, 3.9]) for g, t in ((0.1, 0.1), (0.5, 0.1), (1.0, 0.1), (2.5, 0.0))],
    "inverse-mp": [({"gamma": g, "scale": 0.7, "tau": 0.05}, [0.3, 0.6, 1.1, 2.0]) for g in (0.2, 0.6)],
    "gamma": [({"shape": a, "rate": 1.3, "tau": 0.2}, [0.21, 0.7, 3.0, 30.0]) for a in (0.05, 1.0, 40.0)],
    "inverse-gamma": [({"shape": a, "rate": 1.3, "tau": 0.2}, [0.25, 0.7, 3.0, 300.0]) for a in (0.3, 2.0, 40.0)],
    "lognormal": [({"mu": -1.0, "sigma": s}, [0.01, 0.37, 2.0, 40.0]) for s in (0.2, 2.0)],
    "power": [({"exponent": a, "xmin": 0.4}, [0.41, 1.0, 50.0]) for a in (1.5, 4.0)],
    "truncated-power": [({"exponent": a, "xmin": 0.4, "rate": 0.6}, [0.41, 1.0, 9.0]) for a in (-0.5, 1.0, 2.7)],
    "semicircle": [({"radius": 2.5, "center": -0.4}, [-2.8, -0.4, 1.3, 2.0])],
    "tracy-widom": [({"beta": b}, [-4.0, -2.0, -1.0, 0.5, 2.0]) for b in (1, 2)],
}
TOLERANCE = {"tracy-widom": 1e-7}
HTMP = [(0.02, 0.5), (0.3, 0.3), (1.0, 0.9), (2.0, 0.5), (8.0, 0.1), (20.0, 0.5), (60.0, 0.7), (300.0, 0.25)]


def evaluated(tool, name, parameters, points):
    path = tool.numbers(points, "x")
    options = [v for k, value in parameters.items() for v in (f"--{k}", repr(value))]
    return tool.csv("density", "--law", name, *options, "--points", path)


def run(tool, report):
    repelling(tool, report)
    for name, cases in POINTS.items():
        tolerance = TOLERANCE.get(name, 1e-9)
        for parameters, points in cases:
            law = laws.law(name, parameters)
            table = evaluated(tool, name, parameters, points)
            words = " ".join(f"{k} {v:g}" for k, v in parameters.items())
            own = np.exp(law.log_density(np.array(points)))
            report.arrays(f"density of {name} {words}", table["pdf"], own, tolerance)
            report.arrays(f"cdf of {name} {words}", table["cdf"], law.cumulative(np.array(points)), 1e-8, relative=False)
            report.arrays(f"survival of {name} {words}", table["sf"], 1 - law.cumulative(np.array(points)), 1e-8, relative=False)
    spiked(tool, report)


def repelling(tool, report):
    for kappa, gamma in HTMP:
        words = f"kappa {kappa:g} gamma {gamma:g}"
        parameters = {"kappa": kappa, "gamma": gamma}
        width = np.sqrt(gamma * (1 + 2 / kappa))
        points = [v for v in (0.01, 1 - width, 0.9, 1.0, 1 + width, 1 + 3 * width) if v > 0]
        own = [htmp.log_density_by_hyperu(kappa, gamma, v) for v in points]
        table = evaluated(tool, "htmp", parameters, points)
        report.arrays(f"log density of htmp {words}, hyperu", table["log_pdf"], own, 1e-9)
        if kappa <= 20:
            few = [0.3, 1.0, 1 + width]
            got = evaluated(tool, "htmp", parameters, few)["cdf"]
            own = [htmp.cumulative_by_hyperu(kappa, gamma, v) for v in few]
            report.arrays(f"cdf of htmp {words}, hyperu", got, own, 1e-9, relative=False)
        whole = laws.law("htmp", parameters)
        report.arrays(f"cdf of htmp {words}, differential equation", table["cdf"], whole.cumulative(np.array(points)), 1e-8, False)
        inverse_parameters = {**parameters, "scale": 1.7, "tau": 0.3}
        inverse = laws.law("inverse-htmp", inverse_parameters)
        places = 0.3 + 1.7 / np.array(points[::-1])
        table = evaluated(tool, "inverse-htmp", inverse_parameters, places)
        report.arrays(f"log density of inverse-htmp {words}", table["log_pdf"], inverse.log_density(places), 1e-8)
        report.arrays(f"cdf of inverse-htmp {words}", table["cdf"], inverse.cumulative(places), 1e-8, False)


def spiked(tool, report):
    """A spike l > 1 + sqrt(gamma) goes to l (1 + gamma / (l - 1)), with overlap (1 - gamma/(l-1)^2) / (1 + gamma/(l-1))."""
    gamma, spikes = 0.4, [1.4, 2.0, 5.0, 0.1]
    table = tool.csv("density", "--law", "spiked-mp", "--gamma", gamma, "--spikes", ",".join(map(str, spikes)), "--outliers")
    order = np.argsort(spikes)
    ell = np.array(spikes)[order]
    outside = np.abs(ell - 1) > np.sqrt(gamma)
    position = ell * (1 + gamma / (ell - 1))
    overlap = (1 - gamma / (ell - 1) ** 2) / (1 + gamma / (ell - 1))
    got = np.argsort(table["spike"])
    report.arrays("places of spikes", table["position"][got][outside], position[outside], 1e-12)
    report.arrays("overlaps of spikes", table["overlap"][got][outside], overlap[outside], 1e-12)
