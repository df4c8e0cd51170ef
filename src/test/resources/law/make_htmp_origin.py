"""Reference values of the standard HTMP(gamma, kappa) law near 0, for small delta and for delta near integers.

Needs python-flint. Run: python make_htmp_origin.py htmp_origin.csv

Columns as in htmp_beyond.csv, kappa, gamma and x drawn at random with a fixed seed. From Arb's U(A, 1 - d, -y - i0), the
precision raised until log_pdf and cdf carry 25 digits. U is positive at y = 0 and turns clockwise, by less than 2 pi for
the y used here: cdf is that angle over pi A.
"""
import csv
import math
import random
import sys

from flint import acb, arb, ctx

from make_htmp_beyond import Law, Fr, ball, text


def value(law, x):
    bits = 300
    while bits <= 200000:
        ctx.prec = bits
        A, c, d = ball(law.A), ball(law.c), ball(law.d)
        y = ball(law.c * Fr(x))
        u = acb(-y).hypgeom_u(acb(A), acb(ball(1 - law.d)))
        log_pdf = c.log() + (d - 1) * y.log() - y - (A + 1).lgamma() - c.lgamma() - 2 * abs(u).log()
        turned = -u.arg()
        cdf = (turned + 2 * arb.pi() if turned < 0 else turned) / (arb.pi() * A)
        found = [log_pdf, cdf, 1 - cdf]
        if all(f.is_finite() and f.rel_accuracy_bits() > 85 for f in found):
            return found
        bits *= 2
    raise ArithmeticError((law.kappa, law.gamma, x))


def shapes(rng):
    """Pairs (kappa, gamma) by the delta they have."""
    for _ in range(18):
        yield rng.uniform(0, 1), 0.0
    for _ in range(18):
        yield rng.uniform(0, 1), 10 ** rng.uniform(-14, -1)
    for _ in range(24):
        yield rng.uniform(0, 1), rng.randint(1, 12) + rng.choice([-1, 1]) * 10 ** rng.uniform(-14, -2)
    for m in range(1, 9):
        yield rng.uniform(0, 1), float(m)
    for _ in range(24):
        yield rng.uniform(0, 1), rng.uniform(0, 13)
    for m in range(0, 6):
        yield rng.uniform(0, 1), m + 0.5


def rows(seed):
    rng = random.Random(seed)
    for place, delta in shapes(rng):
        kappa = 10 ** (-3 + 7 * place)
        if delta > 0 and delta > kappa * 400:
            kappa = delta * 10 ** rng.uniform(-2, 2)
        gamma = 1 / (1 + 2 * delta / kappa)
        law = Law(kappa, gamma)
        d, A, c = float(law.d), float(law.A), float(law.c)
        edge = (1 + d) / (A + d + 1) / c
        xs = [edge * f for f in (0.9999, 1.0001, 1.5)] + [edge * 10 ** -rng.uniform(0, 3), edge * 10 ** -rng.uniform(0, 30)]
        xs.append(10 ** -rng.uniform(30, 300) if d < 1.5 else edge * 10 ** -rng.uniform(3, 20))
        for x in sorted(xs):
            yield kappa, gamma, x, *value(law, x)


def main(path, seed=1):
    with open(path, "w", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["kappa", "gamma", "x", "log_pdf", "cdf", "sf"])
        for kappa, gamma, x, *values in rows(seed):
            writer.writerow([repr(kappa), repr(gamma), repr(x)] + [text(v) for v in values])
            out.flush()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1)
