"""Random files by the usual writers, read by Eigenscope and compared with numpy.

Needs python3 with numpy, scipy, pandas, torch, h5py, hdf5plugin, tables, onnx gguf and flatbuffers, whatever of them is there, and the
compiled test classes (mvn -q test-compile). From the project's folder:

    python3 src/test/python/files.py check FOLDER [--files 1200] [--seed 1] [--classpath CLASSPATH]
    python3 src/test/python/files.py reference FOLDER

check writes that many files into FOLDER, has them read by org.eigenscope.analysis.SpectraOfFiles (src/tools/java) and prints what
differs from numpy's spectra by more than 1e-9 of the largest value. reference writes the small files of
src/test/resources/reference/random with what numpy says of them.
"""

import argparse
import collections
import json
import os
import pickle
import subprocess
import sys

import numpy as np
import scipy.io
import scipy.sparse as sparse


def available(name):
    try:
        return __import__(name)
    except ImportError:
        return None


h5py = available("h5py")
torch = available("torch")
pandas = available("pandas")
tables = available("tables")
hdf5plugin = available("hdf5plugin")
onnx = available("onnx")
flatbuffers = available("flatbuffers")
safetensors = available("safetensors")
gguf = available("gguf")


def spectrum(matrix):
    """What is taken of a matrix: eigenvalues of a Hermitian one, squared singular values of any other."""
    if sparse.issparse(matrix):
        matrix = matrix.toarray()
    matrix = np.asarray(matrix)
    wide = matrix.astype(complex if np.iscomplexobj(matrix) else float)
    if wide.shape[0] == wide.shape[1] and np.allclose(wide, wide.conj().T, rtol=1e-6, atol=0):
        return np.linalg.eigvalsh(wide)
    return np.linalg.svd(wide, compute_uv=False) ** 2


class Maker:
    """Random matrices, and a file name for each."""

    def __init__(self, folder, seed, largest=40):
        self.folder = folder
        self.random = np.random.default_rng(seed)
        self.largest = largest
        self.expected = {}
        self.number = 0

    def path(self, ending):
        self.number += 1
        return os.path.join(self.folder, f"f{self.number:04d}.{ending}")

    def expect(self, path, name, matrix):
        self.expected[path + ("#" + name if name else "")] = [float(v) for v in np.sort(spectrum(matrix))]

    def real(self, rows=None, columns=None):
        rows = rows or int(self.random.integers(3, self.largest))
        columns = columns or int(self.random.integers(3, self.largest))
        return self.random.standard_t(4, size=(rows, columns)) * 10 ** self.random.uniform(-3, 3)

    def complex(self):
        a = self.real()
        kind = self.random.integers(4)
        both = a + 1j * self.real(*a.shape)
        if kind == 0:
            n = min(a.shape)
            square = both[:n, :n]
            return (square + square.conj().T) / 2
        return both.astype(np.complex64) if kind == 1 else both

    def sparse(self, is_complex):
        m, n = self.random.integers(4, self.largest, size=2)
        draw = lambda: sparse.random(m, n, 0.3, random_state=int(self.random.integers(1 << 30)))
        return (draw() + 1j * draw() if is_complex else draw()).tocsr()

    def any(self):
        return self.complex() if self.random.random() < 0.6 else self.real()


def npy(make):
    path, a = make.path("npy"), make.any()
    if make.random.random() < 0.3:
        a = np.asfortranarray(a)
    if make.random.random() < 0.3:
        a = a.astype(a.dtype.newbyteorder(">"))
    np.save(path, a)
    make.expect(path, "", a)


def npz(make):
    path, arrays = make.path("npz"), {k: make.any() for k in "ab"}
    stack = np.stack([arrays["a"], 2 * arrays["a"]])
    (np.savez if make.random.random() < 0.5 else np.savez_compressed)(path, stack=stack, **arrays)
    for k, a in arrays.items():
        make.expect(path, k, a)
    make.expect(path, "stack[1]", 2 * arrays["a"])


def scipy_sparse(make):
    path, a = make.path("npz"), make.sparse(make.random.random() < 0.6)
    sparse.save_npz(path, a.asformat(str(make.random.choice(["csr", "csc", "coo", "bsr", "dia"]))))
    make.expect(path, "", a)


