"""Small HDF5, Keras, MATLAB and MatrixMarket files in the variants that their tools write, and what numpy finds in them.

Run in this folder with numpy, scipy and h5py. Names that end in _made.h5 or .mat for version 7.3 are written by h5py
with the 512 bytes that MATLAB puts in front.
"""

import gzip
import io
import json
import struct
import zipfile
import zlib

import h5py
import numpy as np
import scipy.io
import scipy.sparse

rng = np.random.default_rng(20250603)
expected = {}


def matrix(rows, columns):
    return rng.standard_normal((rows, columns))


def keep(address, values, symmetric=False):
    values = np.asarray(values, dtype=np.float64)
    flat = values.reshape(values.shape[0], -1)
    squares = np.linalg.svd(flat, compute_uv=False) ** 2
    expected[address] = {
        "shape": list(flat.shape),
        "eigenvalues": sorted(squares.tolist()),
        "corner": [flat[0, 0], flat[0, -1], flat[-1, 0], flat[-1, -1]],
    }


def hdf(name, version, userblock=0):
    file = h5py.File(name, "w", libver=version, userblock_size=userblock)
    cases = {
        "plain": dict(),
        "chunked": dict(chunks=(5, 4)),
        "gzip": dict(chunks=(5, 4), compression="gzip"),
        "shuffled": dict(chunks=(6, 7), compression="gzip", shuffle=True),
        "checked": dict(chunks=(4, 4), fletcher32=True),
        "packed_and_checked": dict(chunks=(4, 4), compression="gzip", shuffle=True, fletcher32=True),
        "lzf": dict(chunks=(12, 9), compression="lzf"),
        "growing": dict(chunks=(5, 4), maxshape=(None, 9)),
        "growing_both_ways": dict(chunks=(5, 4), maxshape=(None, None)),
        "single_chunk": dict(chunks=(12, 9), compression="gzip"),
    }
    for case, options in cases.items():
        values = matrix(12, 9)
        if case == "lzf":
            values = np.round(values)
        file.create_dataset("layouts/" + case, data=values, **options)
        keep(f"{name}#layouts/{case}", values)
    for kind in ["<f8", ">f8", "<f4", ">f4", "<f2", ">f2", "i1", "<i2", ">i4", "<i8", "u1", "<u2", ">u4", "<u8"]:
        values = (matrix(5, 7) * 40).astype(kind) if "u" not in kind else np.abs(matrix(5, 7) * 40).astype(kind)
        label = kind.replace("<", "little_").replace(">", "big_")
        file["types/" + label] = values
        keep(f"{name}#types/{label}", values)
    cube = matrix(4, 6).reshape(4, 2, 3).astype("f4")
    file.create_dataset("deep/er/cube", data=cube, chunks=(3, 2, 2))
    keep(f"{name}#deep/er/cube", cube)
    truth = matrix(6, 5) > 0
    file["types/bool"] = truth
    keep(f"{name}#types/bool", truth)
    partly = file.create_dataset("layouts/partly_written", (10, 8), chunks=(5, 4), dtype="f8", fillvalue=2.5)
    partly[:5, 4:] = matrix(5, 4)
    keep(f"{name}#layouts/partly_written", partly[...])
    file["greyed/complex"] = matrix(3, 3) + 1j
    file["greyed/text"] = np.array([[b"ab", b"c"], [b"d", b"e"]])
    file["greyed/words"] = np.array([["ab", "c"], ["d", "e"]], dtype=h5py.string_dtype())
    file["greyed/records"] = np.zeros((2, 2), dtype=[("a", "f4"), ("b", "i4")])
    file["greyed/opaque"] = np.zeros((2, 2), dtype="V3")
    file["greyed/vector"] = np.arange(5.0)
    file["greyed/scalar"] = 3.0
    file["greyed/none"] = np.zeros((0, 4))
    file["greyed/null"] = h5py.Empty("f8")
    file.create_dataset("greyed/scaled", data=matrix(4, 4), scaleoffset=3, chunks=(4, 4))
    file.create_dataset("greyed/unwritten", (1_000_000, 1_000_000), chunks=(1000, 1000), dtype="f8")
    file["links/soft"] = h5py.SoftLink("/layouts/plain")
    file["links/broken"] = h5py.SoftLink("/nowhere")
    file["links/outside"] = h5py.ExternalLink("/etc/passwd", "/data")
    file["links/up"] = file["/"]
    file["links/same"] = file["layouts/plain"]
    keep(f"{name}#links/same", file["layouts/plain"][...])
    hollow = file.create_dataset("hollow", (20_000, 20_000), chunks=(1000, 1000), dtype="f4", compression="gzip")
    hollow[:10, :2] = 1
    file.close()


