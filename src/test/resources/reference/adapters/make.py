"""Writes the files of this folder and values.json; needs numpy. Run it here: python3 make.py

The layouts are those of LyCORIS and PEFT (names and shapes); every update is numpy's einsum of its published definition.
"""

import json
import os
import struct

import numpy as np

rng = np.random.default_rng(404)
values = {}
NAMES = {"f4": "F32", "f2": "F16", "f8": "F64"}


def f4(*shape):
    return rng.standard_normal(shape).astype("f4")


def f8(array):
    return np.asarray(array, dtype="f8")


def safetensors(name, tensors):
    header, data = {}, b""
    for key, array in tensors.items():
        raw = np.ascontiguousarray(array).tobytes()
        header[key] = {"dtype": NAMES[array.dtype.str[1:]], "shape": list(array.shape), "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    open(name, "wb").write(struct.pack("<Q", len(text)) + text + data)


def keep(file, name, matrix):
    """A kernel is shown as out × in·taps."""
    matrix = matrix.reshape(matrix.shape[0], -1)
    values[f"{file}#{name}"] = matrix.tolist()


def cp(core, left, right):
    return np.einsum("ab...,ao,bi->oi...", f8(core), f8(left), f8(right))


# --- LyCORIS: names with a tensor alpha -----------------------------------------------------------------------------------------
file, t = "lycoris.safetensors", {}
alpha = np.array(3, "f4")

up, mid, down = f4(6, 4, 1, 1), f4(4, 4, 3, 3), f4(4, 5, 1, 1)
t |= {"a.lora_up.weight": up, "a.lora_mid.weight": mid, "a.lora_down.weight": down, "a.alpha": alpha}
keep(file, "a.lora_delta.weight", 3 / 4 * np.einsum("oa,abkl,bi->oikl", f8(up)[:, :, 0, 0], f8(mid), f8(down)[:, :, 0, 0]))

w1a, w1b, w2a, w2b = f4(7, 3), f4(3, 9), f4(7, 3), f4(3, 9)
t |= {"b.hada_w1_a": w1a, "b.hada_w1_b": w1b, "b.hada_w2_a": w2a, "b.hada_w2_b": w2b, "b.alpha": alpha}
keep(file, "b.hada_delta", 3 / 3 * np.einsum("or,ri,os,si->oi", f8(w1a), f8(w1b), f8(w2a), f8(w2b)))

w1a, w1b, t1, w2a, w2b, t2 = f4(2, 6), f4(2, 5), f4(2, 2, 3, 2), f4(2, 6), f4(2, 5), f4(2, 2, 3, 2)
t |= {"c.hada_w1_a": w1a, "c.hada_w1_b": w1b, "c.hada_t1": t1, "c.hada_w2_a": w2a, "c.hada_w2_b": w2b, "c.hada_t2": t2, "c.alpha": alpha}
keep(file, "c.hada_delta", 3 / 2 * cp(t1, w1a, w1b) * cp(t2, w2a, w2b))

w1, w2 = f4(2, 3), f4(4, 5)
t |= {"d.lokr_w1": w1, "d.lokr_w2": w2, "d.alpha": np.array(16, "f4")}
keep(file, "d.lokr_delta", np.kron(f8(w1), f8(w2)))

w1, w2a, w2b = f4(2, 3), f4(4, 2), f4(2, 5)
t |= {"e.lokr_w1": w1, "e.lokr_w2_a": w2a, "e.lokr_w2_b": w2b, "e.alpha": alpha}
keep(file, "e.lokr_delta", 3 / 2 * np.kron(f8(w1), f8(w2a) @ f8(w2b)))

w1a, w1b, w2a, w2b = f4(3, 2), f4(2, 2), f4(4, 2), f4(2, 5)
t |= {"f.lokr_w1_a": w1a, "f.lokr_w1_b": w1b, "f.lokr_w2_a": w2a, "f.lokr_w2_b": w2b, "f.alpha": alpha}
keep(file, "f.lokr_delta", 3 / 2 * np.kron(f8(w1a) @ f8(w1b), f8(w2a) @ f8(w2b)))

# kernels: w1 ⊗ w2 by the first two axes, so that out is a·c, in is b·d, and the taps are w2's
w1, w2 = f4(2, 3), f4(3, 2, 3, 3)
t |= {"g.lokr_w1": w1, "g.lokr_w2": w2}
keep(file, "g.lokr_delta", np.einsum("ab,cdkl->acbdkl", f8(w1), f8(w2)).reshape(6, 6, 3, 3))
w1, w2a, w2b, t2 = f4(2, 3), f4(2, 3), f4(2, 4), f4(2, 2, 3, 3)
t |= {"h.lokr_w1": w1, "h.lokr_w2_a": w2a, "h.lokr_w2_b": w2b, "h.lokr_t2": t2, "h.alpha": alpha}
keep(file, "h.lokr_delta", 3 / 2 * np.einsum("ab,cdkl->acbdkl", f8(w1), cp(t2, w2a, w2b)).reshape(6, 12, 3, 3))
safetensors(file, t)

# --- PEFT: the scale is alpha/r of adapter_config.json ----------------------------------------------------------------------------
for folder, kind in (("loha", "LOHA"), ("lokr", "LOKR")):
    os.makedirs(folder, exist_ok=True)
    json.dump({"peft_type": kind, "r": 4, "alpha": 6}, open(f"{folder}/adapter_config.json", "w"))
p = "base_model.model.q_proj."
w1a, w1b, w2a, w2b = f4(7, 4), f4(4, 9), f4(7, 4), f4(4, 9)
file = "loha/adapter_model.safetensors"
safetensors(file, {p + "hada_w1_a": w1a, p + "hada_w1_b": w1b, p + "hada_w2_a": w2a, p + "hada_w2_b": w2b})
keep(file, p + "hada_delta", 6 / 4 * (f8(w1a) @ f8(w1b)) * (f8(w2a) @ f8(w2b)))
w1, w2 = f4(2, 3), f4(4, 5)
file = "lokr/adapter_model.safetensors"
safetensors(file, {p + "lokr_w1": w1, p + "lokr_w2": w2})
keep(file, p + "lokr_delta", 6 / 4 * np.kron(f8(w1), f8(w2)))

# --- layers and their adapters in one file, with and without DoRA's magnitudes -----------------------------------------------------
file, t = "applied.safetensors", {}


def dora(v, m, by_input=False):
    axes = tuple(a for a in range(v.ndim) if a != (1 if by_input else 0))
    return v / np.sqrt((v**2).sum(axis=axes, keepdims=True)) * m


w, a, b, m = f4(7, 9), f4(3, 9), f4(7, 3), np.abs(f4(7))
t |= {"q.base_layer.weight": w, "q.lora_A.default.weight": a, "q.lora_B.default.weight": b}
keep(file, "q.lora_applied.default.weight", f8(w) + f8(b) @ f8(a))
t |= {"k.base_layer.weight": w, "k.lora_A.default.weight": a, "k.lora_B.default.weight": b, "k.lora_magnitude_vector.default.weight": m}
keep(file, "k.lora_BA.default.weight", f8(b) @ f8(a))
keep(file, "k.lora_applied.default.weight", dora(f8(w) + f8(b) @ f8(a), f8(m)[:, None]))
w, down, up, scale = f4(6, 5, 3, 3), f4(2, 5, 3, 3), f4(6, 2, 1, 1), np.abs(f4(1, 5, 1, 1))
v = f8(w) + 3 / 2 * (f8(up).reshape(6, 2) @ f8(down).reshape(2, 45)).reshape(6, 5, 3, 3)
t |= {"c.weight": w, "c.lora_down.weight": down, "c.lora_up.weight": up, "c.alpha": alpha, "c.dora_scale": scale}
keep(file, "c.lora_applied.weight", dora(v, f8(scale), by_input=True))
rows = np.abs(f4(6, 1, 1, 1))
t |= {"d.weight": w, "d.lora_down.weight": down, "d.lora_up.weight": up, "d.alpha": alpha, "d.dora_scale": rows}
keep(file, "d.lora_applied.weight", dora(v, f8(rows)))
w1a, w1b, w2a, w2b, w = f4(7, 3), f4(3, 9), f4(7, 3), f4(3, 9), f4(7, 9)
t |= {"h.weight": w, "h.hada_w1_a": w1a, "h.hada_w1_b": w1b, "h.hada_w2_a": w2a, "h.hada_w2_b": w2b, "h.dora_scale": np.abs(f4(1, 9))}
keep(file, "h.hada_applied", dora(f8(w) + (f8(w1a) @ f8(w1b)) * (f8(w2a) @ f8(w2b)), f8(t["h.dora_scale"]), by_input=True))
# no layer of that shape: nothing can be applied
t |= {"n.weight": f4(9, 7), "n.lora_A.weight": a, "n.lora_B.weight": b, "n.lora_magnitude_vector": m}
keep(file, "n.lora_BA.weight", f8(b) @ f8(a))
safetensors(file, t)

json.dump(values, open("values.json", "w"))
