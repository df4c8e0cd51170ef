"""Writes the files of this folder and expected.json; needs numpy, scipy, onnx and h5py. Run it here: python3 make.py

safetensors and GGUF are written by their specifications, the layouts of GPTQ, AWQ, bitsandbytes, compressed-tensors and MXFP4 by
those of the libraries that write them. Every expected spectrum is numpy's, of the matrix named beside it.
"""

import json
import struct

import h5py
import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

rng = np.random.default_rng(20240709)
expected = {}


def f4(*shape):
    return rng.standard_normal(shape).astype("f4")


def keep(address, matrix):
    """The squared singular values of one matrix, or of several together."""
    matrices = matrix if isinstance(matrix, list) else [matrix]
    values = [np.linalg.svd(np.asarray(m, dtype="f8"), compute_uv=False) ** 2 for m in matrices]
    expected[address] = sorted(np.concatenate(values).tolist())


NAMES = {"f4": "F32", "f2": "F16", "i1": "I8", "u1": "U8", "i4": "I32", "i8": "I64"}


def safetensors(name, tensors, metadata=None):
    header, data = ({"__metadata__": metadata} if metadata else {}), b""
    for key, value in tensors.items():
        dtype, array = value if isinstance(value, tuple) else (None, value)
        dtype = dtype or NAMES[array.dtype.str[1:]]
        raw = np.ascontiguousarray(array).tobytes()
        header[key] = {"dtype": dtype, "shape": list(array.shape), "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    open(name, "wb").write(struct.pack("<Q", len(text)) + text + data)


# --- stacks -------------------------------------------------------------------------------------------------------------
def gguf(name, tensors, settings=()):
    def text(s):
        return struct.pack("<Q", len(s)) + s.encode()

    head = b"GGUF" + struct.pack("<IQQ", 3, len(tensors), len(settings))
    for key, value in settings:
        head += text(key) + struct.pack("<IH", 2, value)
    data = b""
    for key, array in tensors.items():
        head += text(key) + struct.pack("<I", array.ndim) + struct.pack(f"<{array.ndim}Q", *reversed(array.shape))
        head += struct.pack("<IQ", 0, len(data))
        data += array.tobytes()
        data += b"\0" * (-len(data) % 32)
    head += b"\0" * (-len(head) % 32)
    open(name, "wb").write(head + data)


experts, plain = f4(4, 12, 8), f4(8, 8)
gguf("experts.gguf", {"blk.0.ffn_down_exps.weight": experts, "blk.0.attn_q.weight": plain})
keep("experts.gguf#blk.0.ffn_down_exps.weight", list(experts))
keep("experts.gguf#blk.0.ffn_down_exps.weight[2]", experts[2])

fused, embed, unknown, conv, scanned, query, out = (
    f4(3, 10, 6), f4(1, 9, 6), f4(5, 7, 4), f4(6, 5, 3), f4(3, 8, 5), f4(8, 2, 5), f4(2, 5, 8))
deep, hwio, layers_bias = f4(3, 8, 2, 5), f4(3, 3, 5, 7), f4(3, 5)
safetensors("stacks.safetensors", {
    "model.layers.0.mlp.experts.gate_up_proj": fused,
    "vit.pos_embed": embed,
    "bilinear.weight": unknown,
    "encoder.conv1.weight": conv,
    "decoder.layers.mlp.kernel": scanned,
    "decoder.layers.mlp.bias": layers_bias,
    "decoder.layers.attn.query.kernel": deep,
    "head.attention.query.kernel": query,
    "head.attention.out.kernel": out,
    "stem.conv.kernel": hwio,
})
s = "stacks.safetensors#"
keep(s + "model.layers.0.mlp.experts.gate_up_proj", list(fused))
keep(s + "model.layers.0.mlp.experts.gate_up_proj[1]", fused[1])
keep(s + "vit.pos_embed", embed[0])
keep(s + "bilinear.weight[rows:0]", unknown.reshape(5, 28))
keep(s + "bilinear.weight[rows:0,1]", unknown.reshape(35, 4))
keep(s + "bilinear.weight[rows:1]", unknown.transpose(1, 0, 2).reshape(7, 20))
keep(s + "bilinear.weight[rows:2,0]", unknown.transpose(2, 0, 1).reshape(20, 7))
keep(s + "bilinear.weight[stack]", list(unknown))
keep(s + "bilinear.weight[4]", unknown[4])
keep(s + "encoder.conv1.weight", conv.reshape(6, 15))
keep(s + "decoder.layers.mlp.kernel", list(scanned))
keep(s + "decoder.layers.mlp.kernel[0]", scanned[0])
keep(s + "decoder.layers.attn.query.kernel[2]", deep[2].reshape(8, 10))
keep(s + "head.attention.query.kernel", query.reshape(8, 10))
keep(s + "head.attention.out.kernel", out.reshape(10, 8))
keep(s + "stem.conv.kernel", hwio.reshape(-1, 7))

np.save("three.npy", unknown)
np.save("three_fortran.npy", np.asfortranarray(unknown))
for name in ("three.npy", "three_fortran.npy"):
    keep(name + "#[rows:0,1]", unknown.reshape(35, 4))
    keep(name + "#[3]", unknown[3])
    keep(name + "#[stack]", list(unknown))


def model(name, nodes, tensors, opset=13):
    graph = helper.make_graph(
        nodes, "g",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, None)],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, None)],
        initializer=[numpy_helper.from_array(a, n) for n, a in tensors.items()])
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)]), name)