def mat(make):
    path = make.path("mat")
    arrays = {"a": make.any(), "s": make.sparse(make.random.random() < 0.6).tocsc()}
    old = make.random.random() < 0.3
    scipy.io.savemat(path, arrays, format="4" if old else "5", do_compression=not old and make.random.random() < 0.5)
    for k, a in arrays.items():
        make.expect(path, k, a)


def matrix_market(make):
    path = make.path("mtx")
    a = make.sparse(make.random.random() < 0.6) if make.random.random() < 0.5 else make.any()
    square = make.random.random() < 0.5
    symmetry = "general"
    if square:
        b = a.toarray() if sparse.issparse(a) else np.asarray(a)
        n = min(b.shape)
        b = b[:n, :n].astype(complex if np.iscomplexobj(b) else float)
        symmetry = str(make.random.choice(["symmetric", "hermitian" if np.iscomplexobj(b) else "symmetric"]))
        b = b + (b.T if symmetry == "symmetric" else b.conj().T)
        a = sparse.coo_matrix(b) if sparse.issparse(a) else b
    if not sparse.issparse(a):
        a = a.astype(complex if np.iscomplexobj(a) else float)
    scipy.io.mmwrite(path, a, symmetry=symmetry, precision=17)
    make.expect(path, "", a)


def text(make):
    path, a = make.path("csv"), make.any()
    a = a.astype(complex if np.iscomplexobj(a) else float)
    kind = make.random.integers(3)
    if kind == 0:
        np.savetxt(path, a, delimiter=",")
    elif kind == 1 and pandas:
        pandas.DataFrame(a, columns=[f"c{i}" for i in range(a.shape[1])]).to_csv(path, index=bool(make.random.integers(2)))
    else:
        with open(path, "w") as out:
            for row in a:
                cells = [repr(float(z)) if not np.iscomplexobj(a) else f"{z.real!r}{z.imag:+.17g}i" for z in row]
                out.write(";".join(cells) + "\n")
    make.expect(path, "", a)


def pickled(make):
    path = make.path("pkl")
    arrays = {"a": make.any(), "s": make.sparse(make.random.random() < 0.6)}
    with open(path, "wb") as out:
        pickle.dump(arrays, out, protocol=int(make.random.integers(1, 6)))
    for k, a in arrays.items():
        make.expect(path, k, a)


def hdf5(make):
    path, how = make.path("h5"), {}
    with h5py.File(path, "w", libver=str(make.random.choice(["earliest", "latest"]))) as out:
        for k in "abc":
            a = make.any()
            options = {}
            if make.random.random() < 0.8:
                options["chunks"] = tuple(int(make.random.integers(1, s + 1)) for s in a.shape)
                real = [{"compression": "gzip", "shuffle": True}, {"compression": "lzf"}, {"fletcher32": True}]
                if hdf5plugin:
                    real.append(dict(hdf5plugin.LZ4()))
                    for codec in ("blosclz", "lz4", "lz4hc", "zlib"):
                        real.append(dict(hdf5plugin.Blosc(cname=codec, shuffle=int(make.random.integers(2)))))
                options.update(real[make.random.integers(len(real))])
                if make.random.random() < 0.2 and not np.iscomplexobj(a):
                    a = np.round(100 * a).astype(str(make.random.choice(["i4", "i8", ">i4", "f8", ">f4"])))
                    options = {"chunks": options["chunks"], "scaleoffset": 0 if a.dtype.kind == "i" else 3}
                    if make.random.random() < 0.4:
                        options["compression"] = "gzip"
            out.create_dataset(k, data=a, **options)
            how[k] = out[k][()]
    for k, a in how.items():
        make.expect(path, k, a)


def pytables(make):
    path, how = make.path("h5"), {}
    with tables.open_file(path, "w") as out:
        for k in "ab":
            a = np.round(make.real(), 2)
            codec = str(make.random.choice(["blosc:blosclz", "blosc:lz4", "blosc:lz4hc", "blosc:zlib", "zlib"]))
            filters = tables.Filters(complevel=int(make.random.integers(1, 10)), complib=codec, shuffle=bool(make.random.integers(2)))
            out.create_carray("/", k, obj=a, filters=filters)
            how[k] = a
    for k, a in how.items():
        make.expect(path, k, a)


