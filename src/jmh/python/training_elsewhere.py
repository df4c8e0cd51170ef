#!/usr/bin/python3
"""What src/jmh/java/org/eigenscope/network/TrainingTimes.java times, by PyTorch.

    src/jmh/python/training_elsewhere.py [THREADS]
"""

import gzip
import os
import sys
import time
from pathlib import Path

THREADS = int(sys.argv[1]) if len(sys.argv) > 1 else 1
# some builds of PyTorch call an OpenBLAS that does not ask it how many threads to use
os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = str(THREADS)

import numpy as np
import torch
from torch import nn

torch.set_num_threads(THREADS)
DATA = Path(__file__).resolve().parents[2] / "main/resources/org/eigenscope/network/data"


def idx(name):
    data = gzip.decompress((DATA / f"{name}.gz").read_bytes())
    shape = np.frombuffer(data, ">u4", data[3], 4)
    return torch.from_numpy(np.frombuffer(data, np.uint8, offset=4 + 4 * data[3]).reshape(shape).copy())


def timed(name, repetitions, work):
    processor = clock = float("inf")
    for _ in range(repetitions):
        cpu, wall = time.process_time(), time.perf_counter()
        work()
        processor = min(processor, 1e3 * (time.process_time() - cpu))
        clock = min(clock, 1e3 * (time.perf_counter() - wall))
    print(f"{name:<50} {processor:9.2f} ms processor {clock:9.2f} ms clock", flush=True)


def mlp():
    return nn.Sequential(nn.Linear(64, 400), nn.ReLU(), nn.Linear(400, 200), nn.ReLU(), nn.Linear(200, 10))


def lenet():
    return nn.Sequential(
        nn.Conv2d(1, 6, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(6, 16, 5), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(400, 120), nn.ReLU(), nn.Linear(120, 84), nn.ReLU(), nn.Linear(84, 10),
    )


def training(name, net, x, y, size):
    optimiser = torch.optim.SGD(net.parameters(), lr=0.01, momentum=0.9, weight_decay=5e-4)

    def epoch():
        for batch in torch.randperm(len(x)).split(size):
            optimiser.zero_grad()
            nn.functional.cross_entropy(net(x[batch]), y[batch]).backward()
            optimiser.step()

    timed(name, 8, epoch)


def flat(tensors):
    return torch.cat([t.reshape(-1) for t in tensors])


def main():
    x = idx("digits-train-images-idx3-ubyte").reshape(-1, 64).float() / 16
    y = idx("digits-train-labels-idx1-ubyte").long()
    for size in (5, 20, 100):
        training(f"digits, mlp:400,200, batch {size}, an epoch", mlp(), x, y, size)
    images = idx("fashion-train-images-idx3-ubyte")[:, None].float() / 255
    labels = idx("fashion-train-labels-idx1-ubyte").long()
    training("fashion (8,000), lenet, batch 100, an epoch", lenet(), images, labels, 100)
    net = mlp().double()
    some, answers = x[:1000].double(), y[:1000]
    parameters = list(net.parameters())

    def kernel():
        rows = [flat(torch.autograd.grad(net(some[i : i + 1])[0, c], parameters)) for i in range(100) for c in range(10)]
        j = torch.stack(rows)
        return j @ j.T

    timed("NTK of 100 inputs x 10 outputs, a row at a time", 2, kernel)

    def gradient():
        return flat(torch.autograd.grad(nn.functional.cross_entropy(net(some), answers), parameters))

    v = torch.cos(torch.arange(sum(p.numel() for p in parameters)).double())

    def product():
        g = flat(torch.autograd.grad(nn.functional.cross_entropy(net(some), answers), parameters, create_graph=True))
        return flat(torch.autograd.grad(g @ v, parameters))

    timed("gradient, float64, 1,000 inputs", 20, gradient)
    timed("Hessian times a vector", 20, product)


if __name__ == "__main__":
    main()
