"""Writes the files of this folder and expected.json; needs numpy, scipy, torch, onnx and h5py. Run it here: python3 make.py

numpy's eigenvalues are those of the dense matrix. logical.mat is written by the rules of MATLAB's own files, which scipy does not
write: the entries of a sparse logical matrix are bytes that are called doubles.
"""

import json
import pickle
import struct
import zlib

import h5py
import numpy as np
import onnx
import scipy.io
import scipy.sparse as sp
import torch
from onnx import TensorProto, helper

rng = np.random.default_rng(20240710)
expected = {}


def keep(address, matrix):
    flat = np.asarray(matrix, dtype="f8")
    squares = np.linalg.svd(flat, compute_uv=False) ** 2
    expected[address] = {"shape": list(flat.shape), "eigenvalues": sorted(squares.tolist())}


dense = np.where(rng.random((24, 18)) < 0.3, rng.standard_normal((24, 18)), 0)
for form in ("csr", "csc", "coo", "bsr", "dia"):
    matrix = sp.bsr_matrix(dense, blocksize=(4, 3)) if form == "bsr" else sp.csr_matrix(dense).asformat(form)
    sp.save_npz(f"{form}.npz", matrix, compressed=form != "csr")
    keep(f"{form}.npz", dense)
    for protocol in (1, 2, 5) if form == "csr" else (4,):
        name = f"{form}{protocol}.pkl"
        pickle.dump({"X": matrix, "y": 3}, open(name, "wb"), protocol=protocol)
        keep(f"{name}#X", dense)
wide = sp.diags([np.ones(6), np.arange(1.0, 7)], [3, -2], shape=(8, 9))
sp.save_npz("bands.npz", sp.dia_matrix(wide))
keep("bands.npz", wide.toarray())
twice = sp.coo_matrix((np.r_[1.0, 2, 3, 4, 5], ([0, 0, 1, 2, 2], [1, 1, 0, 2, 0])), shape=(4, 3))
sp.save_npz("twice.npz", twice)
keep("twice.npz", twice.toarray())

# MATLAB
scipy.io.savemat("v4.mat", {"S": sp.csc_matrix(dense), "D": dense[:4]}, format="4")
keep("v4.mat#S", dense)
keep("v4.mat#D", dense[:4])
truth = sp.csc_matrix((dense != 0)[:7, :6])
truth.sort_indices()


def part(kind, data):
    return struct.pack("<II", kind, len(data)) + data + b"\0" * (-len(data) % 8)


body = part(6, struct.pack("<II", 0x0205, truth.nnz)) + part(5, struct.pack("<ii", 7, 6)) + part(1, b"L")
body += part(5, truth.indices.astype("<i4").tobytes()) + part(5, truth.indptr.astype("<i4").tobytes())
body += part(9, b"\1" * truth.nnz)
packed = zlib.compress(struct.pack("<II", 14, len(body)) + body)
head = b"MATLAB 5.0 MAT-file".ljust(124) + struct.pack("<H", 0x0100) + b"IM"
open("logical.mat", "wb").write(head + struct.pack("<II", 15, len(packed)) + packed)
keep("logical.mat#L", truth.toarray())
assert (scipy.io.loadmat("logical.mat")["L"].toarray() == truth.toarray()).all()

# PyTorch
f4 = dense.astype("f4")
tensor = torch.from_numpy(f4)
torch.save({"coo": tensor.to_sparse(), "csr": tensor.to_sparse_csr()}, "sparse.pt")
keep("sparse.pt#coo", f4)
keep("sparse.pt#csr", f4)
torch.save(tensor.to_sparse(), "legacy.pt", _use_new_zipfile_serialization=False)
keep("legacy.pt", f4)

# ONNX: places in the flattened tensor, and rows and columns
rows, columns = np.nonzero(f4)
values = f4[rows, columns]


def sparse(name, indices):
    v = helper.make_tensor(name, TensorProto.FLOAT, [len(values)], values)
    i = helper.make_tensor(name + "_i", TensorProto.INT64, list(indices.shape), indices.ravel())
    return helper.make_sparse_tensor(v, i, list(f4.shape))


graph = helper.make_graph(
    [helper.make_node("MatMul", ["x", "flat"], ["y"]), helper.make_node("MatMul", ["x", "pairs"], ["z"])], "g",
    [helper.make_tensor_value_info("x", TensorProto.FLOAT, None)],
    [helper.make_tensor_value_info("y", TensorProto.FLOAT, None)],
    sparse_initializer=[sparse("flat", rows * 18 + columns), sparse("pairs", np.stack([rows, columns], 1))])
onnx.save(helper.make_model(graph), "sparse.onnx")
keep("sparse.onnx#flat", f4)
keep("sparse.onnx#pairs", f4)

# anndata and 10x Genomics, as their files are laid out
with h5py.File("anndata.h5ad", "w") as file:
    for name, matrix in (("X", sp.csr_matrix(dense)), ("layers/counts", sp.csc_matrix(dense))):
        group = file.create_group(name)
        group.attrs["encoding-type"] = matrix.format + "_matrix"
        group.attrs["encoding-version"] = "0.1.0"
        group.attrs["shape"] = np.array(matrix.shape)
        for key in ("data", "indices", "indptr"):
            group[key] = getattr(matrix, key)
        keep(f"anndata.h5ad#{name}", dense)
    matrix = sp.csc_matrix(dense)
    group = file.create_group("matrix")
    group["shape"] = np.array(matrix.shape, "i4")
    for key in ("data", "indices", "indptr"):
        group[key] = getattr(matrix, key)
    keep("anndata.h5ad#matrix", dense)

json.dump(expected, open("expected.json", "w"), indent=0, ensure_ascii=False)