def torch_saved(make):
    path = make.path("pt")
    state, how = {}, {}
    for k in "ab":
        a = make.any()
        t = torch.tensor(a)
        if make.random.random() < 0.3:
            t, a = t.T, a.T
        if make.random.random() < 0.3:
            t, a = t[:, 1:], a[:, 1:]
        state[k], how[k] = t, a
    s = make.sparse(make.random.random() < 0.6)
    state["s"], how["s"] = torch.tensor(s.toarray()).to_sparse(), s
    w = torch.tensor(make.real().astype(np.float32))
    scale = float(w.abs().max()) / 100
    state["q"] = torch.quantize_per_tensor(w, scale, 3, torch.qint8)
    # torch dequantises in single precision
    how["q"] = (state["q"].int_repr().numpy().astype(float) - 3) * state["q"].q_scale()
    torch.save(state, path, _use_new_zipfile_serialization=make.random.random() < 0.7)
    for k, a in how.items():
        make.expect(path, k, np.asarray(a.toarray() if sparse.issparse(a) else a))


def safetensor(make):
    from safetensors.torch import save_file

    path = make.path("safetensors")
    a = make.any()
    if a.dtype == np.complex128:
        a = a.astype(np.complex64)
    rank = int(make.random.integers(2, 6))
    down, up = make.real(rank, 20).astype(np.float32), make.real(30, rank).astype(np.float32)
    alpha = float(make.random.integers(1, 9))
    experts = make.random.normal(size=(3, 8, 12)).astype(np.float32)
    save_file(
        {
            "a": torch.tensor(np.ascontiguousarray(a)),
            "l.lora_down.weight": torch.tensor(down),
            "l.lora_up.weight": torch.tensor(up),
            "l.alpha": torch.tensor(alpha),
            "m.experts.w1": torch.tensor(experts),
        },
        path,
    )
    make.expect(path, "a", a)
    make.expect(path, "l.lora_BA.weight", alpha / rank * up.astype(float) @ down.astype(float))
    make.expect(path, "m.experts.w1[2]", experts[2])


def onnx_model(make):
    from onnx import TensorProto, helper, numpy_helper

    path = make.path("onnx")
    a = make.any()
    rows = int(make.random.integers(3, 20))
    q = make.random.integers(-128, 128, size=(rows, 9)).astype(np.int8)
    scale = make.random.uniform(0.01, 1, size=rows).astype(np.float32)
    nodes = [
        helper.make_node("Identity", ["a"], ["o"]),
        helper.make_node("DequantizeLinear", ["q", "s"], ["d"], axis=0),
    ]
    outputs = [helper.make_tensor_value_info("d", TensorProto.FLOAT, list(q.shape))]
    initial = [numpy_helper.from_array(np.ascontiguousarray(v), n) for n, v in (("a", a), ("q", q), ("s", scale))]
    onnx.save(helper.make_model(helper.make_graph(nodes, "g", [], outputs, initializer=initial)), path)
    make.expect(path, "a", a)
    make.expect(path, "q", q.astype(float) * scale.astype(float)[:, None])


# TensorFlow Lite: numbers of types, operators and fields from its schema; the tables are written by the flatbuffers package.
TFLITE_TYPES = {"float32": 0, "float16": 1, "int32": 2, "uint8": 3, "int8": 9, "int16": 7}
FULLY_CONNECTED, CONV, DEPTHWISE, DEQUANTIZE = 9, 3, 4, 6


