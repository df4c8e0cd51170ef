"""Writes by_gguf.gguf and by_gguf.json; needs the Python package gguf (0.19). Run it here: python3 by_gguf.py

The package writes the file, and its reference decoders say what the blocks of random bits stand for, in single precision. Scales are set to
halves of moderate size, since random ones may be infinite.
"""

import json

import numpy as np
from gguf import GGML_QUANT_SIZES, GGMLQuantizationType, GGUFWriter, quants

rng = np.random.default_rng(1902)
HALVES = {  # where the halves of a block are
    "Q4_0": [0], "Q4_1": [0, 2], "Q5_0": [0], "Q5_1": [0, 2], "Q8_0": [0], "Q2_K": [80, 82], "Q3_K": [108], "Q4_K": [0, 2],
    "Q5_K": [0, 2], "Q6_K": [208], "IQ4_NL": [0], "IQ4_XS": [0], "TQ1_0": [52], "TQ2_0": [64],
}
values = {}
writer = GGUFWriter("by_gguf.gguf", "llama")
for name in [*HALVES, "MXFP4", "NVFP4", "BF16"]:
    kind = GGMLQuantizationType[name]
    entries, size = (1, 2) if name == "BF16" else GGML_QUANT_SIZES[kind]
    columns = max(entries, 32)
    if name == "BF16":
        blocks = rng.normal(size=(2, columns)).astype("<f4").view("<u4") >> 16
        blocks = blocks.astype("<u2").view(np.uint8).reshape(2, -1)
    else:
        blocks = rng.integers(0, 256, size=(2, columns // entries * size), dtype=np.uint8)
        if name == "MXFP4":
            blocks[:, 0] = rng.integers(110, 140, size=2)
        for at in HALVES.get(name, []):
            blocks[:, at : at + 2] = rng.normal(scale=0.05, size=(2, 1)).astype("<f2").view(np.uint8)
    decoded = quants.dequantize(blocks, kind)
    writer.add_tensor(name.lower(), blocks, raw_dtype=kind)
    values[name.lower()] = decoded.astype(float).tolist()
writer.write_header_to_file()
writer.write_kv_data_to_file()
writer.write_tensors_to_file()
writer.close()
json.dump(values, open("by_gguf.json", "w"))
