#!/usr/bin/env python3
"""Train the small networks whose weights ship as Eigenscope's samples.

An MLP 64-400-200-10 (ReLU) learns scikit-learn's handwritten digits by plain SGD with momentum. Only the
batch size and the seed change between runs, so the noise of the training, learning rate / batch size, is
the one thing that differs. Two NTK Gram matrices, before and after training, are made from the same nets.

Needs Python 3.9+, PyTorch >= 1.13, scikit-learn >= 1.2, NumPy >= 1.24. The shipped files were made with
Python 3.11.2, PyTorch 1.13.0, scikit-learn 1.2.1 and NumPy 1.24.2 on one CPU thread. The same versions on
the same kind of processor repeat them; elsewhere the last bits differ and long SGD runs drift apart.

    python3 make_samples.py --out DIR
"""

import argparse
import copy
import json
import struct
from pathlib import Path

import numpy as np
import torch
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split
from torch import nn

MODEL = "MLP 64-400-200-10, ReLU"
DATASET = "scikit-learn load_digits (UCI optical recognition of handwritten digits), pixels / 16"
TEST_SIZE = 360
SPLIT_SEED = 0
SAFETENSORS_DTYPE = {"float32": "F32", "float64": "F64"}


class DigitsMlp(nn.Module):
    """Layers are named so that the tensors in the file read fc1.weight, fc1.bias, ..."""

    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(64, 400)
        self.fc2 = nn.Linear(400, 200)
        self.fc3 = nn.Linear(200, 10)

    def forward(self, pixels):
        return self.fc3(torch.relu(self.fc2(torch.relu(self.fc1(pixels)))))


def load_split():
    """The same 1437 training and 360 test digits for every run."""
    digits = load_digits()
    parts = train_test_split(
        (digits.data / 16).astype(np.float32),
        digits.target,
        test_size=TEST_SIZE,
        random_state=SPLIT_SEED,
        stratify=digits.target,
    )
    train_x, test_x, train_y, test_y = (torch.from_numpy(part) for part in parts)
    return train_x, train_y, test_x, test_y


def fresh_net(seed):
    """PyTorch's default initialisation; every batch size of a seed starts from these weights."""
    torch.manual_seed(seed)
    return DigitsMlp()


def train(net, data, batch_size, seed, options):
    """SGD over freshly shuffled epochs; the last, smaller batch of an epoch is kept."""
    train_x, train_y = data[:2]
    # A generator of its own: the order of the digits must not depend on how the net was initialised.
    shuffle = torch.Generator().manual_seed(1000 + seed)
    optimiser = torch.optim.SGD(
        net.parameters(),
        lr=options.learning_rate,
        momentum=options.momentum,
        weight_decay=options.weight_decay,
    )
    for _ in range(options.epochs):
        for batch in torch.randperm(len(train_x), generator=shuffle).split(batch_size):
            optimiser.zero_grad()
            nn.functional.cross_entropy(net(train_x[batch]), train_y[batch]).backward()
            optimiser.step()
    return net


@torch.no_grad()
def measure(net, data):
    train_x, train_y, test_x, test_y = data
    logits = net(train_x)
    return {
        "train_accuracy": f"{(logits.argmax(1) == train_y).double().mean():.4f}",
        "test_accuracy": f"{(net(test_x).argmax(1) == test_y).double().mean():.4f}",
        "train_loss": f"{nn.functional.cross_entropy(logits.double(), train_y):.6g}",
    }


def describe(options, seed, batch_size, epoch):
    """The string-to-string map safetensors allows as metadata."""
    return {
        "model": MODEL,
        "dataset": DATASET,
        "batch_size": str(batch_size),
        "epoch": str(epoch),
        "seed": str(seed),
        "learning_rate": str(options.learning_rate),
        "momentum": str(options.momentum),
        "weight_decay": str(options.weight_decay),
    }


