"""How often a rule for zeros finds the rank of float32 matrices: that of decision 5, and numpy's matrix_rank.

    python3 src/test/python/zeros.py [--draws 200]

Ours: singular values in double precision of the stored entries, zero at σ ≤ σmax·√max(m, n)·2⁻²³. numpy's: in single precision, zero at
σ ≤ σmax·max(m, n)·2⁻²³. A matrix of rank r is a product of factors, formed in double precision and then rounded, or formed in single
precision. Written for each kind: the share of draws with the right rank, and where ours is wrong, by how much the median rank is off.
"""

import argparse

import numpy as np

SHAPES = [(40, 60), (100, 400), (300, 300)]
EPS = float(np.finfo("f4").eps)


def factors(kind, m, n, r, rng):
    if kind == "positive":
        return rng.random((m, r)), rng.random((r, n))
    if kind == "gaussian":
        return rng.normal(size=(m, r)), rng.normal(size=(r, n))
    # orthonormal factors with geometric singular values from 1 down to 1/condition
    u = np.linalg.qr(rng.normal(size=(m, r)))[0]
    v = np.linalg.qr(rng.normal(size=(n, r)))[0]
    return u * np.geomspace(1, 1 / float(kind), r), v.T


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--draws", type=int, default=200)
    draws = parser.parse_args().draws
    rng = np.random.default_rng(5)
    print("| shape | rank | factors | formed in | ours | numpy | median error of ours, numpy's | largest rounding σ/(σmax·√max·ε) |")
    print("|---|---|---|---|---|---|---|---|")
    for m, n in SHAPES:
        for r in (min(m, n) // 4, min(m, n)):
            for kind in ("gaussian", "positive", "1e2", "1e4", "1e5", "1e6"):
                for formed in ("f8", "f4"):
                    if r == min(m, n) and formed == "f4":
                        continue
                    ours, theirs, rounding = [], [], 0
                    for _ in range(draws):
                        a, b = factors(kind, m, n, r, rng)
                        w = (a @ b).astype("f4") if formed == "f8" else a.astype("f4") @ b.astype("f4")
                        s = np.linalg.svd(w.astype("f8"), compute_uv=False)
                        ours.append(int((s > s[0] * np.sqrt(max(m, n)) * EPS).sum()) - r)
                        theirs.append(int(np.linalg.matrix_rank(w)) - r)
                        if r < min(m, n):
                            rounding = max(rounding, s[r] / (s[0] * np.sqrt(max(m, n)) * EPS))
                    ours, theirs = np.array(ours), np.array(theirs)
                    print(
                        f"| {m}×{n} | {r} | {kind} | {formed} | {100 * np.mean(ours == 0):.0f} % | {100 * np.mean(theirs == 0):.0f} % "
                        f"| {np.median(ours):.0f}, {np.median(theirs):.0f} | {rounding:.2f} |",
                        flush=True,
                    )


if __name__ == "__main__":
    main()
