"""Writes the files of this folder and values.json; needs numpy only. Run it here: python3 make.py"""

import json
import struct
import zipfile

import numpy as np
from numpy.lib import format as npy_format

rng = np.random.default_rng(20240611)
values = {}


def keep(name, matrix):
    """Records a matrix as rows of exact decimal doubles, flattened first x rest."""
    flat = np.asarray(matrix).reshape(len(matrix), -1)
    values[name] = [[repr(float(v)) for v in row] for row in flat]


def save(name, array, version=None, expected=None):
    with open(name, "wb") as out:
        npy_format.write_array(out, array, version=version)
    if array.ndim > 1 and min(array.shape) > 1 and array.dtype.kind in "fiub" and array.itemsize <= 8:
        keep(name, array if expected is None else expected)


floats = rng.normal(size=(3, 4))
save("version1.npy", floats, (1, 0))
save("version2.npy", floats, (2, 0))
save("version3.npy", floats, (3, 0))
save("float32_big.npy", floats.astype(">f4"))
half = floats.astype("<f2")
half[0, :] = [65504, 2.0**-24, -0.0, 1023 * 2.0**-24]
save("float16.npy", half)
save("float16_big.npy", half.astype(">f2"))
for kind in ("i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8"):
    info = np.iinfo(kind)
    ints = rng.integers(info.min, info.max, size=(3, 4), dtype=kind, endpoint=True)
    ints[0, 0], ints[0, 1], ints[0, 2] = info.min, info.max, info.max // 2 + 1
    save(f"{kind}.npy", ints)
    save(f"{kind}_big.npy", ints.astype(">" + kind))
save("bool.npy", rng.integers(0, 2, size=(3, 4)).astype(bool))
cube = rng.normal(size=(3, 2, 4))
save("fortran3.npy", np.asfortranarray(cube))
save("fortran4.npy", np.asfortranarray(rng.normal(size=(2, 3, 4, 5))))
nonfinite = floats.copy()
nonfinite[1, 2], nonfinite[2, 0], nonfinite[2, 3] = np.nan, np.inf, -np.inf
save("nonfinite.npy", nonfinite)

save("complex.npy", floats + 1j)
save("string.npy", np.array([["a", "b"], ["c", "d"]]))
save("object.npy", np.array([[1, "x"], [None, 2]], dtype=object))
save("structured.npy", np.zeros((2, 2), dtype=[("a", "<f8"), ("b", "<i4")]))
save("longdouble.npy", floats.astype(np.longdouble))
save("void.npy", np.zeros((2, 2), dtype="V2"))
save("date.npy", np.zeros((2, 2), dtype="M8[s]"))
save("scalar.npy", np.float64(3))
save("vector.npy", floats[0])
save("row.npy", floats[:1])
save("column.npy", floats[:, :1])
save("empty.npy", np.zeros((0, 4)))

np.savez("stored.npz", w=floats, conv=cube, bias=floats[0])
np.savez_compressed("deflated.npz", w=floats, **{"layer/kernel": cube.astype("f4")})
keep("stored.npz#w", floats)
keep("stored.npz#conv", cube)
keep("deflated.npz#w", floats)
keep("deflated.npz#layer/kernel", cube.astype("f4"))
with zipfile.ZipFile("zip64.npz", "w") as archive:
    with archive.open("w.npy", "w", force_zip64=True) as out:
        npy_format.write_array(out, floats)
keep("zip64.npz#w", floats)

TYPES = {"F64": "<f8", "F32": "<f4", "F16": "<f2", "I64": "<i8", "I32": "<i4", "I16": "<i2", "I8": "i1",
         "U64": "<u8", "U32": "<u4", "U16": "<u2", "U8": "u1", "BOOL": "?"}
header, data = {"__metadata__": {"format": "pt", "epoch": "12"}}, b""


def tensor(name, dtype, shape, raw):
    global data
    header[name] = {"dtype": dtype, "shape": list(shape), "data_offsets": [len(data), len(data) + len(raw)]}
    data += raw


for dtype, code in TYPES.items():
    matrix = rng.integers(0, 2, size=(3, 4)) if dtype == "BOOL" else rng.normal(size=(3, 4)) * 40
    matrix = (np.abs(matrix) if dtype[0] == "U" else matrix).astype(code)
    tensor(dtype, dtype, matrix.shape, matrix.tobytes())
    keep(f"types.safetensors#{dtype}", matrix)
brain = (rng.normal(size=(3, 4)).astype("<f4").view("<u4") >> 16).astype("<u2")
tensor("BF16", "BF16", brain.shape, brain.tobytes())
keep("types.safetensors#BF16", (brain.astype("<u4") << 16).view("<f4"))
tensor("conv", "F32", cube.shape, cube.astype("<f4").tobytes())
keep("types.safetensors#conv", cube.astype("f4"))
tensor("bias", "F32", (4,), floats[0].astype("<f4").tobytes())
tensor("scalar", "F64", (), struct.pack("<d", 3))
tensor("none", "F32", (0, 4), b"")
tensor("complex", "C64", (2, 2), bytes(32))
tensor("fp8", "F8_E4M3", (2, 2), bytes(4))
text = json.dumps(header).encode()
text += b" " * (-len(text) % 8)
with open("types.safetensors", "wb") as out:
    out.write(struct.pack("<Q", len(text)) + text + data)

np.savetxt("savetxt.txt", floats, header="made by numpy\n3 by 4")
np.savetxt("trailing.csv", floats, delimiter=",", newline=",\n")
keep("savetxt.txt", floats)
keep("trailing.csv", floats)
with open("values.json", "w") as out:
    json.dump(values, out, indent=0)
    out.write("\n")
