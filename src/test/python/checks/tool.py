"""Runs the program and reads what it writes."""
import csv
import io
import json
import os
import random
import shlex
import subprocess
import tempfile
from pathlib import Path

import numpy as np


class Tool:
    """The command line. With perturb > 0 every number that it writes is enlarged by a half of that part to all of it, whole numbers
    by one or two, and every word but the names of laws is replaced: every check has to notice."""

    def __init__(self, command, perturb=0.0):
        # a file of that name, spaces and all, or a command with arguments
        self.command = [command] if os.path.isfile(command) else shlex.split(command)
        self.perturb = perturb
        self.random = random.Random(1)
        self.folder = tempfile.TemporaryDirectory(prefix="eigenscope-check-")
        self.count = 0

    def path(self, name):
        return str(Path(self.folder.name) / name)

    def matrix(self, w, name="matrix.npy"):
        self.count += 1
        path = self.path(f"{self.count}-{name}")
        np.save(path, w)
        return path

    def numbers(self, values, column=None):
        self.count += 1
        path = self.path(f"{self.count}.csv")
        lines = ([column] if column else []) + [repr(float(v)) for v in values]
        Path(path).write_text("\n".join(lines) + "\n")
        return path

    def run(self, *arguments, exit_code=0):
        done = subprocess.run([*self.command, *map(str, arguments)], capture_output=True, text=True, check=False)
        if done.returncode != exit_code:
            raise RuntimeError(f"{' '.join(map(str, arguments))}: exit code {done.returncode}: {done.stderr.strip()[-500:]}")
        return done.stdout

    def json(self, *arguments):
        return self._changed(json.loads(self.run(*arguments)))

    def csv(self, *arguments):
        return self.table(self.run(*arguments))

    def table(self, text):
        """The columns of a CSV text; numbers where every cell is one or empty."""
        rows = list(csv.reader(io.StringIO(text)))
        columns = {}
        for name, cells in zip(rows[0], zip(*rows[1:])):
            try:
                columns[name] = np.array([self._changed(float(c)) if c else np.nan for c in cells])
            except ValueError:
                columns[name] = list(cells)
        return columns

    def _changed(self, value):
        if self.perturb == 0 or value is None:
            return value
        if isinstance(value, dict):
            return {k: self._changed(v) for k, v in value.items()}
        if isinstance(value, list):
            return [self._changed(v) for v in value]
        if isinstance(value, bool):
            return not value
        if isinstance(value, str):
            return value if value in LAWS else "perturbed " + value[::-1]
        if isinstance(value, int):
            return value + self.random.choice((1, 2))
        step = self.random.uniform(0.5, 1) * self.perturb
        return step if value == 0 else value * (1 + step)


LAWS = (
    "htmp inverse-htmp mp inverse-mp inverse-gamma gamma lognormal power truncated-power semicircle power-law lognormal exponential"
    " truncated-power-law"
).split()
