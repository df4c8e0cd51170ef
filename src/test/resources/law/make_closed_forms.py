"""The Marchenko-Pastur law near and far from its edges, and the Gamma law's Stieltjes transform, by Arb ball arithmetic.

Run: python make_closed_forms.py DIRECTORY  ->  marchenko_pastur.csv, gamma_transform.csv
F of MP(g), r = sqrt(g), x = 1 + g - 2 r cos(phi):  (2/pi)[phi/2 + sin(phi)/(2r) - (1-g)/(2g) atan2(r sin, 1 - r cos)].
G of Gamma(shape a, rate 1): -U(1, 2 - a, -z).
"""
import csv
import math
import sys

from flint import acb, arb, ctx

ctx.prec = 1500


def text(v):
    return v.str(20, radius=False)


def marchenko_pastur():
    for g in [1e-6, 0.01, 0.2, 0.5, 0.9, 0.999, 1.0]:
        G, r = arb(g), arb(g).sqrt()
        lower, upper = float((1 - r) ** 2), float((1 + r) ** 2)
        width = upper - lower
        xs = {lower + width * f for f in (1e-10, 1e-6, 1e-3, 0.03, 0.2, 0.5, 0.8, 0.97)}
        xs |= {upper - width * f for f in (1e-10, 1e-6, 1e-3)}
        if g == 1.0:
            xs |= {1e-300, 1e-30}
        for x in sorted(xs):
            X = arb(x)
            low, high = X - (1 - r) ** 2, (1 + r) ** 2 - X
            if not (low > 0 and high > 0):
                continue
            phi = 2 * arb.atan2(low.sqrt(), high.sqrt())
            turn = arb.atan2(r * phi.sin(), 1 - r * phi.cos())
            cdf = (2 / arb.pi()) * (phi / 2 + phi.sin() / (2 * r) - (1 - G) / (2 * G) * turn)
            log_pdf = (low * high).log() / 2 - (2 * arb.pi() * G * X).log()
            yield repr(g), repr(x), text(log_pdf), text(cdf), text(1 - cdf)


def transform(a, x, y):
    for bits in (1500, 6000, 24000, 96000):
        ctx.prec = bits
        g = -acb(-arb(x), -arb(y)).hypgeom_u(acb(1), acb(2 - arb(a)))
        if g.real.rel_accuracy_bits() > 80 and (y == 0 or g.imag.rel_accuracy_bits() > 80):
            return g
    raise ArithmeticError((a, x, y))


def gamma_transform():
    for a in [0.05, 0.5, 1.0, 2.5, 7.0, 60.0, 2000.0]:
        for re, im in [(-3, 0), (-0.01, 0), (-1e-8, 0), (0.01, 1e-6), (0.3, 0.2), (1, 1e-12), (1, 1e-3), (1.2, 0.5), (4, 1e-9), (30, 2)]:
            x, y = re * a, im * a
            g = transform(a, x, y)
            yield repr(a), repr(float(x)), repr(float(y)), text(g.real), text(g.imag) if im else "0"


def write(path, header, rows):
    with open(path, "w", newline="") as out:
        w = csv.writer(out, lineterminator="\n")
        w.writerow(header)
        w.writerows(rows)


def main(directory):
    write(directory + "/marchenko_pastur.csv", ["gamma", "x", "log_pdf", "cdf", "sf"], marchenko_pastur())
    write(directory + "/gamma_transform.csv", ["shape", "re", "im", "g_re", "g_im"], gamma_transform())


if __name__ == "__main__":
    main(sys.argv[1])
