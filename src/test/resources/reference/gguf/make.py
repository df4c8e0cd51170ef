"""Writes the files of this folder, values.json and expected.json; needs numpy only. Run it here: python3 make.py

The layout is that of the GGUF specification (version 3) and of ggml's block formats. Blocks are made of random bits, and
what they stand for is computed here on whole arrays, in a way that has nothing in common with the reader's loops.
"""

import json
import struct

import numpy as np

rng = np.random.default_rng(20240612)
values, spectra = {}, {}


def keep(address, array):
    flat = np.asarray(array, dtype=np.float64).reshape(len(array), -1)
    if flat.size <= 512 and not address.startswith("blocks_big"):
        values[address] = [[repr(float(v)) for v in row] for row in flat]
    eigenvalues = np.sort(np.linalg.svd(flat, compute_uv=False) ** 2)
    spectra[address] = {"shape": list(flat.shape), "eigenvalues": [float(v) for v in eigenvalues]}


def bits(*shape):
    return rng.integers(0, 256, size=shape, dtype=np.uint8)


def halves(n, order):
    return rng.normal(scale=0.05, size=(n, 1)).astype(order + "f2")


def raw(array):
    return np.ascontiguousarray(array).view(np.uint8).reshape(len(array), -1)


def nibbles(q):
    """Lower halves of all bytes, then the upper ones."""
    return np.concatenate([q & 15, q >> 4], axis=-1).astype(np.float64)


def unpack(words, width):
    """The bits of little pieces, lowest first."""
    return (words[..., None] >> np.arange(0, 8 * words.dtype.itemsize, width, dtype=words.dtype)) & ((1 << width) - 1)


def q4_0(n, order):
    d, q = halves(n, order), bits(n, 16)
    return np.hstack([raw(d), q]), d.astype(float) * nibbles(q) - 8 * d.astype(float)


def q4_1(n, order):
    d, m, q = halves(n, order), halves(n, order), bits(n, 16)
    return np.hstack([raw(d), raw(m), q]), d.astype(float) * nibbles(q) + m.astype(float)


def q5_bits(n, order):
    words = rng.integers(0, 2**32, size=n, dtype=np.uint32)
    fifth = ((words[:, None] >> np.arange(32, dtype=np.uint32)) & 1).astype(float)
    return raw(words.astype(order + "u4")), fifth


def q5_0(n, order):
    d, q = halves(n, order), bits(n, 16)
    packed, fifth = q5_bits(n, order)
    return np.hstack([raw(d), packed, q]), d.astype(float) * (nibbles(q) + 16 * fifth) - 16 * d.astype(float)


def q5_1(n, order):
    d, m, q = halves(n, order), halves(n, order), bits(n, 16)
    packed, fifth = q5_bits(n, order)
    return np.hstack([raw(d), raw(m), packed, q]), d.astype(float) * (nibbles(q) + 16 * fifth) + m.astype(float)


def q8_0(n, order):
    d, q = halves(n, order), rng.integers(-127, 128, size=(n, 32), dtype=np.int8)
    return np.hstack([raw(d), q.view(np.uint8)]), d.astype(float) * q


def pairs(q):
    """(n, 64) bytes to (n, 256): two halves of 32 bytes, in each the four pairs of bits in turn."""
    return unpack(q.reshape(-1, 2, 32), 2).transpose(0, 1, 3, 2).reshape(-1, 256).astype(float)


def q2_k(n, order):
    scales, q, d, m = bits(n, 16), bits(n, 64), halves(n, order), halves(n, order)
    s = np.repeat(scales & 15, 16, axis=1).astype(float)
    o = np.repeat(scales >> 4, 16, axis=1).astype(float)
    return np.hstack([scales, q, raw(d), raw(m)]), d.astype(float) * s * pairs(q) - m.astype(float) * o