def tflite_bytes(tensors):
    """tensors: (name, array, scales, zero points, axis, operator or None)."""
    b = flatbuffers.Builder(1 << 12)

    def ints(values, width=4):
        b.StartVector(width, len(values), width)
        for v in reversed(values):
            (b.PrependInt64 if width == 8 else b.PrependInt32)(int(v))
        return b.EndVector() if flatbuffers.__version__ >= "2" else b.EndVector(len(values))

    def floats(values):
        b.StartVector(4, len(values), 4)
        for v in reversed(values):
            b.PrependFloat32(float(v))
        return b.EndVector() if flatbuffers.__version__ >= "2" else b.EndVector(len(values))

    def offsets(values):
        b.StartVector(4, len(values), 4)
        for v in reversed(values):
            b.PrependUOffsetTRelative(v)
        return b.EndVector() if flatbuffers.__version__ >= "2" else b.EndVector(len(values))

    buffers, listed, operators, codes = [], [], [], []
    b.StartObject(1)
    buffers.append(b.EndObject())
    for name, array, scales, zeros, axis, operator in tensors:
        data = b.CreateByteVector(array.tobytes())
        b.StartObject(1)
        b.PrependUOffsetTRelativeSlot(0, data, 0)
        buffers.append(b.EndObject())
        quantization = None
        if scales is not None:
            s, z = floats(scales), ints(zeros, 8)
            b.StartObject(7)
            b.PrependUOffsetTRelativeSlot(2, s, 0)
            b.PrependUOffsetTRelativeSlot(3, z, 0)
            b.PrependInt32Slot(6, axis, 0)
            quantization = b.EndObject()
        shape, text = ints(array.shape), b.CreateString(name)
        b.StartObject(8)
        b.PrependUOffsetTRelativeSlot(0, shape, 0)
        b.PrependInt8Slot(1, TFLITE_TYPES[array.dtype.name], 0)
        b.PrependUint32Slot(2, len(buffers) - 1, 0)
        b.PrependUOffsetTRelativeSlot(3, text, 0)
        if quantization is not None:
            b.PrependUOffsetTRelativeSlot(4, quantization, 0)
        listed.append(b.EndObject())
        if operator is not None:
            if operator not in codes:
                codes.append(operator)
            inputs = ints([-1, len(listed) - 1])
            b.StartObject(9)
            b.PrependUint32Slot(0, codes.index(operator), 0)
            b.PrependUOffsetTRelativeSlot(1, inputs, 0)
            operators.append(b.EndObject())
    rows = []
    for code in codes:
        b.StartObject(4)
        b.PrependInt8Slot(0, code, 0)
        rows.append(b.EndObject())
    code_vector, tensor_vector, operator_vector = offsets(rows), offsets(listed), offsets(operators)
    b.StartObject(5)
    b.PrependUOffsetTRelativeSlot(0, tensor_vector, 0)
    b.PrependUOffsetTRelativeSlot(3, operator_vector, 0)
    graphs = offsets([b.EndObject()])
    buffer_vector = offsets(buffers)
    b.StartObject(5)
    b.PrependUint32Slot(0, 3, 0)
    b.PrependUOffsetTRelativeSlot(1, code_vector, 0)
    b.PrependUOffsetTRelativeSlot(2, graphs, 0)
    b.PrependUOffsetTRelativeSlot(4, buffer_vector, 0)
    b.Finish(b.EndObject(), file_identifier=b"TFL3")
    return bytes(b.Output())


def tflite(make):
    path = make.path("tflite")
    n = lambda: int(make.random.integers(3, 9))
    dense = make.real().astype(np.float32)
    half = make.real(n(), n()).astype(np.float16)
    whole = make.random.integers(0, 256, size=(n(), n())).astype(np.uint8)
    conv = make.random.integers(-128, 128, size=(n(), 3, 2, n())).astype(np.int8)
    scales = make.random.uniform(0.01, 1, size=conv.shape[0]).astype(np.float32)
    depth = make.random.integers(-128, 128, size=(1, 3, 3, n())).astype(np.int8)
    depth_scales = make.random.uniform(0.01, 1, size=depth.shape[3]).astype(np.float32)
    with open(path, "wb") as out:
        out.write(
            tflite_bytes(
                [
                    ("dense", dense, None, None, 0, FULLY_CONNECTED),
                    ("half", half, None, None, 0, None),
                    ("whole", whole, [0.25], [100], 0, FULLY_CONNECTED),
                    ("conv", conv, scales, [0] * len(scales), 0, CONV),
                    ("depth", depth, depth_scales, [0] * len(depth_scales), 3, DEPTHWISE),
                ]
            )
        )
    make.expect(path, "dense", dense)
    make.expect(path, "half", half)
    make.expect(path, "whole", (whole.astype(float) - 100) * 0.25)
    make.expect(path, "conv", (conv * scales.astype(float)[:, None, None, None]).reshape(conv.shape[0], -1))
    make.expect(path, "depth", (depth * depth_scales.astype(float))[0].transpose(2, 0, 1).reshape(depth.shape[3], -1))


