"""Eigenvalues of either sign and numpy's histogram of them: run here with python3 (numpy); writes signed_histogram.csv.

Rows: eigenvalue,value · edge,value · density,value, where density is numpy.histogram(..., bins=20, density=True).
"""
import numpy as np

rng = np.random.default_rng(7)
g = rng.standard_normal((60, 60))
values = np.linalg.eigvalsh((g + g.T) / np.sqrt(480))
density, edges = np.histogram(values, bins=20, density=True)
with open("signed_histogram.csv", "w") as out:
    for kind, numbers in (("eigenvalue", values), ("edge", edges), ("density", density)):
        for number in numbers:
            out.write(f"{kind},{number!r}\n".replace("np.float64(", "").replace(")", ""))