w2, r2, b2, w1, r1, batch, kernel, table = (
    f4(2, 16, 5), f4(2, 16, 4), f4(2, 32), f4(1, 12, 5), f4(1, 12, 4), f4(3, 6, 5), f4(6, 5, 3), f4(4, 6, 5))
model("operators.onnx", [
    helper.make_node("LSTM", ["x", "W", "R", "B"], ["h"], hidden_size=4, direction="bidirectional"),
    helper.make_node("GRU", ["x", "W1", "R1"], ["h1"], hidden_size=4),
    helper.make_node("MatMul", ["x", "batch"], ["m"]),
    helper.make_node("Conv", ["x", "kernel"], ["c"]),
    helper.make_node("Gather", ["table", "x"], ["y"]),
], {"W": w2, "R": r2, "B": b2, "W1": w1, "R1": r1, "batch": batch, "kernel": kernel, "table": table})
o = "operators.onnx#"
keep(o + "W", list(w2))
keep(o + "W[0]", w2[0])
keep(o + "R[1]", r2[1])
keep(o + "W1", w1[0])
keep(o + "R1", r1[0])
keep(o + "batch", list(batch))
keep(o + "kernel", kernel.reshape(6, 15))
keep(o + "table[rows:0,1]", table.reshape(24, 5))

with h5py.File("attention.h5", "w") as file:
    file.attrs["keras_version"] = "2.15.0"
    q, ao, dw, pw = f4(10, 2, 3), f4(2, 3, 10), f4(3, 3, 4, 2), f4(1, 1, 8, 5)
    file["model_weights/mha/mha/query/kernel:0"] = q
    file["model_weights/mha/mha/query/bias:0"] = f4(2, 3)
    file["model_weights/mha/mha/attention_output/kernel:0"] = ao
    file["model_weights/sep/sep/depthwise_kernel:0"] = dw
    file["model_weights/sep/sep/pointwise_kernel:0"] = pw
    file["model_weights/einsum/einsum/kernel:0"] = f4(4, 5, 6)
h = "attention.h5#model_weights/"
keep(h + "mha/mha/query/kernel:0", q.reshape(10, 6))
keep(h + "mha/mha/attention_output/kernel:0", ao.reshape(6, 10))
keep(h + "sep/sep/depthwise_kernel:0", dw.transpose(2, 3, 0, 1).reshape(8, 9))
keep(h + "sep/sep/pointwise_kernel:0", pw[0, 0])

