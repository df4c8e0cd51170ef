#!/usr/bin/env python3
"""Measure the sample files and print the table of README.md.

For fc2.weight (gamma = 0.5, 200 eigenvalues, the squared singular values) it fits by maximum likelihood, tau = 0:
inverse HTMP, lambda = s / X, and direct HTMP, lambda = s * X, over kappa and s. Eigenvalues count as independent
draws. The density of X is found by integrating the Riccati equation of q = d ln U(A, 1 - delta, -y) / d ln y outward
from x = 1, and shares no code with Eigenscope.

Needs Python 3.9+, NumPy, SciPy >= 1.10 and mpmath >= 1.2.

    python3 check_samples.py [DIR]
"""

import json
import struct
import sys
from pathlib import Path

import mpmath
import numpy as np
from scipy.integrate import solve_ivp
from scipy.optimize import minimize_scalar

GAMMA = 0.5
KAPPA_BOUNDS = (0.05, 200.0)
NUMPY_DTYPE = {"F32": "<f4", "F64": "<f8"}


def read_safetensors(path):
    raw = path.read_bytes()
    (length,) = struct.unpack("<Q", raw[:8])
    header = json.loads(raw[8 : 8 + length])
    metadata = header.pop("__metadata__", {})
    tensors = {}
    for name, entry in header.items():
        begin, end = (8 + length + offset for offset in entry["data_offsets"])
        tensors[name] = np.frombuffer(raw[begin:end], NUMPY_DTYPE[entry["dtype"]]).reshape(entry["shape"])
    return tensors, metadata


def log_density_table(kappa, gamma, log_x_low, log_x_high):
    """ln of the HTMP density, as a function of ln x between the bounds."""
    a, c = kappa / 2, kappa / (2 * gamma)
    delta = c - a
    z = mpmath.mpc(-c, 0)
    ratio = mpmath.hyperu(a + 1, 2 - delta, z) / mpmath.hyperu(a, 1 - delta, z)
    start = complex(-z * a * ratio)
    log_start = np.log(abs(start.imag) / (np.pi * a))

    def slope(log_x, state):
        q = complex(state[0], state[1])
        y = c * np.exp(log_x)
        dq = q - q * q - (1 - delta + y) * q - a * y
        return [dq.real, dq.imag, delta - 1 - y - 2 * q.real]

    def half(end):
        return solve_ivp(
            slope, (0, end), [start.real, start.imag, log_start], "DOP853", rtol=1e-9, atol=1e-11, dense_output=True
        ).sol

    below, above = half(min(log_x_low, -1e-3)), half(max(log_x_high, 1e-3))
    return lambda log_x: np.where(log_x < 0, below(np.minimum(log_x, 0))[2], above(np.maximum(log_x, 0))[2])


def best_scale(kappa, gamma, log_lambda, inverse):
    """Largest log-likelihood over the scale at this kappa, with that scale."""
    sign = -1 if inverse else 1
    centred = sign * (log_lambda - np.mean(log_lambda))
    reach = 6.0
    # Direct HTMP falls like exp(-c x): past the largest eigenvalue's useful range the table is not needed.
    table = log_density_table(kappa, gamma, centred.min() - reach, min(centred.max() + reach, 7.0))

    def loss(shift):
        # x = exp(sign * ln lambda - sign * ln s); |d ln x / d ln lambda| = 1.
        log_x = centred + shift
        return -np.sum(table(log_x) + log_x - log_lambda)

    shifts = np.linspace(-reach, min(reach, 7.0 - centred.max()), 60)
    k = int(np.argmin([loss(shift) for shift in shifts]))
    found = minimize_scalar(
        loss, bounds=(shifts[max(k - 1, 0)], shifts[min(k + 1, 59)]), method="bounded", options={"xatol": 1e-8}
    )
    return -found.fun, float(np.exp(np.mean(log_lambda) - sign * found.x))


def fit(eigenvalues, inverse, gamma=GAMMA):
    """(kappa, s, log-likelihood) of the best fit."""
    log_lambda = np.log(eigenvalues)
    low, high = np.log(KAPPA_BOUNDS)
    grid = np.linspace(low, high, 25)
    values = [best_scale(np.exp(g), gamma, log_lambda, inverse)[0] for g in grid]
    k = int(np.argmax(values))
    found = minimize_scalar(
        lambda g: -best_scale(np.exp(g), gamma, log_lambda, inverse)[0],
        bounds=(grid[max(k - 1, 0)], grid[min(k + 1, 24)]),
        method="bounded",
        options={"xatol": 1e-5},
    )
    kappa = float(np.exp(found.x))
    return kappa, best_scale(kappa, gamma, log_lambda, inverse)[1], -found.fun
