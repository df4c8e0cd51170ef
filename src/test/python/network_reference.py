#!/usr/bin/python3
"""Writes the numbers that networks are tested against, by PyTorch's autograd in double precision, into src/test/resources/network.

    src/test/python/network_reference.py

Parameters, inputs and labels are formulas that the tests repeat, so that only results are stored: parameter i (from 0, layer by layer,
weights row by row and then biases) is scale·sin(i + 1), input entry i is cos(0.7·i), the label of
sample i is i mod outputs. Made with PyTorch 1.13.0.
"""

from pathlib import Path

import numpy as np
import torch
from torch import nn

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
OUT = Path(__file__).resolve().parents[1] / "resources/network"


def fill(net, scale):
    """Parameters by the formula, in the order of the layers."""
    at = 0
    for parameter in net.parameters():
        count = parameter.numel()
        values = scale * torch.sin(torch.arange(at, at + count) + 1.0)
        parameter.data = values.reshape(parameter.shape)
        at += count
    return net


def inputs(*shape):
    count = int(np.prod(shape))
    return torch.cos(0.7 * torch.arange(count)).reshape(shape)


def mlp(sizes, activation):
    layers = []
    for i in range(len(sizes) - 1):
        layers.append(nn.Linear(sizes[i], sizes[i + 1]))
        if i + 2 < len(sizes):
            layers.append(activation())
    return nn.Sequential(*layers)


def lenet(side):
    small = side < 12
    kernel, pads = (3, (1, 1)) if small else (5, (2, 0))
    after = side // 4 if small else ((side // 2) - 4) // 2
    return nn.Sequential(
        nn.Conv2d(1, 6, kernel, padding=pads[0]), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(6, 16, kernel, padding=pads[1]), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(16 * after * after, 120), nn.ReLU(), nn.Linear(120, 84), nn.ReLU(), nn.Linear(84, 10),
    )


def loss_of(net, x, y, kind):
    f = net(x)
    if kind == "cross-entropy":
        return nn.functional.cross_entropy(f, y)
    target = nn.functional.one_hot(y, f.shape[1]).double()
    return ((f - target) ** 2).sum(1).mean()


def flat(tensors):
    return torch.cat([t.reshape(-1) for t in tensors])


def gradient(net, x, y, kind):
    parameters = list(net.parameters())
    loss = loss_of(net, x, y, kind)
    return loss.item(), flat(torch.autograd.grad(loss, parameters))


def hessian_rows(net, x, y, kind, vectors):
    """Products of the Hessian with vectors, by differentiating the gradient again."""
    parameters = list(net.parameters())
    g = flat(torch.autograd.grad(loss_of(net, x, y, kind), parameters, create_graph=True))
    rows = []
    for v in vectors:
        found = torch.autograd.grad(g @ v, parameters, retain_graph=True, allow_unused=True)
        rows.append(flat([torch.zeros_like(p) if t is None else t for t, p in zip(found, parameters)]))
    return torch.stack(rows)


def jacobian(net, x):
    """(samples·outputs) × parameters, one row after the other."""
    parameters = list(net.parameters())
    f = net(x)
    return torch.stack([flat(torch.autograd.grad(f[i, c], parameters, retain_graph=True))
                        for i in range(f.shape[0]) for c in range(f.shape[1])])


def ggn(net, x, kind):
    j = jacobian(net, x)
    f = net(x).detach()
    n, c = f.shape
    total = torch.zeros(j.shape[1], j.shape[1])
    for i in range(n):
        p = torch.softmax(f[i], 0)
        h = torch.diag(p) - torch.outer(p, p) if kind == "cross-entropy" else 2 * torch.eye(c)
        total += j[i * c:(i + 1) * c].T @ h @ j[i * c:(i + 1) * c]
    return total / n


def fisher(net, x, y, kind):
    rows = torch.stack([gradient(net, x[i:i + 1], y[i:i + 1], kind)[1] for i in range(len(x))])
    return rows.T @ rows / len(x)


ARCHIVES = {}


def save(name, **arrays):
    for key, value in arrays.items():
        value = value.detach() if torch.is_tensor(value) else value
        ARCHIVES.setdefault(name, {})[key] = np.asarray(value, dtype=np.float64)


