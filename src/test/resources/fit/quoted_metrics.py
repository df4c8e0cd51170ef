"""The metrics that are quoted of layers, by numpy alone, from the singular values of a layer; shares nothing with the Java code.

Reads sample_digits.csv, the squared singular values of a 200 x 400 layer, and tail_reference.csv, and writes quoted_metrics.csv.
Run: python3 quoted_metrics.py
"""
import csv

import numpy as np

x = np.loadtxt("sample_digits.csv", skiprows=1)
s = np.sqrt(x)
tail = next(r for r in csv.DictReader(open("tail_reference.csv")) if r["sample"] == "digits")
alpha = float(tail["alpha"])
p = s**2 / np.sum(s**2)
rank = int(np.sum(s > s.max() * 400 * np.finfo(np.float32).eps))
metrics = {
    "tail_alpha": alpha,
    "tail_D": float(tail["D"]),
    "tail_xmin": float(tail["x_min"]),
    "tail_count": float(tail["n_tail"]),
    "tail_standard_error": (alpha - 1) / np.sqrt(float(tail["n_tail"])),
    "spectral_norm": s.max() ** 2,
    "norm": np.sum(s**2),
    "stable_rank": np.sum(s**2) / s.max() ** 2,
    "rank": rank,
    "zero_count": 200 - rank,
    "entropy": -np.sum(p * np.log(p)) / np.log(rank),
    "log_norm": np.log10(np.sum(s**2)),
    "log_spectral_norm": np.log10(s.max() ** 2),
    "tail_alpha_weighted": alpha * np.log10(x.max()),
    "tail_log_alpha_norm": np.log10(np.sum(x**alpha)),
    "trace": np.mean(x),
    "log_det": np.mean(np.log(x)),
}
with open("quoted_metrics.csv", "w") as out:
    print("name,value", file=out)
    for name, value in metrics.items():
        print(name, repr(float(value)), sep=",", file=out)
