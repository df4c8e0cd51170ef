"""What numpy takes for the eigenvalues of W·Wᵀ, alternating with this program in one run.

Usage: gram_elsewhere.py ROWS COLUMNS ROUNDS COMMAND...

COMMAND is what runs org.eigenscope.spectrum.GramTimes with the arguments ROWS COLUMNS; it prints the seconds of one
computation for each line it reads. Rounds alternate, so that both meet the same load; medians and their ratio are printed.
Set OPENBLAS_NUM_THREADS to the same number for both.
"""

import statistics
import subprocess
import sys
import time

import numpy as np

rows, columns, rounds = (int(a) for a in sys.argv[1:4])
single = np.random.default_rng(1).standard_normal((rows, columns)).astype(np.float32)
double = single.astype(np.float64)


def numpy_seconds(w):
    start = time.perf_counter()
    np.linalg.eigvalsh(w @ w.T)
    return time.perf_counter() - start


ours = subprocess.Popen(
    sys.argv[4:] + [str(rows), str(columns)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
)
times = {"eigenscope": [], "numpy float32": [], "numpy float64": []}
for i in range(rounds + 2):
    ours.stdin.write("go\n")
    ours.stdin.flush()
    found = (float(ours.stdout.readline()), numpy_seconds(single), numpy_seconds(double))
    if i >= 2:  # the first two rounds warm everything up
        for key, seconds in zip(times, found):
            times[key].append(seconds)
ours.stdin.close()
ours.wait()

print("numpy", np.__version__, "with")
np.show_config()
for key, seconds in times.items():
    print(f"{key:14s} median {statistics.median(seconds):.3f} s, least {min(seconds):.3f} s")
for key in ("numpy float32", "numpy float64"):
    ratio = statistics.median(a / b for a, b in zip(times["eigenscope"], times[key]))
    print(f"median ratio to {key}: {ratio:.2f}")