def small_nets():
    for name, activation in (("relu", nn.ReLU), ("tanh", nn.Tanh), ("gelu", nn.GELU)):
        for kind in ("cross-entropy", "squared"):
            net = fill(mlp([6, 5, 4, 3], activation), 0.7)
            x = inputs(7, 6)
            y = torch.arange(7) % 3
            loss, g = gradient(net, x, y, kind)
            h = hessian_rows(net, x, y, kind, torch.eye(len(g)))
            save(f"mlp-{name}-{kind}", loss=[loss], gradient=g, hessian=h, ggn=ggn(net, x, kind), fisher=fisher(net, x, y, kind))
        j = jacobian(net, x)
        pairs = j @ j.T
        c = 3
        save(f"mlp-{name}", pairs=pairs, ntk=pairs.reshape(7, c, 7, c).diagonal(dim1=1, dim2=3).sum(-1))
        a = net[3](net[2](net[1](net[0](x))))
        centred = a - a.mean(0)
        save(f"mlp-{name}", ck=a @ a.T, ckcentred=centred @ centred.T)


def lenets():
    for side in (8, 28):
        net = fill(lenet(side), 0.1)
        x = inputs(5, 1, side, side)
        y = torch.arange(5) % 10
        loss, g = gradient(net, x, y, "cross-entropy")
        v = torch.cos(torch.arange(len(g)) * 0.3)
        product = hessian_rows(net, x, y, "cross-entropy", [v])[0]
        # every 37th entry is enough to know them all by
        save(f"lenet-{side}", loss=[loss], gradient=g[::37], product=product[::37])
        j = jacobian(net, x)
        save(f"lenet-{side}", ntk=(j @ j.T).reshape(5, 10, 5, 10).diagonal(dim1=1, dim2=3).sum(-1))


MASK = (1 << 64) - 1


class SplittableRandom:
    """Java's generator, for the order of the samples."""

    def __init__(self, seed):
        self.state = seed & MASK

    def _next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        return self.state

    def next_long(self):
        z = self._next()
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def _int(self):
        z = self._next()
        z = ((z ^ (z >> 33)) * 0x62A9D9ED799705F5) & MASK
        return (((z ^ (z >> 28)) * 0xCB24D0A5C88C35B3) & MASK) >> 32

    def next_int(self, bound):
        r = self._int()
        if bound & (bound - 1) == 0:
            return r & (bound - 1)
        u = r >> 1
        while u + bound - 1 - u % bound >= 1 << 31:
            u = self._int() >> 1
        return u % bound


def order(count, seed, epoch):
    random = SplittableRandom(SplittableRandom(~seed).next_long() + epoch)
    indices = [0] * count
    for i in range(count):
        j = random.next_int(i + 1)
        indices[i] = indices[j]
        indices[j] = i
    return indices


def curves():
    """Loss of each of 100 steps, before the step: 150 samples, batches of 32 (5 a epoch, the last of 22), 20 epochs."""
    for name, net, x in (
        ("mlp", fill(mlp([20, 16, 12, 10], nn.ReLU), 0.3), inputs(150, 20)),
        ("gelu", fill(mlp([20, 16, 12, 10], nn.GELU), 0.3), inputs(150, 20)),
        ("lenet", fill(lenet(8), 0.1), inputs(150, 1, 8, 8)),
    ):
        y = torch.arange(150) % 10
        optimiser = torch.optim.SGD(net.parameters(), lr=0.05, momentum=0.9, weight_decay=5e-4)
        losses = []
        for epoch in range(20):
            for batch in torch.tensor(order(150, 3, epoch)).split(32):
                optimiser.zero_grad()
                loss = nn.functional.cross_entropy(net(x[batch]), y[batch])
                losses.append(loss.item())
                loss.backward()
                optimiser.step()
        save(f"curve-{name}", loss=losses)


def states():
    """state_dicts as PyTorch saves them."""
    for name, net in (("mlp", fill(mlp([6, 5, 4, 3], nn.ReLU), 0.7)), ("lenet", fill(lenet(8), 0.1))):
        torch.save(net.float().state_dict(), OUT / f"state-{name}.pt")


if __name__ == "__main__":
    OUT.mkdir(parents=True, exist_ok=True)
    small_nets()
    lenets()
    curves()
    states()
    for name, arrays in ARCHIVES.items():
        np.savez_compressed(OUT / f"{name}.npz", **arrays)