hdf("earliest.h5", "earliest")
hdf("latest.h5", "latest")
hdf("userblock.h5", "earliest", 1024)

with h5py.File("many.h5", "w", libver="latest") as file:
    for i in range(60):
        values = matrix(3, 4)
        file[f"w{i}"] = values
        if i % 20 == 7:
            keep(f"many.h5#w{i}", values)


def keras(file, kernel, name, legacy):
    """A dense layer, a convolution of each kind, an attention's projection."""
    weights = {
        "dense": matrix(10, 7),
        "conv1d": matrix(5, 24).reshape(5, 4, 6),
        "conv2d": matrix(9, 24).reshape(3, 3, 4, 6),
        "conv3d": matrix(8, 12).reshape(2, 2, 2, 3, 4),
        "conv2d_transpose": matrix(9, 24).reshape(3, 3, 6, 4),
        "depthwise_conv2d": matrix(9, 8).reshape(3, 3, 4, 2),
        "query": matrix(8, 12).reshape(8, 3, 4),
    }
    turned = {
        "conv1d": (2, 1, 0),
        "conv2d": (3, 2, 0, 1),
        "conv3d": (4, 3, 0, 1, 2),
        "conv2d_transpose": (2, 3, 0, 1),
    }
    for layer, values in weights.items():
        values = values.astype("f4")
        last = "depthwise_kernel:0" if legacy and layer.startswith("depthwise") else kernel
        path = f"{layer}/{layer}/{last}" if legacy else f"layers/{layer}/vars/{last}"
        path = ("model_weights/" if legacy else "") + path
        file[path] = values
        file[path.rsplit("/", 1)[0] + ("/bias:0" if legacy else "/1")] = values.reshape(-1)[:7]
        shown = np.transpose(values, turned[layer]) if layer in turned else values
        if layer == "depthwise_conv2d":  # (in, multiplier) x positions
            shown = np.transpose(values, (2, 3, 0, 1)).reshape(8, 9)
        keep(f"{name}#{path}", shown)


with h5py.File("keras_legacy.h5", "w") as file:
    file.attrs["keras_version"] = "2.15.0"
    file.attrs["backend"] = "tensorflow"
    keras(file, "kernel:0", "keras_legacy.h5", True)

for name, method in [("stored.keras", zipfile.ZIP_STORED), ("deflated.keras", zipfile.ZIP_DEFLATED)]:
    inner = io.BytesIO()
    with h5py.File(inner, "w") as file:
        keras(file, "0", name, False)
    with zipfile.ZipFile(name, "w", method) as archive:
        archive.writestr("metadata.json", '{"keras_version": "3.3.3", "date_saved": "2025-06-03@00:00:00"}')
        archive.writestr("config.json", "{}")
        archive.writestr("model.weights.h5", inner.getvalue())

