"""Writes the files of this folder, values.json and expected.json; needs PyTorch and numpy. Run it here: python3 make.py"""

import json
import struct

import numpy as np
import torch

torch.manual_seed(20240614)
rng = np.random.default_rng(20240614)
values, spectra = {}, {}


def keep(address, array):
    flat = np.asarray(array, dtype=np.float64)
    values[address] = [[repr(float(v)) for v in row] for row in flat]
    eigenvalues = np.sort(np.linalg.svd(flat, compute_uv=False) ** 2)
    spectra[address] = {"shape": list(flat.shape), "eigenvalues": [float(v) for v in eigenvalues]}


def safetensors(name, tensors):
    header, data = {}, b""
    for key, array in tensors.items():
        header[key] = {"dtype": "F32", "shape": list(array.shape), "data_offsets": [len(data), len(data) + array.nbytes]}
        data += array.tobytes()
    text = json.dumps(header).encode()
    with open(name, "wb") as out:
        out.write(struct.pack("<Q", len(text)) + text + data)


def index(name, files, total):
    with open(name, "w") as out:
        json.dump({"metadata": {"total_size": total}, "weight_map": files}, out, indent=2)


matrices = {f"layers.{i}.weight": rng.normal(size=(3, 4 + i)).astype("<f4") for i in range(4)}
names = list(matrices)
for kind, suffix, write in (
    ("model", "safetensors", safetensors),
    ("pytorch_model", "bin", lambda name, part: torch.save({k: torch.from_numpy(v) for k, v in part.items()}, name)),
):
    shards = [f"{kind}-0000{i}-of-00002.{suffix}" for i in (1, 2)]
    write(shards[0], {k: matrices[k] for k in names[:2]})
    write(shards[1], {k: matrices[k] for k in names[2:]})
    files = {k: shards[i // 2] for i, k in enumerate(names)}
    file = f"{kind}.{suffix}.index.json"
    index(file, files, sum(m.nbytes for m in matrices.values()))
    for key in names:
        keep(f"{file}#{key}", matrices[key])

first = "model-00001-of-00002.safetensors"
index(
    "faults.index.json",
    {
        "layers.0.weight": first,
        "layers.9.weight": first,
        "lost": "model-00003-of-00002.safetensors",
        "above": "../io/types.safetensors",
        "around": "./../sharded/" + first,
        "root": "/etc/passwd",
        "itself": "faults.index.json",
        "text": "README.md",
        "folder": ".",
    },
    0,
)
keep("faults.index.json#layers.0.weight", matrices["layers.0.weight"])
with open("values.json", "w") as out:
    json.dump(values, out)
with open("expected.json", "w") as out:
    json.dump(spectra, out)