# --- adapters -----------------------------------------------------------------------------------------------------------
a, b, ca, cb, ea, eb = f4(4, 9), f4(7, 4), f4(2, 3, 3, 3), f4(5, 2, 1, 1), f4(3, 11), f4(8, 3)
alpha = np.array(2, "f4")
safetensors("kohya.safetensors", {
    "lora_unet_q.lora_down.weight": a, "lora_unet_q.lora_up.weight": b, "lora_unet_q.alpha": alpha,
    "lora_unet_c.lora_down.weight": ca, "lora_unet_c.lora_up.weight": cb, "lora_unet_c.alpha": np.array(1, "f4"),
})
keep("kohya.safetensors#lora_unet_q.lora_BA.weight", 2 / 4 * b.astype("f8") @ a.astype("f8"))
keep("kohya.safetensors#lora_unet_c.lora_BA.weight", 1 / 2 * cb.reshape(5, 2).astype("f8") @ ca.reshape(2, 27).astype("f8"))
one_a, one_b = f4(1, 9), f4(7, 1)
safetensors("diffusers.safetensors", {
    "unet.q.processor.to_q_lora.down.weight": a, "unet.q.processor.to_q_lora.up.weight": b,
    "unet.k.lora_linear_layer.down.weight": a, "unet.k.lora_linear_layer.up.weight": b,
    "text.embed.lora_embedding_A": ea, "text.embed.lora_embedding_B": eb,
    "unet.v.lora_A.weight": one_a, "unet.v.lora_B.weight": one_b,
    "model.layers.0.q_proj.lora_a": a.T.copy(), "model.layers.0.q_proj.lora_b": b.T.copy(),
})
d, ba = "diffusers.safetensors#", b.astype("f8") @ a.astype("f8")
keep(d + "unet.q.processor.to_q_lora.lora_BA.weight", ba)
keep(d + "unet.k.lora_linear_layer.lora_BA.weight", ba)
keep(d + "text.embed.lora_embedding_BA", eb.astype("f8") @ ea.astype("f8"))
keep(d + "unet.v.lora_BA.weight", one_b.astype("f8") @ one_a.astype("f8"))
keep(d + "model.layers.0.q_proj.lora_BA", ba.T)
import os

for folder, config, factor in (
        ("peft", {"lora_alpha": 8, "r": 4}, 8 / 4),
        ("rslora", {"lora_alpha": 8, "r": 4, "use_rslora": True}, 8 / 2),
        ("pattern", {"lora_alpha": 8, "r": 4, "alpha_pattern": {"q_proj": 20}}, 20 / 4),
        ("mlx", {"lora_parameters": {"rank": 4, "scale": 10.0}}, 10)):
    os.makedirs(folder, exist_ok=True)
    json.dump(config, open(f"{folder}/adapter_config.json", "w"))
    if folder == "mlx":
        safetensors("mlx/adapters.safetensors", {"q_proj.lora_a": a.T.copy(), "q_proj.lora_b": b.T.copy()})
        keep("mlx/adapters.safetensors#q_proj.lora_BA", factor * ba)
    else:
        names = {f"base_model.model.q_proj.lora_{x}.weight": v for x, v in (("A", a), ("B", b))}
        if folder == "rslora":
            names["base_model.model.q_proj.lora_magnitude_vector.weight"] = f4(7)
        safetensors(f"{folder}/adapter_model.safetensors", names)
        keep(f"{folder}/adapter_model.safetensors#base_model.model.q_proj.lora_BA.weight", factor * ba)

# --- packed and scaled integers -----------------------------------------------------------------------------------------
def pack(numbers, bits):
    """Rows of numbers to rows of int32, lowest bits first, across the words."""
    out = []
    for row in numbers:
        big = sum(int(v) << (bits * i) for i, v in enumerate(row))
        words = len(row) * bits // 32
        out.append([big >> (32 * i) & 0xFFFFFFFF for i in range(words)])
    return np.array(out, dtype="u4").view("i4")


def gptq(base, bits, rows, columns, groups, shuffled, minus_one=1):
    q = rng.integers(0, 2**bits, (rows, columns))
    z = rng.integers(1, 2**bits, (groups, columns))
    scale = (0.01 + rng.random((groups, columns))).astype("f2")
    g = np.arange(rows) // (rows // groups)
    if shuffled:
        g = rng.permutation(g)
    weights = scale.astype("f8")[g] * (q - z[g])
    return {
        f"{base}.qweight": pack(q.T, bits).T.copy(), f"{base}.qzeros": pack(z - minus_one, bits),
        f"{base}.scales": scale, f"{base}.g_idx": g.astype("i4"),
    }, weights


layers, checks = {}, {}
for base, bits, shuffled in (("four", 4, False), ("act_order", 4, True), ("three", 3, False), ("eight", 8, False), ("two", 2, True)):
    parts, checks[base] = gptq(base, bits, 64, 32, 2, shuffled)
    layers.update(parts)
no_zeros = {k.replace("four", "lone"): v for k, v in layers.items() if k == "four.qweight"}
safetensors("gptq.safetensors", {**layers, **no_zeros})
for base, weights in checks.items():
    keep(f"gptq.safetensors#{base}.weight", weights)