for name, options in [("v5.mat", {}), ("v5_compressed.mat", {"do_compression": True})]:
    double, single = matrix(7, 11), matrix(6, 5).astype("f4")
    integers = {kind: (np.abs(matrix(4, 6)) * 30).astype(kind) for kind in ["i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8"]}
    sparse = scipy.sparse.random(9, 13, 0.3, random_state=5, format="csc")
    cell = np.empty((1, 2), dtype=object)
    cell[0, 0], cell[0, 1] = matrix(3, 4), {"inner": matrix(2, 5)}
    cube = matrix(3, 8).reshape(3, 4, 2)
    content = {
        "double": double, "single": single, "sparse": sparse, "cube": cube,
        "net": {"layer1": {"W": matrix(5, 3)}, "note": "words"}, "cells": cell,
        "word": "text", "complex": matrix(3, 3) + 1j, "truth": matrix(3, 3) > 0, "vector": np.arange(4.0),
        "empty": np.zeros((0, 3)), **{"int_" + k: v for k, v in integers.items()},
    }
    scipy.io.savemat(name, content, **options)
    for key in ["double", "single", "cube"]:
        keep(f"{name}#{key}", content[key])
    for kind, values in integers.items():
        keep(f"{name}#int_{kind}", values)
    keep(f"{name}#sparse", sparse.toarray())
    keep(f"{name}#net.layer1.W", content["net"]["layer1"]["W"])
    keep(f"{name}#cells{{1}}", cell[0, 0])
    keep(f"{name}#cells{{2}}.inner", cell[0, 1]["inner"])
scipy.io.savemat("v4.mat", {"double": double, "word": "text"}, format="4")
keep("v4.mat#double", double)

with h5py.File("v73.mat", "w", userblock_size=512) as file:
    def put(path, values, kind):
        values = np.asarray(values)
        # MATLAB is column-major, so that its arrays appear in HDF5 with their axes reversed
        file[path] = np.ascontiguousarray(values.T)
        file[path].attrs["MATLAB_class"] = np.bytes_(kind)
        return file[path]

    double, single, cube = matrix(7, 11), matrix(6, 5).astype("f4"), matrix(3, 8).reshape(3, 4, 2)
    put("double", double, "double")
    keep("v73.mat#double", double)
    put("single", single, "single")
    keep("v73.mat#single", single)
    put("cube", cube, "double")
    keep("v73.mat#cube", cube)
    packed = matrix(9, 6)
    file.create_dataset("packed", data=packed.T, chunks=(4, 4), compression="gzip").attrs["MATLAB_class"] = np.bytes_("double")
    keep("v73.mat#packed", packed)
    ints = (matrix(4, 6) * 30).astype("i2")
    put("ints", ints, "int16")
    keep("v73.mat#ints", ints)
    put("word", np.array([[100, 101, 102], [100, 101, 102]], dtype="u2"), "char")
    put("truth", (matrix(3, 3) > 0).astype("u1"), "logical")
    put("complex", matrix(3, 3) + 1j, "double")
    empty = put("empty", np.array([0, 3], dtype="u8"), "double")
    empty.attrs["MATLAB_empty"] = np.uint8(1)
    weights = matrix(5, 3)
    put("net/layer1/W", weights, "double")
    for group in ["net", "net/layer1"]:
        file[group].attrs["MATLAB_class"] = np.bytes_("struct")
    keep("v73.mat#net.layer1.W", weights)
    first, second = matrix(3, 4), matrix(2, 5)
    put("#refs#/a", first, "double")
    put("#refs#/b", second, "double")
    cells = file.create_dataset("cells", (2, 1), dtype=h5py.ref_dtype)
    cells[0, 0], cells[1, 0] = file["#refs#/a"].ref, file["#refs#/b"].ref
    cells.attrs["MATLAB_class"] = np.bytes_("cell")
    keep("v73.mat#cells{1}", first)
    keep("v73.mat#cells{2}", second)
    sparse = scipy.sparse.random(9, 13, 0.3, random_state=5, format="csc")
    group = file.create_group("sparse")
    group.attrs["MATLAB_class"] = np.bytes_("double")
    group.attrs["MATLAB_sparse"] = np.uint64(9)
    group["data"], group["ir"], group["jc"] = sparse.data, sparse.indices.astype("u8"), sparse.indptr.astype("u8")
    keep("v73.mat#sparse", sparse.toarray())
