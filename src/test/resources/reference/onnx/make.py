"""Writes the files of this folder, values.json and expected.json; needs PyTorch and numpy. Run it here: python3 make.py"""

import json
import struct

import numpy as np
import torch

torch.manual_seed(20240613)
rng = np.random.default_rng(20240613)
values, spectra = {}, {}


def keep(address, array):
    flat = np.asarray(array, dtype=np.float64).reshape(len(array), -1)
    values[address] = [[repr(float(v)) for v in row] for row in flat]
    eigenvalues = np.sort(np.linalg.svd(flat, compute_uv=False) ** 2)
    spectra[address] = {"shape": list(flat.shape), "eigenvalues": [float(v) for v in eigenvalues]}


model = torch.nn.Sequential(torch.nn.Conv2d(2, 3, 3), torch.nn.Flatten(), torch.nn.Linear(12, 5))
torch.onnx.export(model, torch.zeros(1, 2, 4, 4), "exported.onnx", do_constant_folding=False)
for key, tensor in model.state_dict().items():
    if tensor.ndim > 1:
        keep(f"exported.onnx#{key}", tensor.numpy())


# the wire format
def varint(n):
    n &= 2**64 - 1
    out = b""
    while n > 127:
        out += bytes([n & 127 | 128])
        n >>= 7
    return out + bytes([n])


def number(field, n):
    return varint(field << 3) + varint(n)


def chunk(field, content):
    content = content.encode() if isinstance(content, str) else content
    return varint(field << 3 | 2) + varint(len(content)) + content


FLOAT, UINT8, INT8, UINT16, INT16, INT32, INT64, STRING, BOOL, HALF, DOUBLE, UINT32, UINT64, C64, BRAIN = 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16


def tensor(name, kind, shape, *data, packed_shape=True):
    dims = chunk(1, b"".join(varint(n) for n in shape)) if packed_shape else b"".join(number(1, n) for n in shape)
    return dims + number(2, kind) + chunk(8, name) + b"".join(data)


def raw(array):
    return chunk(9, array.tobytes())


def varints(field, numbers):
    return chunk(field, b"".join(varint(int(n)) for n in numbers))


def external(location, **keys):
    pairs = {"location": location, **keys}
    return b"".join(chunk(13, chunk(1, k) + chunk(2, str(v))) for k, v in pairs.items()) + number(14, 1)


def graph(*parts):
    return b"".join(parts) + chunk(2, "g")


def initializer(message):
    return chunk(5, message)


def node(output, operation, *attributes):
    return chunk(1, chunk(2, output) + chunk(4, operation) + b"".join(chunk(5, a) for a in attributes))


def write(name, *parts, after=b""):
    with open(name, "wb") as out:
        out.write(number(1, 8) + chunk(2, "make.py") + chunk(7, graph(*parts)) + chunk(8, number(2, 17)) + after)


# every way of writing entries
f4 = rng.normal(size=(3, 4)).astype("<f4")
f8 = rng.normal(size=(3, 4))
f2 = rng.normal(size=(3, 4)).astype("<f2")
brain = (rng.normal(size=(3, 4)).astype("<f4").view("<u4") >> 16).astype("<u2")
signed = rng.integers(-120, 120, size=(3, 4))
wide = rng.integers(-(2**50), 2**50, size=(3, 4))
unsigned = rng.integers(0, 2**32, size=(3, 4))
ways = {
    "raw_f4": (FLOAT, raw(f4), f4),
    "raw_f8": (DOUBLE, raw(f8), f8),
    "raw_f2": (HALF, raw(f2), f2),
    "raw_bf16": (BRAIN, raw(brain), (brain.astype("u4") << 16).view("f4")),
    "raw_i8": (INT8, raw(signed.astype("i1")), signed),
    "raw_u64": (UINT64, raw(unsigned.astype("<u8")), unsigned),
    "float_data": (FLOAT, chunk(4, f4.tobytes()), f4),
    "double_data": (DOUBLE, chunk(10, f8.tobytes()), f8),
    "int32_data": (INT32, varints(5, (signed * 10**6).flat), signed * 10**6),
    "int8": (INT8, varints(5, signed.flat), signed),
    "int16": (INT16, varints(5, (signed * 100).flat), signed * 100),
    "uint8": (UINT8, varints(5, (signed + 120).flat), signed + 120),
    "bool": (BOOL, varints(5, (signed > 0).flat), signed > 0),
    "half": (HALF, varints(5, f2.view("<u2").flat), f2),
    "brain": (BRAIN, varints(5, brain.flat), (brain.astype("u4") << 16).view("f4")),
    "int64_data": (INT64, varints(7, wide.flat), wide),
    "uint64_data": (UINT64, varints(11, unsigned.flat), unsigned),
    "uint32": (UINT32, varints(11, unsigned.flat), unsigned),
}
write("ways.onnx", *(initializer(tensor(k, kind, (3, 4), data, packed_shape=i % 2 == 0)) for i, (k, (kind, data, _)) in enumerate(ways.items())))
for key, (_, _, array) in ways.items():
    keep(f"ways.onnx#{key}", array)