def q3_k(n, order):
    thirds, q, packed, d = bits(n, 32), bits(n, 64), bits(n, 12), halves(n, order)
    third = unpack(thirds, 1).transpose(0, 2, 1).reshape(n, 256).astype(float)
    lower = np.hstack([packed[:, :8] & 15, packed[:, :8] >> 4])
    upper = unpack(packed[:, 8:], 2).transpose(0, 2, 1).reshape(n, 16)
    s = np.repeat((lower | upper << 4).astype(float) - 32, 16, axis=1)
    return np.hstack([thirds, q, packed, raw(d)]), d.astype(float) * s * (pairs(q) - 4 * (1 - third))


def six_bit_pairs(packed):
    a, b, c = packed[:, 0:4], packed[:, 4:8], packed[:, 8:12]
    scales = np.hstack([a & 63, (c & 15) | (a >> 6) << 4])
    offsets = np.hstack([b & 63, (c >> 4) | (b >> 6) << 4])
    return np.repeat(scales, 32, axis=1).astype(float), np.repeat(offsets, 32, axis=1).astype(float)


def groups(q):
    """(n, 128) bytes to (n, 256): each 32 bytes hold two groups."""
    chunks = q.reshape(-1, 4, 32)
    return np.stack([chunks & 15, chunks >> 4], axis=2).reshape(-1, 256).astype(float)


def q4_k(n, order):
    d, m, packed, q = halves(n, order), halves(n, order), bits(n, 12), bits(n, 128)
    s, o = six_bit_pairs(packed)
    return np.hstack([raw(d), raw(m), packed, q]), (d.astype(float) * s) * groups(q) - m.astype(float) * o


def q5_k(n, order):
    d, m, packed, fifths, q = halves(n, order), halves(n, order), bits(n, 12), bits(n, 32), bits(n, 128)
    s, o = six_bit_pairs(packed)
    fifth = unpack(fifths, 1).transpose(0, 2, 1).reshape(n, 256).astype(float)
    return np.hstack([raw(d), raw(m), packed, fifths, q]), (d.astype(float) * s) * (groups(q) + 16 * fifth) - m.astype(float) * o


def q6_k(n, order):
    lower, upper, d = bits(n, 128), bits(n, 64), halves(n, order)
    scales = rng.integers(-128, 128, size=(n, 16), dtype=np.int8)
    low = lower.reshape(n, 2, 64)
    low = np.concatenate([low & 15, low >> 4], axis=2).reshape(n, 256)
    high = unpack(upper.reshape(n, 2, 32), 2).transpose(0, 1, 3, 2).reshape(n, 256)
    q = (low | high << 4).astype(float) - 32
    return np.hstack([lower, upper, scales.view(np.uint8), raw(d)]), d.astype(float) * np.repeat(scales.astype(float), 16, axis=1) * q


LEVELS = np.array([-127, -104, -83, -65, -49, -35, -22, -10, 1, 13, 25, 38, 53, 69, 89, 113], dtype=float)


def iq4_nl(n, order):
    d, q = halves(n, order), bits(n, 16)
    return np.hstack([raw(d), q]), d.astype(float) * LEVELS[nibbles(q).astype(int)]


def iq4_xs(n, order):
    d, lowers, q = halves(n, order), bits(n, 4), bits(n, 128)
    uppers = rng.integers(0, 2**16, size=n, dtype=np.uint16)
    low = np.stack([lowers & 15, lowers >> 4], axis=2).reshape(n, 8).astype(int)
    high = ((uppers[:, None] >> np.arange(0, 16, 2, dtype=np.uint16)) & 3).astype(int)
    s = np.repeat((low | high << 4) - 32, 32, axis=1).astype(float)
    places = nibbles(q.reshape(n, 8, 16)).reshape(n, 256).astype(int)
    return np.hstack([raw(d), raw(uppers.astype(order + "u2")), lowers, q]), (d.astype(float) * s) * LEVELS[places]


BLOCKS = {
    "q4_0": (2, 32, q4_0), "q4_1": (3, 32, q4_1), "q5_0": (6, 32, q5_0), "q5_1": (7, 32, q5_1), "q8_0": (8, 32, q8_0),
    "q2_k": (10, 256, q2_k), "q3_k": (11, 256, q3_k), "q4_k": (12, 256, q4_k), "q5_k": (13, 256, q5_k),
    "q6_k": (14, 256, q6_k), "iq4_nl": (20, 32, iq4_nl), "iq4_xs": (23, 256, iq4_xs),
}
PLAIN = {"f32": (0, "f4"), "f16": (1, "f2"), "i8": (24, "i1"), "i16": (25, "i2"), "i32": (26, "i4"), "i64": (27, "i8"), "f64": (28, "f8")}