os.makedirs("gptq_v2", exist_ok=True)
parts, weights = gptq("l", 4, 32, 16, 1, False, 0)
safetensors("gptq_v2/model.safetensors", parts)
json.dump({"quantization_config": {"bits": 4, "checkpoint_format": "gptq_v2", "quant_method": "gptq"}},
          open("gptq_v2/config.json", "w"))
keep("gptq_v2/model.safetensors#l.weight", weights)

order = [0, 2, 4, 6, 1, 3, 5, 7]
q, z = rng.integers(0, 16, (32, 24)), rng.integers(0, 16, (2, 24))
scale = (0.01 + rng.random((2, 24))).astype("f2")


def awq(numbers):
    return pack(numbers.reshape(len(numbers), -1, 8)[:, :, order].reshape(len(numbers), -1), 4)


safetensors("awq.safetensors", {"l.qweight": awq(q), "l.qzeros": awq(z), "l.scales": scale})
keep("awq.safetensors#l.weight", np.repeat(scale.astype("f8"), 16, 0) * (q - np.repeat(z, 16, 0)))

w8, scb = rng.integers(-127, 128, (10, 16)).astype("i1"), (1 + rng.random(10)).astype("f4")
table = np.array([-1.0, -0.7, -0.53, -0.39, -0.28, -0.18, -0.09, 0, 0.08, 0.16, 0.25, 0.34, 0.44, 0.56, 0.72, 1], "f4")
index, absmax = rng.integers(0, 16, 8 * 32), (0.5 + rng.random(4)).astype("f4")
packed = (index[0::2] << 4 | index[1::2]).astype("u1").reshape(-1, 1)
codes, nested_map, nested_absmax = rng.integers(0, 256, 4).astype("u1"), rng.random(256).astype("f4"), np.array([1.5, 0.7], "f4")


def state(**extra):
    text = json.dumps({"quant_type": "nf4", "blocksize": 64, "dtype": "bfloat16", "shape": [8, 32], **extra})
    return np.frombuffer(text.encode(), "u1")


safetensors("bitsandbytes.safetensors", {
    "a.weight": w8, "a.SCB": scb, "a.weight_format": np.zeros(1, "u1"),
    "b.weight": packed, "b.weight.absmax": absmax, "b.weight.quant_map": table,
    "b.weight.quant_state.bitsandbytes__nf4": state(),
    "c.weight": packed, "c.weight.absmax": codes, "c.weight.quant_map": table,
    "c.weight.nested_absmax": nested_absmax, "c.weight.nested_quant_map": nested_map,
    "c.weight.quant_state.bitsandbytes__nf4": state(nested_blocksize=2, nested_offset=0.25, nested_dtype="float32"),
})
values = table.astype("f8")[index].reshape(4, 64)
keep("bitsandbytes.safetensors#a.weight", w8 * scb.astype("f8")[:, None] / 127)
keep("bitsandbytes.safetensors#b.weight", (values * absmax.astype("f8")[:, None]).reshape(8, 32))
outer = nested_map.astype("f8")[codes] * np.repeat(nested_absmax.astype("f8"), 2) + 0.25
keep("bitsandbytes.safetensors#c.weight", (values * outer[:, None]).reshape(8, 32))

q4, s4, z4 = rng.integers(0, 16, (12, 32)), (0.1 + rng.random((12, 2))).astype("f2"), rng.integers(0, 16, (16, 2))
row, block = (0.1 + rng.random((12, 1))).astype("f4"), (0.1 + rng.random((2, 2))).astype("f4")


def e4m3(bits):
    """OCP 8-bit floating point, table 1."""
    e, f = bits >> 3 & 15, bits & 7
    value = np.where(e == 0, f / 8 * 2.0**-6, (1 + f / 8) * 2.0 ** (e - 7))
    return np.where(bits & 128, -value, value)


