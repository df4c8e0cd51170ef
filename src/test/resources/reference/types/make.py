"""Writes the files of this folder and expected.json; needs numpy, h5py, scipy and torch. Run it here: python3 make.py

numpy's eigenvalues are those of the matrix that the writer's own library reads back.
"""

import json
import struct

import h5py
import numpy as np
import scipy.io
import torch

rng = np.random.default_rng(20240711)
expected = {}


def keep(address, matrix):
    flat = np.asarray(matrix, dtype="f8")
    squares = np.linalg.svd(flat, compute_uv=False) ** 2
    expected[address] = {"shape": list(flat.shape), "eigenvalues": sorted(squares.tolist())}


dense = rng.standard_normal((9, 14))
for version in ("earliest", "latest"):
    name = f"{version}_kinds.h5"
    with h5py.File(name, "w", libver=version) as file:
        file["types/named"] = np.dtype("<f4")
        file.create_dataset("shared", data=dense.astype("f4"), dtype=file["types/named"])
        many = file.create_dataset("attributes", data=dense, dtype="f8")
        for i in range(6):
            many.attrs[f"a{i}"] = "x" * 300
        colours = h5py.enum_dtype({"RED": 0, "GREEN": 1, "BLUE": 5}, basetype="i2")
        codes = rng.choice([0, 1, 5], (6, 5)).astype("i2")
        file.create_dataset("enum", data=codes, dtype=colours)
        file["group/inner"] = dense
        file["soft"] = h5py.SoftLink("/group/inner")
        file["group/relative"] = h5py.SoftLink("inner")
        file["chain"] = h5py.SoftLink("/group/relative")
        file["dangling"] = h5py.SoftLink("/group/nothing")
        file["loop"] = h5py.SoftLink("/loop")
        file["external"] = h5py.ExternalLink("elsewhere.h5", "/x")
        file["whole"] = h5py.SoftLink("/group")
        file["regions"] = np.array([file["shared"].regionref[1:3, 2:4]], dtype=h5py.regionref_dtype)
        layout = h5py.VirtualLayout(shape=(9, 14), dtype="f8")
        layout[:] = h5py.VirtualSource(file["group/inner"])
        if version == "latest":
            file.create_virtual_dataset("virtual", layout)
        file["long_double"] = dense.astype("f16")
    keep(f"{name}#shared", dense.astype("f4"))
    keep(f"{name}#attributes", dense)
    keep(f"{name}#enum", codes)
    for path in ("group/inner", "soft", "group/relative", "chain"):
        keep(f"{name}#{path}", dense)

# a variable that is saved again
scipy.io.savemat("first.mat", {"A": dense[:3], "B": dense})
scipy.io.savemat("again.mat", {"A": dense[3:]})
first, again = (open(n, "rb").read() for n in ("first.mat", "again.mat"))
open("twice.mat", "wb").write(first + again[128:])
import os

os.remove("first.mat")
os.remove("again.mat")
keep("twice.mat#A", scipy.io.loadmat("twice.mat")["A"])
keep("twice.mat#B", dense)

# PyTorch computes in single precision, of which the scales here are exact
weights = torch.from_numpy(dense.astype("f4"))
scales = torch.tensor([2.0**-e for e in rng.integers(4, 7, 9)], dtype=torch.float64)
tensors = {
    "one": torch.quantize_per_tensor(weights, 2.0**-5, 7, torch.qint8),
    "unsigned": torch.quantize_per_tensor(weights, 2.0**-5, 120, torch.quint8),
    "rows": torch.quantize_per_channel(weights, scales, torch.arange(-4, 5), 0, torch.qint8),
    "turned": torch.quantize_per_channel(weights.T.contiguous(), scales, torch.zeros(9, dtype=torch.int64), 1, torch.qint8),
}
torch.save(tensors, "quantized.pt")
for key, tensor in tensors.items():
    keep(f"quantized.pt#{key}", tensor.dequantize().numpy())

json.dump(expected, open("expected.json", "w"), indent=0, ensure_ascii=False)
