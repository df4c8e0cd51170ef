"""Free products of a law and a population."""
import numpy as np

from reference import products

POPULATIONS = {
    "atoms:1@0.7,4@0.3": products.atoms_psi([1.0, 4.0], [0.7, 0.3]),
    "uniform:0.5,2": products.uniform_psi(0.5, 2.0),
    "power:3,0.5": products.power_psi(3.0, 0.5),
    "identity": products.atoms_psi([1.0], [1.0]),
}
LAWS = {
    "mp": (["--gamma", 0.3], products.marchenko_pastur_psi(0.3)),
    "htmp": (["--kappa", 3, "--gamma", 0.5], products.htmp_psi(3, 0.5)),
    "inverse-htmp": (["--kappa", 2, "--gamma", 0.4], products.inverse_htmp_psi(2, 0.4)),
}
POINTS = [0.35, 0.8, 1.5, 2.5]


def run(tool, report):
    path = tool.numbers(POINTS, "x")
    for law, (options, psi) in LAWS.items():
        for spec, population in POPULATIONS.items():
            if law == "inverse-htmp" and spec.startswith("power"):
                continue
            table = tool.csv("density", "--law", law, *options, "--population", spec, "--points", path)
            own = [products.density(psi, population, x) for x in POINTS]
            report.arrays(f"density of {law} times {spec}", table["pdf"], own, 2e-6, relative=False)
