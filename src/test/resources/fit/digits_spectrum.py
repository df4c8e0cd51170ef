"""Writes sample_digits.csv: the squared singular values of the 200x400 layer of samples/digits_b100_s0.safetensors.

Reads the safetensors container by its specification (8-byte header length, JSON header, raw little-endian data).
Run from this directory: python3 digits_spectrum.py   (numpy 1.24)
"""
import json
import struct
import numpy as np

with open("../../../../samples/digits_b100_s0.safetensors", "rb") as f:
    raw = f.read()
length = struct.unpack("<Q", raw[:8])[0]
header = json.loads(raw[8 : 8 + length])
for name, entry in header.items():
    if name != "__metadata__" and sorted(entry["shape"]) == [200, 400]:
        begin, end = entry["data_offsets"]
        w = np.frombuffer(raw[8 + length + begin : 8 + length + end], dtype="<f4").reshape(entry["shape"])
        values = np.sort(np.linalg.svd(w.astype(np.float64), compute_uv=False) ** 2)
        with open("sample_digits.csv", "w") as out:
            out.write("eigenvalue\n" + "".join(f"{v:.17g}\n" for v in values))
        print(name, entry["shape"])