def text(order, string):
    return struct.pack(order + "Q", len(string.encode())) + string.encode()


def setting(order, key, kind, content):
    return text(order, key) + struct.pack(order + "I", kind) + content


def write(name, tensors, order="<", version=3, alignment=32):
    """tensors: name, type number, row-major shape, bytes."""
    settings = [
        setting(order, "general.architecture", 8, text(order, "llama")),
        setting(order, "llama.block_count", 4, struct.pack(order + "I", 2)),
        setting(order, "llama.rope.freq_base", 6, struct.pack(order + "f", 10000.0)),
        setting(order, "tokenizer.ggml.tokens", 9, struct.pack(order + "IQ", 8, 3) + b"".join(text(order, t) for t in "abc")),
        setting(order, "tokenizer.ggml.scores", 9, struct.pack(order + "IQ3f", 6, 3, 1, 2, 3)),
        setting(order, "general.alignment", 4, struct.pack(order + "I", alignment)),
    ]
    head = b"GGUF" + struct.pack(order + "IQQ", version, len(tensors), len(settings)) + b"".join(settings)
    data = b""
    for tensor, kind, shape, content in tensors:
        head += text(order, tensor) + struct.pack(order + "I", len(shape))
        head += struct.pack(f"{order}{len(shape)}Q", *reversed(shape)) + struct.pack(order + "IQ", kind, len(data))
        data += content + bytes(-len(content) % alignment)
    head += bytes(-len(head) % alignment)
    with open(name, "wb") as out:
        out.write(head + data)


def plain(file, order):
    tensors = []
    for key, (number, kind) in PLAIN.items():
        array = rng.normal(size=(3, 5)) if kind[0] == "f" else rng.integers(-100, 100, size=(3, 5))
        array = array.astype(order + kind)
        tensors.append((key, number, (3, 5), array.tobytes()))
        keep(f"{file}#{key}", array)
    brain = (rng.normal(size=(3, 5)).astype("<f4").view("<u4") >> 16).astype(order + "u2")
    tensors.append(("bf16", 30, (3, 5), brain.tobytes()))
    keep(f"{file}#bf16", (brain.astype("u4") << 16).view("f4"))
    cube = rng.normal(size=(2, 3, 4)).astype(order + "f4")
    tensors.append(("cube", 0, (2, 3, 4), cube.tobytes()))
    keep(f"{file}#cube", cube)
    return tensors


def blocks(file, order, rows, names):
    tensors = []
    for key in names:
        number, entries, make = BLOCKS[key]
        columns = 256 if entries == 256 else 64
        content, decoded = make(rows * columns // entries, order)
        tensors.append((key, number, (rows, columns), content.astype(np.uint8).tobytes()))
        keep(f"{file}#{key}", decoded.reshape(rows, columns))
    return tensors


for file, order, version in (("plain.gguf", "<", 3), ("plain_big.gguf", ">", 3), ("version2.gguf", "<", 2)):
    write(file, plain(file, order), order, version)
write("blocks.gguf", blocks("blocks.gguf", "<", 2, BLOCKS))
write("blocks_big.gguf", blocks("blocks_big.gguf", ">", 2, BLOCKS), ">")
write("tall.gguf", blocks("tall.gguf", "<", 7, ("q8_0", "q4_k", "q6_k")), alignment=64)
write(
    "skipped.gguf",
    [
        ("vector", 0, (4,), bytes(16)),
        ("scalar", 0, (), bytes(4)),
        ("column", 0, (4, 1), bytes(16)),
        ("iq2", 16, (2, 256), bytes(132)),
        ("future", 99, (2, 256), bytes(64)),
    ],
)
with open("values.json", "w") as out:
    json.dump(values, out)
with open("expected.json", "w") as out:
    json.dump(spectra, out)
