#!/usr/bin/env python3
"""What a survey costs beside WeightWatcher: the 48 matrices of a GPT-2-sized model, both tools in turn, whole processes.

    PYTHONPATH=<checkout of WeightWatcher> python3 survey_cost.py <eigenscope launcher> [turns]

Needs numpy, torch and what WeightWatcher imports. The entries are normal draws of standard deviation 0.02, or of a Student
t with 3 degrees of freedom in every second block, so that not all layers are random-like. Eigenscope: spectra, two fits of HTMP
with profile intervals, the league, the power-law tail and all metrics, kept in a study. WeightWatcher: analyze() with its
defaults, that is spectra, a power law and its metrics. Prints wall and processor seconds and their ratios.
"""

import json
import os
import resource
import struct
import subprocess
import sys
import tempfile
import time

import numpy as np

SHAPES = {"attn.c_attn": (768, 2304), "attn.c_proj": (768, 768), "mlp.c_fc": (768, 3072), "mlp.c_proj": (3072, 768)}
BLOCKS = 12

# the packages powerlaw and safetensors serve other options of the tool and may be missing
IMPORT = """
import sys, types
for name in ("powerlaw", "safetensors"):
    try:
        __import__(name)
    except ImportError:
        stub = types.ModuleType(name)
        for member in ("Power_Law", "Lognormal", "Exponential", "Truncated_Power_Law", "Stretched_Exponential",
                       "Lognormal_Positive", "safe_open"):
            setattr(stub, member, object)
        sys.modules[name] = stub
import weightwatcher as ww
"""

WATCHER = IMPORT + """
import logging, numpy as np, torch
logging.disable(logging.CRITICAL)
class Model(torch.nn.Module):
    def __init__(self, path):
        super().__init__()
        for name, w in np.load(path).items():
            layer = torch.nn.Linear(w.shape[0], w.shape[1], bias=False)
            layer.weight = torch.nn.Parameter(torch.tensor(w.T.copy()), requires_grad=False)
            self.add_module(name.replace('.', '_'), layer)
print(len(ww.WeightWatcher(model=Model(sys.argv[1])).analyze()), file=sys.stderr)
"""


def matrices():
    draws = np.random.default_rng(0)
    made = {}
    for block in range(BLOCKS):
        for name, shape in SHAPES.items():
            entries = draws.standard_normal(shape) if block % 2 else draws.standard_t(3, shape)
            made[f"h.{block}.{name}.weight"] = (0.02 * entries).astype("<f4")
    return made


def write_safetensors(path, tensors):
    header, offset = {}, 0
    for name, w in tensors.items():
        header[name] = {"dtype": "F32", "shape": list(w.shape), "data_offsets": [offset, offset + w.nbytes]}
        offset += w.nbytes
    text = json.dumps(header).encode()
    with open(path, "wb") as out:
        out.write(struct.pack("<Q", len(text)) + text)
        for w in tensors.values():
            out.write(w.tobytes())


def timed(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.time()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if done.returncode != 0:
        sys.exit(done.stderr)
    wall = time.time() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    launcher = os.path.abspath(sys.argv[1])
    turns = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    with tempfile.TemporaryDirectory() as folder:
        tensors = matrices()
        model, arrays = os.path.join(folder, "gpt2.safetensors"), os.path.join(folder, "gpt2.npz")
        write_safetensors(model, tensors)
        np.savez(arrays, **tensors)
        study = os.path.join(folder, "gpt2.eigenstudy")
        survey = [launcher, "survey", model, "--study", study, "-o", os.path.join(folder, "rows.csv")]
        commands = {
            "eigenscope survey": survey + ["--fresh"],
            "the same once more": survey,
            "eigenscope --version": [launcher, "--version"],
            "weightwatcher analyze": [sys.executable, "-c", WATCHER, arrays],
            "weightwatcher import": [sys.executable, "-c", IMPORT],
        }
        times = {name: [] for name in commands}
        for _ in range(turns):
            for name, command in commands.items():
                times[name].append(timed(command))
        print(f"load {os.getloadavg()}, {turns} turns: least and median wall seconds, median processor seconds")
        for name, taken in times.items():
            wall, processor = zip(*taken)
            print(f"{name:24} {min(wall):7.2f} {np.median(wall):7.2f} {np.median(processor):7.2f}")


if __name__ == "__main__":
    main()