def trace_ntk(net, inputs):
    """Empirical NTK summed over the ten logits: K_ij = sum_c <grad f_c(x_i), grad f_c(x_j)>, all parameters.

    The gradient of a dense layer is the outer product (back-propagated signal) x (layer input, 1), so the
    Gram factorises layer by layer and the 108 210-dimensional gradients are never formed.
    """
    net = copy.deepcopy(net).double()
    hidden1 = torch.relu(net.fc1(inputs))
    hidden2 = torch.relu(net.fc2(hidden1))
    gram = torch.zeros(len(inputs), len(inputs), dtype=torch.float64)
    for logit in range(net.fc3.out_features):
        signal2 = net.fc3.weight[logit] * (hidden2 > 0)
        signal1 = (signal2 @ net.fc2.weight) * (hidden1 > 0)
        gram += (signal2 @ signal2.T) * (hidden1 @ hidden1.T + 1)
        gram += (signal1 @ signal1.T) * (inputs @ inputs.T + 1)
    # The last layer's signal is the unit vector of the logit: the same term for each of the ten.
    gram += net.fc3.out_features * (hidden2 @ hidden2.T + 1)
    # Rounding leaves the two triangles a few ulps apart; the mean is symmetric to the bit.
    return ((gram + gram.T) / 2).detach()


def write_safetensors(path, tensors, metadata):
    """8 bytes of little-endian header length, the JSON header, then the raw little-endian data."""
    header, blobs, offset = {"__metadata__": metadata}, [], 0
    for name, tensor in tensors.items():
        array = np.ascontiguousarray(tensor.numpy())
        blob = array.astype(array.dtype.newbyteorder("<")).tobytes()
        header[name] = {
            "dtype": SAFETENSORS_DTYPE[array.dtype.name],
            "shape": list(array.shape),
            "data_offsets": [offset, offset + len(blob)],
        }
        blobs.append(blob)
        offset += len(blob)
    text = json.dumps(header, separators=(",", ":")).encode("utf-8")
    # The format allows trailing spaces; they put the data on an 8-byte boundary.
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + b"".join(blobs))


def save_net(options, name, net, data, metadata):
    metadata = {**metadata, **measure(net, data)}
    write_safetensors(options.out / f"{name}.safetensors", net.state_dict(), metadata)
    print(name, metadata["train_accuracy"], metadata["test_accuracy"], metadata["train_loss"], flush=True)


def save_ntk(options, name, net, data, metadata):
    """The first digits of the (already shuffled) training split."""
    metadata = {
        **metadata,
        **measure(net, data),
        "matrix": "empirical NTK, sum over the 10 logits, all 108210 parameters, weights and biases",
        "examples": f"first {options.ntk_examples} digits of the training split",
    }
    gram = trace_ntk(net, data[0][: options.ntk_examples].double())
    write_safetensors(options.out / f"{name}.safetensors", {"ntk": gram}, metadata)


def make_seed(options, seed, data):
    net = fresh_net(seed)
    metadata = describe(options, seed, 0, 0)
    save_net(options, f"digits_init_s{seed}", net, data, metadata)
    if seed == options.ntk_seed:
        save_ntk(options, "ntk_init", net, data, metadata)
    for batch_size in options.batch_sizes:
        net = train(fresh_net(seed), data, batch_size, seed, options)
        metadata = describe(options, seed, batch_size, options.epochs)
        save_net(options, f"digits_b{batch_size}_s{seed}", net, data, metadata)
        if seed == options.ntk_seed and batch_size == options.ntk_batch_size:
            save_ntk(options, "ntk_trained", net, data, metadata)


def parse_arguments(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=Path(__file__).resolve().parent)
    parser.add_argument("--batch-sizes", type=int, nargs="+", default=[5, 20, 100, 500])
    parser.add_argument("--seeds", type=int, nargs="+", default=[0, 1, 2])
    parser.add_argument("--epochs", type=int, default=200)
    parser.add_argument("--learning-rate", type=float, default=0.02)
    parser.add_argument("--momentum", type=float, default=0.9)
    parser.add_argument("--weight-decay", type=float, default=5e-4)
    parser.add_argument("--ntk-seed", type=int, default=0)
    parser.add_argument("--ntk-batch-size", type=int, default=20)
    parser.add_argument("--ntk-examples", type=int, default=600)
    return parser.parse_args(arguments)


def main():
    options = parse_arguments()
    # One thread: sums are then always taken in the same order.
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    options.out.mkdir(parents=True, exist_ok=True)
    data = load_split()
    for seed in options.seeds:
        make_seed(options, seed, data)


if __name__ == "__main__":
    main()