header = b"MATLAB 7.3 MAT-file, Platform: GLNXA64, Created on: Tue Jun 03 00:00:00 2025 HDF5 schema 1.00 ."
with open("v73.mat", "r+b") as file:
    file.write(header.ljust(116, b" ") + bytes(8) + b"\x00\x02IM")


def market(name, values, **options):
    scipy.io.mmwrite(name, values, **options)


general = scipy.sparse.random(11, 17, 0.3, random_state=6)
market("general.mtx", general, comment="made by scipy\nin two lines")
keep("general.mtx", general.toarray())
dense = matrix(8, 5)
market("array.mtx", dense)
keep("array.mtx", dense)
pattern = scipy.sparse.random(9, 9, 0.4, random_state=7)
market("pattern.mtx", pattern, field="pattern")
keep("pattern.mtx", pattern.toarray() != 0)
whole = scipy.sparse.coo_matrix((np.abs(matrix(9, 6)) * 3).astype(int))
market("integer.mtx", whole)
keep("integer.mtx", whole.toarray())
square = matrix(8, 8)
for name, values, symmetry in [
    ("symmetric.mtx", square + square.T, "symmetric"),
    ("skew.mtx", square - square.T, "skew-symmetric"),
]:
    market(name, scipy.sparse.coo_matrix(values), symmetry=symmetry)
    keep(name, values)
    market("array_" + name, values, symmetry=symmetry)
    keep("array_" + name, values)
market("complex.mtx", scipy.sparse.coo_matrix(matrix(4, 4) + 1j))
market("hermitian.mtx", scipy.sparse.coo_matrix(square[:4, :4] + square[:4, :4].T + 1j * (square[:4, :4] - square[:4, :4].T)),
       symmetry="hermitian")


def zipped(name, content):
    with open(name, "wb") as out, gzip.GzipFile(filename="", fileobj=out, mode="wb", mtime=0) as packed:
        packed.write(content)


zipped("general.mtx.gz", open("general.mtx", "rb").read())
keep("general.mtx.gz", general.toarray())
table = matrix(6, 4)
text = io.StringIO()
np.savetxt(text, table, delimiter=",", fmt="%.17g")
zipped("table.csv.gz", text.getvalue().encode())
keep("table.csv.gz", table)
array = io.BytesIO()
np.save(array, table)
zipped("array.npy.gz", array.getvalue())
keep("array.npy.gz", table)



def big_endian(name, values):
    """MAT version 5 as a big-endian machine writes it, which scipy does not: one deflated variable, one plain."""
    def element(kind, data):
        return struct.pack(">ii", kind, len(data)) + data + bytes(-len(data) % 8)

    def variable(label, array, code, kind):
        parts = element(6, struct.pack(">ii", code, 0)) + element(5, struct.pack(">ii", *array.shape))
        parts += element(1, label.encode()) + element(kind, array.astype(array.dtype.newbyteorder(">")).tobytes("F"))
        return struct.pack(">ii", 14, len(parts)) + parts

    packed = zlib.compress(variable("packed", values, 6, 9))
    with open(name, "wb") as out:
        out.write(b"MATLAB 5.0 MAT-file, big-endian".ljust(124) + b"\x01\x00MI")
        out.write(struct.pack(">ii", 15, len(packed)) + packed)
        out.write(variable("single", values.astype("f4"), 7, 7))
    keep(name + "#packed", values)
    keep(name + "#single", values.astype("f4"))


big_endian("v5_big.mat", matrix(4, 7))

with open("expected.json", "w") as out:
    json.dump(expected, out, indent=0)
    out.write("\n")
