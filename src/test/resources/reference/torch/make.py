"""Writes the files of this folder, values.json and expected.json; needs PyTorch and numpy. Run it here: python3 make.py

Written with PyTorch 1.13 and numpy 1.24; what later versions write differently is written by hand at the end, to the
functions in torch/_utils.py and torch/serialization.py that read it.
"""

import argparse
import collections
import io
import json
import pickle
import struct
import zipfile

import numpy as np
import torch

torch.manual_seed(20240607)
values, spectra = {}, {}


def keep(address, tensor):
    """Records a tensor as rows of exact decimal doubles unless it is long, and the squared singular values of those rows."""
    array = tensor.detach().to(torch.float64).numpy() if isinstance(tensor, torch.Tensor) else np.float64(tensor)
    flat = array.reshape(len(array), -1)
    if flat.size < 200:
        values[address] = [[repr(float(v)) for v in row] for row in flat]
    eigenvalues = np.sort(np.linalg.svd(flat, compute_uv=False) ** 2)
    spectra[address] = {"shape": list(flat.shape), "eigenvalues": [float(v) for v in eigenvalues]}


def save(name, value, **options):
    torch.save(value, name, **options)


# every number format, in both containers
kinds = {
    "f64": torch.randn(3, 4, dtype=torch.float64),
    "f32": torch.randn(3, 4),
    "f16": torch.randn(3, 4).half(),
    "bf16": torch.randn(3, 4).bfloat16(),
    "i64": torch.randint(-(2**40), 2**40, (3, 4)),
    "i32": torch.randint(-(2**31), 2**31 - 1, (3, 4), dtype=torch.int32),
    "i16": torch.randint(-(2**15), 2**15 - 1, (3, 4), dtype=torch.int16),
    "i8": torch.randint(-128, 127, (3, 4), dtype=torch.int8),
    "u8": torch.randint(0, 255, (3, 4), dtype=torch.uint8),
    "bool": torch.randint(0, 2, (3, 4)).bool(),
}
for name, options in (("kinds.pt", {}), ("kinds_legacy.pt", {"_use_new_zipfile_serialization": False})):
    save(name, kinds, **options)
    for key, tensor in kinds.items():
        keep(f"{name}#{key}", tensor)

# views: of one storage, with offsets, gaps, transposed, expanded, channels last
base = torch.randn(12, 10)
views = collections.OrderedDict(
    whole=base,
    again=base,
    transposed=base.t(),
    rows=base[3:7],
    corner=base[2:9:3, 1:8:2],
    column_step=base[:, ::9],
    permuted=torch.randn(3, 4, 5).permute(2, 0, 1),
    channels_last=torch.randn(4, 3, 2, 2).to(memory_format=torch.channels_last),
    hankel=base.flatten().as_strided((5, 6), (1, 2), 7),
    expanded=base[0].expand(4, 10),
)
for name, options in (("views.pt", {}), ("views_legacy.pt", {"_use_new_zipfile_serialization": False})):
    save(name, views, **options)
    for key, tensor in views.items():
        keep(f"{name}#{key}", tensor)

# what is listed with a reason
scale = torch.tensor([0.1, 0.2])
save(
    "skipped.pt",
    {
        "complex": torch.zeros(2, 2, dtype=torch.complex64),
        "sparse": torch.eye(3).to_sparse(),
        "csr": torch.eye(3).to_sparse_csr(),
        "quantized": torch.quantize_per_tensor(torch.randn(3, 3), 0.1, 0, torch.qint8),
        "vector": torch.zeros(5),
        "scalar": torch.tensor(2.0),
        "empty": torch.zeros(0, 4),
        "row": torch.zeros(1, 4),
        "meta": torch.zeros(2, 3, device="meta"),
        "repeated": torch.zeros(1).expand(2000, 2000),
    },
)

# bare values
save("bare.pt", torch.randn(4, 3))
keep("bare.pt#", torch.load("bare.pt"))
save("list.pt", [torch.randn(3, 2), (torch.randn(2, 3), 7)])
keep("list.pt#0", torch.load("list.pt")[0])
keep("list.pt#1.0", torch.load("list.pt")[1][0])
save("legacy_protocol4.pt", {"w": kinds["f32"]}, pickle_protocol=4, _use_new_zipfile_serialization=False)
keep("legacy_protocol4.pt#w", kinds["f32"])


class Secret:
    """A class that no reader knows."""

    def __init__(self):
        self.inner = {"deep": torch.randn(3, 5)}


# a checkpoint with all that training scripts put into one
model = torch.nn.Sequential(torch.nn.Linear(5, 4), torch.nn.ReLU(), torch.nn.Linear(4, 3))
optimizer = torch.optim.Adam(model.parameters())
model(torch.randn(2, 5)).sum().backward()
optimizer.step()
checkpoint = {
    "epoch": 7,
    "loss": 0.25,
    "best": True,
    "run": "trial",
    "args": argparse.Namespace(lr=0.1, layers=[5, 4, 3]),
    "model": model.state_dict(),
    "ema": torch.nn.Parameter(torch.randn(4, 5)),
    "optimizer": optimizer.state_dict(),
    "secret": Secret(),
    "big": 10**30,
    "array": np.arange(6.0).reshape(2, 3),
    "fortran": np.asfortranarray(np.arange(6, dtype=">f4").reshape(2, 3)),
    "long": np.linspace(-1, 1, 1200).reshape(30, 40),
    "objects": np.array([[1, "x"], [None, 2]], dtype=object),
    1: torch.ones(2, 2),
    "1": torch.zeros(2, 2),
}
for name, options in (
    ("checkpoint.pt", {}),
    ("checkpoint_legacy.pt", {"_use_new_zipfile_serialization": False}),
    ("checkpoint_protocol4.pt", {"pickle_protocol": 4}),
):
    save(name, checkpoint, **options)
    for key, tensor in model.state_dict().items():
        if tensor.ndim > 1:
            keep(f"{name}#model.{key}", tensor)
    keep(f"{name}#ema", checkpoint["ema"])
    keep(f"{name}#optimizer.state.0.exp_avg", optimizer.state_dict()["state"][0]["exp_avg"])
    keep(f"{name}#secret.inner.deep", checkpoint["secret"].inner["deep"])
    for key in ("array", "fortran", "long"):
        keep(f"{name}#{key}", checkpoint[key])
    keep(f"{name}#1", checkpoint[1])
    keep(f"{name}#1 (2)", checkpoint["1"])

