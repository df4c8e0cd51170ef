"""Writes reference.txt: small matrices and their eigenvalues, with 60-digit arithmetic where numpy's would not do.

Run with numpy 1.24 and mpmath 1.x: python3 make_reference.py > reference.txt
Each matrix is four lines: name, rows, columns, element type; row-major values; kind (gram or symmetric); eigenvalues ascending.
"""

import mpmath
import numpy as np

mpmath.mp.dps = 60


def exact_eigenvalues(a, kind):
    m = mpmath.matrix(a.tolist())
    if kind == "gram":
        m = m * m.T if a.shape[0] <= a.shape[1] else m.T * m
    return sorted(float(v) for v in mpmath.eigsy(m, eigvals_only=True))


def write(name, a, element_type, kind="gram"):
    a = np.asarray(a, dtype=np.float64)
    print(name, *a.shape, element_type)
    print(*(repr(float(v)) for v in a.ravel()))
    print(kind)
    print(*(repr(v) for v in exact_eigenvalues(a, kind)))


rng = np.random.default_rng(20250603)
write("wide", rng.standard_normal((12, 20)), "F64")
write("tall", rng.standard_normal((21, 9)).astype(np.float32), "F32")
write("square", rng.standard_normal((14, 14)), "F64")
write("heavy-tailed", rng.standard_t(2, (15, 25)), "F64")
write("graded-rows", rng.standard_normal((10, 16)) * 10.0 ** -np.arange(10)[:, None], "F64")
hilbert = [[1.0 / (i + j + 1) for j in range(13)] for i in range(8)]
write("hilbert", hilbert, "F64")
b = rng.standard_normal((13, 13))
write("indefinite", b + b.T, "F64", "symmetric")
f = rng.standard_normal((11, 30))
gram = f @ f.T
write("float32-gram", ((gram + gram.T) / 2).astype(np.float32), "F32", "symmetric")
