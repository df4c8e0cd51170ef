"""Writes the files of this folder and values.json; needs numpy only. Run it here: python3 make.py"""

import json
import pickle

import numpy as np

rng = np.random.default_rng(20240621)
arrays = {
    "f8": rng.normal(size=(3, 4)),
    "f4_big": rng.normal(size=(3, 4)).astype(">f4"),
    "fortran": np.asfortranarray(rng.normal(size=(3, 4))),
    "u1": rng.integers(0, 256, size=(3, 4), dtype=np.uint8),
    "cube": rng.normal(size=(2, 3, 2)),
}
others = {"epoch": 3, "note": "trial", "complex": np.zeros((2, 2), complex), "vector": np.zeros(3), "texts": np.array([["a"]])}
values = {}
for protocol in range(2, 6):
    name = f"protocol{protocol}.pkl"
    with open(name, "wb") as out:
        pickle.dump({**arrays, **others}, out, protocol)
    for key, array in arrays.items():
        values[f"{name}#{key}"] = [[repr(float(v)) for v in row] for row in array.reshape(len(array), -1)]
with open("values.json", "w") as out:
    json.dump(values, out)