# a whole module, pickled with its classes, and the same as TorchScript
save("module.pt", model)
torch.jit.script(model).save("script.pt")
for key, tensor in model.state_dict().items():
    if tensor.ndim > 1:
        keep(f"module.pt#{key}", tensor)
        keep(f"script.pt#{key}", tensor)

# packed again by another tool, with compression
with zipfile.ZipFile("views.pt") as whole, zipfile.ZipFile("repacked.pt", "w", zipfile.ZIP_DEFLATED) as packed:
    for entry in whole.namelist():
        packed.writestr(entry, whole.read(entry))
for key in ("whole", "rows"):
    keep(f"repacked.pt#{key}", views[key])


def archive(name, pickled, storages, byteorder="little"):
    with zipfile.ZipFile(name, "w", zipfile.ZIP_STORED) as out:
        out.writestr("archive/data.pkl", pickled)
        out.writestr("archive/byteorder", byteorder)
        for key, content in storages.items():
            out.writestr(f"archive/data/{key}", content)
        out.writestr("archive/version", "3\n")


class Pickler(pickle._Pickler):
    """Writes stand-ins for functions and storages by name, as PyTorch's own pickler does."""

    def persistent_id(self, value):
        return value.id if isinstance(value, Storage) else None

    def save_stand_in(self, value):
        self.write(pickle.GLOBAL + f"{value.module}\n{value.name}\n".encode())

    dispatch = pickle._Pickler.dispatch.copy()


class Global:
    def __init__(self, module, name):
        self.module, self.name = module, name

    def __call__(self):
        raise TypeError


Pickler.dispatch[Global] = Pickler.save_stand_in


class Storage:
    def __init__(self, kind, key, elements):
        self.id = ("storage", Global("torch", kind), key, "cpu", elements)


class Call:
    def __init__(self, module, name, *arguments):
        self.function, self.arguments = Global(module, name), arguments

    def __reduce__(self):
        return self.function, self.arguments


def pickled(value):
    out = io.BytesIO()
    Pickler(out, 2).dump(value)
    return out.getvalue()


def view(kind, key, elements, offset, shape, strides):
    storage = Storage(kind, key, elements)
    return Call("torch._utils", "_rebuild_tensor_v2", storage, offset, shape, strides, False, {})


# a big-endian machine's file
big = np.random.default_rng(3).normal(size=(3, 5))
archive("big_endian.pt", pickled({"w": view("DoubleStorage", "0", 15, 0, (3, 5), (5, 1))}), {"0": big.astype(">f8").tobytes()}, "big")
keep("big_endian.pt#w", big)

# number formats that came after 1.13: storages of bytes, and the dtype beside them
unsigned = np.random.default_rng(4).integers(0, 2**16, size=(3, 5), dtype=np.uint16)
archive(
    "later.pt",
    pickled(
        {
            key: Call("torch._utils", "_rebuild_tensor_v3", Storage("UntypedStorage", "0", 30), 0, (3, 5), (5, 1), False, {}, Global("torch", kind))
            for key, kind in (("u16", "uint16"), ("fp8", "float8_e4m3fn"), ("new", "float3"))
        }
    ),
    {"0": unsigned.tobytes()},
)
keep("later.pt#u16", unsigned)

# lies: a storage that is not there, views beyond the end, negative and overflowing ones
archive(
    "lies.pt",
    pickled(
        {
            "missing": view("FloatStorage", "../../etc/passwd", 9, 0, (3, 3), (3, 1)),
            "beyond": view("FloatStorage", "0", 9, 1, (3, 3), (3, 1)),
            "negative": view("FloatStorage", "0", 9, -1, (3, 3), (3, 1)),
            "backwards": view("FloatStorage", "0", 9, 8, (3, 3), (-3, -1)),
            "overflow": view("FloatStorage", "0", 9, 0, (3, 3), (2**62, 2**62)),
            "fine": view("FloatStorage", "0", 9, 0, (3, 3), (3, 1)),
        }
    ),
    {"0": np.arange(9, dtype="<f4").tobytes()},
)
keep("lies.pt#fine", np.arange(9.0).reshape(3, 3))

# what would run if it were executed
archive(
    "attack.pt",
    pickled(
        {
            "w": view("FloatStorage", "0", 4, 0, (2, 2), (2, 1)),
            "x": Call("os", "system", "touch executed"),
            "y": Call("builtins", "exec", "open('executed', 'w')"),
        }
    ),
    {"0": np.arange(4, dtype="<f4").tobytes()},
)
keep("attack.pt#w", np.arange(4.0).reshape(2, 2))

with open("values.json", "w") as out:
    json.dump(values, out)
with open("expected.json", "w") as out:
    json.dump(spectra, out)
