"""F_1, F_2, their densities and survivals by Bornemann's determinants in Arb ball arithmetic, on more nodes than the code.

Run: python make_tracy_widom.py tracy_widom.csv
F_1 = det(1 - B_s), F_2 = det(1 - B_s) det(1 + B_s), B_s(x, y) = Ai(x + y + s) on (0, L); densities by central
differences of order 4 with step 1e-12 at 600 bits.
"""
import csv
import sys

from flint import arb, arb_mat, ctx

ctx.prec = 600
N = 90
RULE = [tuple(v.mid() for v in arb.legendre_p_root(N, k, weight=True)) for k in range(N)]


def laws(s):
    length = 26 - s if s < 0 else arb(26)
    x = [length * (1 + t) / 2 for t, w in RULE]
    r = [(length * w / 2).sqrt() for t, w in RULE]
    b = [[arb(0)] * N for _ in range(N)]
    for i in range(N):
        for j in range(i + 1):
            b[i][j] = b[j][i] = r[i] * r[j] * (x[i] + x[j] + s).airy_ai()
    b = arb_mat(b)
    one = arb_mat(N, N, [arb(int(i == j)) for i in range(N) for j in range(N)])
    minus = (one - b).det()
    return minus, minus * (one + b).det()


def main(path):
    h = arb(10) ** -12
    with open(path, "w", newline="") as out:
        w = csv.writer(out, lineterminator="\n")
        w.writerow(["beta", "s", "cdf", "sf", "pdf"])
        for s in [-8, -7, -6, -5, -4, -3.25, -2.5, -1.75, -1, -0.5, 0, 0.5, 1.5, 3, 5.25, 8, 11.5, 13, 20]:
            at = {k: laws(arb(s) + k * h) for k in range(-2, 3)}
            for beta in (1, 2):
                f = {k: v[beta - 1] for k, v in at.items()}
                slope = (8 * (f[1] - f[-1]) - (f[2] - f[-2])) / (12 * h)
                w.writerow([beta, s] + [v.str(18, radius=False) for v in (f[0], 1 - f[0], slope)])
            out.flush()


if __name__ == "__main__":
    main(sys.argv[1])