# constants, graphs inside nodes, functions
inner = graph(initializer(tensor("inside", FLOAT, (3, 4), raw(f4))), node("deep", "Constant", chunk(1, "value") + chunk(5, tensor("", FLOAT, (3, 4), raw(f4 + 1)))))
other = graph(initializer(tensor("inside", FLOAT, (3, 4), raw(f4 + 2))))
write(
    "nested.onnx",
    node("const", "Constant", chunk(1, "value") + chunk(5, tensor("", DOUBLE, (3, 4), raw(f8)))),
    node("branch", "If", chunk(1, "then_branch") + chunk(6, inner), chunk(1, "else_branch") + chunk(6, other)),
    after=chunk(25, chunk(1, "f") + chunk(7, chunk(2, "in_function") + chunk(5, chunk(5, tensor("", FLOAT, (3, 4), raw(f4 + 3)))))),
)
for key, array in (("const", f8), ("branch/then_branch/inside", f4), ("deep", f4 + 1), ("branch/else_branch/inside", f4 + 2), ("in_function", f4 + 3)):
    keep(f"nested.onnx#{key}", array)

# names that count, and the nodes that use them
def used(output, name, operation, *inputs):
    return chunk(1, b"".join(chunk(1, i) for i in inputs) + chunk(2, output) + chunk(3, name) + chunk(4, operation))


write(
    "counted.onnx",
    used("y", "/encoder/layer.0/query/MatMul", "MatMul", "x", "onnx::MatMul_896"),
    used("z", "/rnn/LSTM", "LSTM", "y", "onnx::LSTM_12", "onnx::LSTM_13"),
    used("q", "/pair/Gemm", "Gemm", "901", "902"),
    used("r", "", "MatMul", "q", "903"),
    used("s", "/head/MatMul", "MatMul", "r", "head.weight_1"),
    *(
        initializer(tensor(name, DOUBLE, (3, 4), raw(f8 + i)))
        for i, name in enumerate(
            ("onnx::MatMul_896", "onnx::LSTM_12", "onnx::LSTM_13", "901", "902", "903", "head.weight_1"))
    ),
)
keep("counted.onnx#/encoder/layer.0/query/MatMul", f8)
keep("counted.onnx#/rnn/LSTM/W", f8 + 1)

# data beside the model
with open("external.onnx_data", "wb") as out:
    out.write(bytes(64) + f8.tobytes() + f4.tobytes())
write(
    "external.onnx",
    initializer(tensor("w", DOUBLE, (3, 4), external("external.onnx_data", offset=64, length=96))),
    initializer(tensor("tail", FLOAT, (3, 4), external("external.onnx_data", offset=160))),
    initializer(tensor("beyond", FLOAT, (3, 4), external("external.onnx_data", offset=161))),
    initializer(tensor("length", FLOAT, (3, 4), external("external.onnx_data", offset=0, length=40))),
    initializer(tensor("up", FLOAT, (3, 4), external("../io/version1.npy"))),
    initializer(tensor("root", FLOAT, (3, 4), external("/etc/passwd"))),
    initializer(tensor("gone", FLOAT, (3, 4), external("gone.bin"))),
    initializer(tensor("place", FLOAT, (3, 4), external("external.onnx_data", offset="-5"))),
)
keep("external.onnx#w", f8)
keep("external.onnx#tail", f4)

# what is listed with a reason
write(
    "skipped.onnx",
    initializer(tensor("vector", FLOAT, (3,), raw(f4[0, :3]))),
    initializer(tensor("scalar", FLOAT, (), raw(f4[0, :1]))),
    initializer(tensor("complex", C64, (3, 2), raw(f4))),
    initializer(tensor("string", STRING, (2, 2))),
    initializer(tensor("four_bits", 22, (2, 2), raw(f4))),
    initializer(tensor("short", FLOAT, (3, 5), raw(f4))),
    initializer(tensor("none", FLOAT, (3, 5))),
    initializer(tensor("twice", FLOAT, (3, 4), chunk(4, f4.tobytes()), chunk(4, f4.tobytes()))),
    chunk(15, chunk(1, tensor("sparse", FLOAT, (4,), raw(f4[0]))) + chunk(3, varint(3) + varint(9))),
)
with open("values.json", "w") as out:
    json.dump(values, out)
with open("expected.json", "w") as out:
    json.dump(spectra, out)