def tfjs(make):
    folder = make.path("tfjs")
    os.makedirs(folder)
    path = os.path.join(folder, "model.json")
    dense = make.real().astype(np.float32)
    kernel = make.random.integers(0, 65536, size=(3, 2, 5, 7)).astype(np.uint16)
    bytes8 = make.random.integers(0, 256, size=(11, 6)).astype(np.uint8)
    half = make.real(6, 9).astype(np.float16)
    rule = {"min": -1.5, "scale": 0.0123, "original_dtype": "float32"}
    weights = [
        {"name": "dense/kernel", "shape": dense.shape, "dtype": "float32"},
        {"name": "conv2d/kernel", "shape": kernel.shape, "dtype": "float32", "quantization": {"dtype": "uint16", **rule}},
        {"name": "bytes/kernel", "shape": bytes8.shape, "dtype": "float32", "quantization": {"dtype": "uint8", **rule}},
        {"name": "half/kernel", "shape": half.shape, "dtype": "float32", "quantization": {"dtype": "float16", "original_dtype": "float32"}},
    ]
    raw = b"".join(a.tobytes() for a in (dense, kernel, bytes8, half))
    cut = int(make.random.integers(1, len(raw)))
    for i, part in enumerate((raw[:cut], raw[cut:])):
        with open(os.path.join(folder, f"group1-shard{i + 1}of2.bin"), "wb") as out:
            out.write(part)
    manifest = [{"paths": ["group1-shard1of2.bin", "group1-shard2of2.bin"], "weights": weights}]
    with open(path, "w") as out:
        json.dump({"format": "layers-model", "modelTopology": {"model_config": {}}, "weightsManifest": manifest}, out)
    scaled = lambda a: a.astype(float) * rule["scale"] + rule["min"]
    make.expect(path, "dense/kernel", dense)
    make.expect(path, "conv2d/kernel", scaled(kernel).transpose(3, 2, 0, 1).reshape(7, -1))
    make.expect(path, "bytes/kernel", scaled(bytes8))
    make.expect(path, "half/kernel", half)


