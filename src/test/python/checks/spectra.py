"""Eigenvalues from matrices, their scaling, and histogram heights."""
import json
import struct
from pathlib import Path

import numpy as np

SAMPLES = Path(__file__).resolve().parents[4] / "samples"


def read_safetensors(path):
    raw = Path(path).read_bytes()
    (length,) = struct.unpack("<Q", raw[:8])
    header = json.loads(raw[8 : 8 + length])
    kinds = {"F32": "<f4", "F64": "<f8", "F16": "<f2"}
    tensors = {}
    for name, entry in header.items():
        if name != "__metadata__":
            begin, end = (8 + length + offset for offset in entry["data_offsets"])
            tensors[name] = np.frombuffer(raw[begin:end], kinds[entry["dtype"]]).reshape(entry["shape"]).astype(float)
    return tensors


def sample(name, tensor="fc2.weight"):
    """The path as the command line takes it, and the matrix."""
    path = SAMPLES / name
    return f"{path}#{tensor}", read_safetensors(path)[tensor]


def squared(w):
    return np.sort(np.linalg.svd(w, compute_uv=False) ** 2)


def eigenvalues(tool, *arguments):
    return tool.json("spectrum", *arguments, "--format", "json")


def run(tool, report):
    rng = np.random.default_rng(11)
    scalings(tool, report, rng)
    kernels(tool, report, rng)
    symmetric(tool, report, rng)
    deficient(tool, report, rng)
    quadrature(tool, report, rng)
    for name in ("digits_b20_s0.safetensors", "digits_b5_s1.safetensors", "digits_init_s2.safetensors"):
        path, w = sample(name)
        report.arrays(f"spectrum of sample {name}", eigenvalues(tool, path)["eigenvalues"], squared(w), 1e-9)
    path, gram = sample("ntk_trained.safetensors", "ntk")
    own = np.linalg.eigvalsh(gram)
    report.arrays("spectrum of the NTK", eigenvalues(tool, path)["eigenvalues"], own, 1e-12 * own[-1], relative=False)


def scalings(tool, report, rng):
    for shape, dtype in (((40, 90), "f8"), ((70, 30), "f4"), ((50, 50), "f8")):
        w = (0.3 + 2 * rng.standard_normal(shape)).astype(dtype)
        path = tool.matrix(w)
        w = w.astype(float)
        raw = squared(w)
        longer = max(shape)
        own = {"raw": raw, "mp": raw / longer, "unit-variance": raw / (longer * w.var()), "unit-mean": raw / raw.mean()}
        for normalization, values in own.items():
            got = eigenvalues(tool, path, "--normalize", normalization)
            report.arrays(f"spectrum {shape[0]}x{shape[1]} {dtype} {normalization}", got["eigenvalues"], values, 1e-9)
        report.near(f"aspect ratio {shape[0]}x{shape[1]}", got["gamma"], min(shape) / longer, 1e-15)
    w = rng.standard_normal((20, 60))
    got = eigenvalues(tool, tool.matrix(w), "--as", "features")
    report.arrays("eigenvalues of a feature matrix", got["eigenvalues"][-20:], squared(w), 1e-9)


def kernels(tool, report, rng):
    w = rng.standard_normal((12, 5, 3, 2))
    path = tool.matrix(w, "kernel.npy")
    got = eigenvalues(tool, path)["eigenvalues"]
    report.arrays("convolution as one matrix", got, squared(w.reshape(12, -1)), 1e-9)
    slices = np.sort(np.concatenate([squared(w[:, :, i, j]) for i in range(3) for j in range(2)]))
    got = eigenvalues(tool, path, "--flatten", "slices")["eigenvalues"]
    report.arrays("convolution as pooled slices", got, slices, 1e-9)


def symmetric(tool, report, rng):
    w = rng.standard_normal((45, 45))
    w = w + w.T
    got = eigenvalues(tool, tool.matrix(w))
    own = np.linalg.eigvalsh(w)
    report.arrays("symmetric matrix, signs kept", got["eigenvalues"], own, 1e-9)
    report.same("count of negative eigenvalues", got["negatives"], int(np.sum(own < 0)))


def deficient(tool, report, rng):
    w = rng.standard_normal((60, 17)) @ rng.standard_normal((17, 100))
    path = tool.matrix(w)
    got = eigenvalues(tool, path)
    report.same("count of zeros", got["zeros"], 43)
    own = squared(w)[43:]
    report.arrays("eigenvalues beside zeros", got["eigenvalues"][43:], own, 1e-9)
    heights(tool, report, path, own, 60, "rank 17 of 60")
    w = rng.standard_normal((80, 120))
    heights(tool, report, tool.matrix(w), squared(w), 80, "full rank")


def heights(tool, report, path, positive, size, name):
    out = tool.path("histogram.csv")
    tool.run("figure", path, "--no-laws", "--bins", 12, "-o", out)
    table = tool.table(Path(out).read_text())
    rows = [i for i, kind in enumerate(table["kind"]) if kind == "bin" or kind.endswith("nib")]
    edges = np.geomspace(positive[0], positive[-1], 13)
    counts = np.histogram(np.log(positive), np.linspace(np.log(positive[0]), np.log(positive[-1]) * (1 + 1e-15), 13))[0]
    report.arrays(f"histogram heights over all N, {name}", table["y"][rows], counts / (size * np.diff(edges)), 1e-6)
    report.arrays(f"histogram centres, {name}", table["x"][rows], np.sqrt(edges[1:] * edges[:-1]), 1e-6)


def quadrature(tool, report, rng):
    """Bounds on the cumulative function that hold whatever the quadrature does not resolve."""
    w = rng.standard_normal((150, 220))
    own = squared(w)
    table = tool.csv("spectrum", tool.matrix(w), "--solver", "slq", "--probes", 64, "--steps", 60)
    below = np.searchsorted(own, table["upper"], side="right") / len(own)
    error = 5 * np.maximum(table["cumulative_standard_error"], 1e-3)
    low, high = table["cumulative_least"] - error, table["cumulative_most"] + error
    report.arrays("slq's bounds of the cumulative function", np.clip(below, low, high), below, 1e-9, relative=False)