bits8 = rng.integers(0, 256, (12, 16)).astype("u1")
bits8[bits8 & 127 == 127] = 8
i8, zp = rng.integers(-128, 128, (12, 16)).astype("i1"), rng.integers(-3, 4, (12, 1)).astype("i1")
nib, exps = rng.integers(0, 16, (2, 6, 2, 16)), rng.integers(120, 132, (2, 6, 2)).astype("u1")
safetensors("scaled.safetensors", {
    "sym.weight_packed": pack(q4, 4), "sym.weight_scale": s4, "sym.weight_shape": np.array([12, 32], "i8"),
    "asym.weight_packed": pack(q4[:12], 4), "asym.weight_scale": s4, "asym.weight_shape": np.array([12, 32], "i8"),
    "asym.weight_zero_point": pack(z4.T, 4).T.copy(),
    "f8.weight": ("F8_E4M3", bits8), "f8.weight_scale": row,
    "int.weight": i8, "int.weight_scale": row, "int.weight_zero_point": zp,
    "one.weight": i8, "one.weight_scale": np.array([0.5], "f4"),
    "fp4.weight": bits8, "fp4.weight_scale": ("F8_E4M3", bits8[:, :2]),
    "bare.weight": i8,
    "mlp.experts.gate_up_proj_blocks": (nib[..., 0::2] | nib[..., 1::2] << 4).astype("u1"), "mlp.experts.gate_up_proj_scales": exps,
})
c = "scaled.safetensors#"
keep(c + "sym.weight", np.repeat(s4.astype("f8"), 16, 1) * (q4 - 8))
keep(c + "asym.weight", np.repeat(s4.astype("f8"), 16, 1) * (q4 - np.repeat(z4[:12], 16, 1)))
keep(c + "f8.weight", e4m3(bits8.astype(int)) * row.astype("f8"))
os.makedirs("blocks", exist_ok=True)
safetensors("blocks/model.safetensors", {"l.weight": ("F8_E4M3", bits8), "l.weight_scale_inv": block})
json.dump({"quantization_config": {"quant_method": "fp8", "weight_block_size": [8, 8]}}, open("blocks/config.json", "w"))
keep("blocks/model.safetensors#l.weight", e4m3(bits8.astype(int)) * np.kron(block.astype("f8"), np.ones((8, 8)))[:12, :16])
keep(c + "int.weight", (i8.astype("f8") - zp) * row.astype("f8"))
keep(c + "one.weight", i8 * 0.5)
keep(c + "bare.weight", i8)
e2m1 = np.array([0, 0.5, 1, 1.5, 2, 3, 4, 6, 0, -0.5, -1, -1.5, -2, -3, -4, -6])
mx = (e2m1[nib] * 2.0 ** (exps.astype("f8")[..., None] - 127)).reshape(2, 6, 32)
keep(c + "mlp.experts.gate_up_proj", list(mx))
keep(c + "mlp.experts.gate_up_proj[1]", mx[1])

per_row, zero, qb, one, qc = (
    (0.1 + rng.random(9)).astype("f4"), rng.integers(-5, 6, 9).astype("i1"),
    rng.integers(-127, 128, (9, 14)).astype("i1"), np.array(0.25, "f4"), rng.integers(0, 256, (6, 4, 3)).astype("u1"))
qz = np.array(128, "u1")
per_out = (0.1 + rng.random(6)).astype("f4")
model("dequantised.onnx", [
    helper.make_node("DequantizeLinear", ["rows", "per_row", "zero"], ["a"], axis=0),
    helper.make_node("DequantizeLinear", ["whole", "one"], ["b"]),
    helper.make_node("DequantizeLinear", ["kernel", "per_out", "zeros_out"], ["k"], axis=0),
    helper.make_node("Conv", ["x", "k"], ["c"]),
    helper.make_node("DequantizeLinear", ["lost", "x"], ["y"]),
], {"rows": qb, "per_row": per_row, "zero": zero, "whole": qb, "one": one, "kernel": qc, "per_out": per_out,
    "zeros_out": np.full(6, 128, "u1"), "lost": qb})
e = "dequantised.onnx#"
keep(e + "rows", (qb.astype("f8") - zero[:, None]) * per_row.astype("f8")[:, None])
keep(e + "whole", qb * 0.25)
keep(e + "kernel", ((qc.astype("f8") - 128) * per_out.astype("f8")[:, None, None]).reshape(6, 12))

# --- models in several files --------------------------------------------------------------------------------------------
pieces = {name: f4(6, 8) for name in "abc"}
for number, (name, piece) in enumerate(pieces.items()):
    gguf(f"split-0000{number + 1}-of-00003.gguf", {name: piece},
         [("split.no", number), ("split.count", 3), ("split.tensors.count", 3)])
    keep(f"split-00001-of-00003.gguf#{name}", piece)
    if name != "c":
        safetensors(f"part-0000{number + 1}-of-00002.safetensors", {name: piece})
        keep(f"part-00001-of-00002.safetensors#{name}", piece)

json.dump(expected, open("expected.json", "w"), indent=0, ensure_ascii=False)