def virtual(make):
    """A virtual dataset of random parts of random sources, in the same file and in others, and a reference to a region beside it."""
    path, parts = make.path("h5"), []
    for i in range(int(make.random.integers(1, 4))):
        name = os.path.basename(path)[:-3] + f"-{i}.h5"
        with h5py.File(os.path.join(make.folder, name), "w", libver=str(make.random.choice(["earliest", "latest"]))) as out:
            a = make.real().astype(str(make.random.choice(["f8", "f4"])))
            chunks = tuple(int(make.random.integers(1, s + 1)) for s in a.shape) if make.random.random() < 0.5 else None
            parts.append((name, out.create_dataset("g/d", data=a, chunks=chunks, compression="gzip" if chunks else None).shape))
    rows, columns = make.random.integers(8, 60, size=2)
    layout = h5py.VirtualLayout((int(rows), int(columns)), dtype=str(make.random.choice(["f8", "f4"])))
    mapped = 0
    for _ in range(int(make.random.integers(1, 7))):
        name, shape = parts[make.random.integers(len(parts))]
        taken, placed = [], []
        for size, whole in zip(shape, layout.shape):
            count = int(make.random.integers(1, min(size, whole) + 1))
            for n, where in ((size, taken), (whole, placed)):
                step = int(make.random.integers(1, n // count + 1))
                start = int(make.random.integers(0, n - (count - 1) * step))
                where.append(slice(start, start + (count - 1) * step + 1, step))
        # HDF5 counts mapped entries with their overlaps, and leaves out the fill value where they seem to be all
        mapped += int(np.prod([len(range(*where.indices(n))) for where, n in zip(placed, layout.shape)]))
        if mapped < rows * columns:
            layout[tuple(placed)] = h5py.VirtualSource(name, "g/d", shape)[tuple(taken)]
    with h5py.File(path, "w", libver=str(make.random.choice(["earliest", "latest"]))) as out:
        out.create_virtual_dataset("v", layout, fillvalue=float(make.random.integers(-2, 3)))
        twice = h5py.VirtualLayout((int(rows), 2 * int(columns)), dtype="f8")
        twice[:, : int(columns)] = h5py.VirtualSource(".", "v", layout.shape)
        twice[:, int(columns) :] = h5py.VirtualSource(".", "v", layout.shape)
        out.create_virtual_dataset("nested", twice)
        inside = out.create_dataset("inside", data=make.real())
        inside.attrs["region"] = inside.regionref[1:3, :]
        how = {k: out[k][()] for k in ("v", "nested", "inside")}
    for k, a in how.items():
        make.expect(path, k, a)


def lycoris(make):
    from safetensors.torch import save_file

    path, tensors, how = make.path("safetensors"), {}, {}

    def draw(*shape):
        return make.random.normal(size=shape).astype(np.float32)

    def keep(name, **factors):
        tensors.update({f"{name}.{k.replace('__', '.')}": torch.tensor(v) for k, v in factors.items()})
        return [v.astype(float) for v in factors.values()]

    out, inside, r, k = (int(make.random.integers(2, n)) for n in (20, 20, 6, 4))
    alpha = np.float32(make.random.integers(1, 9))
    up, mid, down = keep("a", lora_up__weight=draw(out, r, 1, 1), lora_mid__weight=draw(r, r, k, k), lora_down__weight=draw(r, inside, 1, 1))
    how["a.lora_delta.weight"] = (r, np.einsum("oa,abkl,bi->oikl", up[:, :, 0, 0], mid, down[:, :, 0, 0]))
    a, b, c, d = keep("b", hada_w1_a=draw(out, r), hada_w1_b=draw(r, inside), hada_w2_a=draw(out, r), hada_w2_b=draw(r, inside))
    how["b.hada_delta"] = (r, (a @ b) * (c @ d))
    a, b, t, c, d, u = keep(
        "c", hada_w1_a=draw(r, out), hada_w1_b=draw(r, inside), hada_t1=draw(r, r, k, k), hada_w2_a=draw(r, out), hada_w2_b=draw(r, inside), hada_t2=draw(r, r, k, k))
    how["c.hada_delta"] = (r, np.einsum("abkl,ao,bi->oikl", t, a, b) * np.einsum("abkl,ao,bi->oikl", u, c, d))
    w, c, d = keep("d", lokr_w1=draw(3, 2), lokr_w2_a=draw(out, r), lokr_w2_b=draw(r, inside))
    how["d.lokr_delta"] = (r, np.kron(w, c @ d))
    w, c, d, t = keep("e", lokr_w1=draw(2, 3), lokr_w2_a=draw(r, out), lokr_w2_b=draw(r, inside), lokr_t2=draw(r, r, k, k))
    cp = np.einsum("abkl,ao,bi->oikl", t, c, d)
    how["e.lokr_delta"] = (r, np.einsum("ab,cdkl->acbdkl", w, cp).reshape(2 * out, 3 * inside, k, k))
    for name in "abcde":
        tensors[name + ".alpha"] = torch.tensor(alpha)
    w, down, up, m = keep("f", weight=draw(out, inside), lora_A__weight=draw(r, inside), lora_B__weight=draw(out, r), lora_magnitude_vector=np.abs(draw(out)))
    v = w + up @ down
    save_file(tensors, path)
    make.expect(path, "f.lora_applied.weight", v / np.linalg.norm(v, axis=1, keepdims=True) * m[:, None])
    for name, (rank, delta) in how.items():
        make.expect(path, name, float(alpha) / rank * delta.reshape(len(delta), -1))


def branches(make):
    """Two branches of an If with the same names of initializers."""
    from onnx import TensorProto, helper, numpy_helper

    path, parts = make.path("onnx"), {}

    def branch(which):
        parts[which] = make.real()
        out = helper.make_tensor_value_info(which, TensorProto.DOUBLE, None)
        return helper.make_graph([helper.make_node("Identity", ["w"], [which])], which, [], [out], [numpy_helper.from_array(parts[which], "w")])

    node = helper.make_node("If", ["flag"], ["y"], name="/If", then_branch=branch("t"), else_branch=branch("e"))
    outputs = [helper.make_tensor_value_info("y", TensorProto.DOUBLE, None)]
    flag = helper.make_tensor_value_info("flag", TensorProto.BOOL, [])
    onnx.save(helper.make_model(helper.make_graph([node], "g", [flag], outputs)), path)
    make.expect(path, "/If/then_branch/w", parts["t"])
    make.expect(path, "/If/else_branch/w", parts["e"])


def gguf_blocks(make):
    """Blocks that the package's quantisers make, and what its decoders say of them (in single precision, here of few digits more)."""
    path = make.path("gguf")
    writer = gguf.GGUFWriter(path, "llama")
    how = {}
    for name in ("Q4_0", "Q4_1", "Q5_0", "Q5_1", "Q8_0", "BF16", "TQ1_0", "TQ2_0", "MXFP4"):
        kind = gguf.GGMLQuantizationType[name]
        blocks = gguf.quants.quantize(make.random.normal(size=(int(make.random.integers(2, 9)), 256)).astype(np.float32), kind)
        how[name] = gguf.quants.dequantize(blocks, kind)
        writer.add_tensor(name, blocks, raw_dtype=kind)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    for name, a in how.items():
        # offsets added in single precision differ by its rounding, which is above what check lets pass
        if name not in ("Q4_1", "Q5_1"):
            make.expect(path, name, a)


KINDS = [
    (npy, True),
    (npz, True),
    (scipy_sparse, True),
    (mat, True),
    (matrix_market, True),
    (text, True),
    (pickled, True),
    (hdf5, h5py),
    (pytables, tables),
    (torch_saved, torch),
    (safetensor, safetensors and torch),
    (onnx_model, onnx),
    (tflite, flatbuffers),
    (tfjs, True),
]

# after the others, and not among the reference files, so that those stay as they are
LATER = [
    (virtual, h5py),
    (lycoris, safetensors and torch),
    (branches, onnx),
    (gguf_blocks, gguf),
]


def read(targets, folder, classpath):
    """The spectra of the program, by target."""
    listed, answers = os.path.join(folder, "targets.txt"), os.path.join(folder, "answers.jsonl")
    with open(listed, "w") as out:
        out.write("\n".join(targets))
    quiet = "-Djava.util.logging.config.file=src/build/dist/conf/logging.properties"
    command = ["java", "--enable-native-access=ALL-UNNAMED", quiet, "-cp", classpath, "org.eigenscope.analysis.SpectraOfFiles"]
    subprocess.run(command + [listed, answers], check=True)
    found = {}
    with open(answers) as lines:
        for line in lines:
            one = json.loads(line)
            found[one["file"] + ("#" + one["name"] if one["name"] else "")] = one
    return found


def check(arguments):
    os.makedirs(arguments.folder, exist_ok=True)
    make = Maker(arguments.folder, arguments.seed)
    usable = [kind for kind, needed in KINDS + LATER if needed]
    kinds = {}
    for i in range(arguments.files):
        before = set(make.expected)
        kind = usable[i % len(usable)]
        kind(make)
        kinds.update({target: kind.__name__ for target in set(make.expected) - before})
    found = read(list(make.expected), arguments.folder, arguments.classpath)
    worst, wrong, counts = collections.Counter(), 0, collections.Counter(kinds.values())
    for target, expected in make.expected.items():
        expected = np.array(expected)
        values = np.array(found.get(target, {}).get("values", []))
        fits = len(values) == len(expected)
        error = np.abs(values - expected).max() / np.abs(expected).max() if fits else np.inf
        worst[kinds[target]] = max(worst[kinds[target]], error)
        if not error < 1e-9:
            wrong += 1
            print("WRONG", target, error, {k: v for k, v in found.get(target, {}).items() if k != "values"})
    for kind in sorted(counts):
        print(f"{kind:14s} {counts[kind]:5d} matrices, largest difference {worst[kind]:.1e} of the largest value")
    print(f"{arguments.files} files, {len(make.expected)} matrices, {wrong} wrong")
    return wrong == 0


def packed(make):
    """Chunks long and regular enough for each codec to pack them."""
    path = os.path.join(make.folder, "filters.h5")
    blocks = np.kron(make.random.integers(0, 3, size=(20, 8)), np.ones((1, 8))) + np.eye(20, 64)
    whole = make.random.integers(0, 5, size=(120, 16)).astype("i2")
    far = np.tile(make.random.normal(size=(1, 1300)).astype("f4"), (10, 1)) + np.eye(10, 1300, dtype="f4")
    with h5py.File(path, "w") as out:
        for name, a in (("blocks", blocks), ("whole", whole)):
            out.create_dataset(name + "_frame", data=a, chunks=a.shape, **hdf5plugin.LZ4(nbytes=2048))
            for codec in ("blosclz", "lz4", "zlib"):
                options = hdf5plugin.Blosc(cname=codec, clevel=9, shuffle=1)
                out.create_dataset(f"{name}_{codec}", data=a, chunks=a.shape, **options)
            out.create_dataset(name + "_scaled", data=a, chunks=(7, 9), scaleoffset=0 if a.dtype.kind == "i" else 2)
            out.create_dataset(name + "_both", data=a, chunks=(7, 9), scaleoffset=0 if a.dtype.kind == "i" else 2, compression="gzip")
        out.create_dataset("far", data=far, chunks=far.shape, **hdf5plugin.Blosc(cname="blosclz", clevel=9, shuffle=0))
        out.create_dataset("zstd", data=blocks, chunks=blocks.shape, **hdf5plugin.Blosc(cname="zstd"))
        out.create_dataset("snappy", data=blocks, chunks=blocks.shape, **hdf5plugin.Blosc(cname="snappy"))
        out.create_dataset("bits", data=whole, chunks=whole.shape, **hdf5plugin.Blosc(cname="lz4", shuffle=2))
        for name in out:
            if name not in ("zstd", "snappy", "bits"):
                make.expect(path, name, out[name][()])


def hermitian(make):
    n = 64
    g = make.random.normal(size=(n, n)) + 1j * make.random.normal(size=(n, n))
    gue = ((g + g.conj().T) / 2 / np.sqrt(n)).astype(np.complex64)
    np.save(os.path.join(make.folder, "gue.npy"), gue)
    make.expect(os.path.join(make.folder, "gue.npy"), "", gue)
    small = gue[:12, :12].astype(complex)
    scipy.io.mmwrite(os.path.join(make.folder, "hermitian.mtx"), small, symmetry="hermitian", precision=17)
    make.expect(os.path.join(make.folder, "hermitian.mtx"), "", small)
    skew = sparse.coo_matrix(small - small.T)
    scipy.io.mmwrite(os.path.join(make.folder, "skew.mtx"), skew, symmetry="skew-symmetric", precision=17)
    make.expect(os.path.join(make.folder, "skew.mtx"), "", skew)


def reference(arguments):
    make = Maker(arguments.folder, 16, largest=12)
    os.makedirs(arguments.folder, exist_ok=True)
    packed(make)
    hermitian(make)
    for kind, needed in KINDS:
        if needed:
            for _ in range(2):
                kind(make)
    told = {os.path.relpath(k.split("#")[0], arguments.folder) + ("#" + k.split("#", 1)[1] if "#" in k else ""): v for k, v in make.expected.items()}
    with open(os.path.join(arguments.folder, "expected.json"), "w") as out:
        json.dump(told, out, indent=1, sort_keys=True)
    return True


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["check", "reference"])
    parser.add_argument("folder")
    parser.add_argument("--files", type=int, default=1200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--classpath", default="target/test-classes:target/classes:target/lib/*")
    arguments = parser.parse_args()
    return 0 if (check if arguments.what == "check" else reference)(arguments) else 1


if __name__ == "__main__":
    sys.exit(main())
