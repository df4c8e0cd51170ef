"""References for the special functions, by Arb ball arithmetic (python-flint).

Run: python make_special_functions.py DIRECTORY  ->  incomplete_gamma.csv, digamma.csv, erfc.csv, airy.csv,
exponential_integral.csv
All arguments are binary doubles; values carry 20 digits.
"""
import csv
import math
import random
import sys

from flint import arb, ctx


def certain(f):
    prec = 200
    while prec < 4000000:
        ctx.prec = prec
        v = f()
        if v.is_finite() and v.rel_accuracy_bits() > 80:
            return v
        prec *= 2
    raise ArithmeticError


def text(v):
    return v.str(20, radius=False)


def write(path, header, rows):
    with open(path, "w", newline="") as out:
        w = csv.writer(out, lineterminator="\n")
        w.writerow(header)
        w.writerows(rows)


def incomplete_gamma():
    random.seed(1)
    for a in [1e-3, 0.01, 0.1, 0.3, 0.5, 0.999, 1.0, 1.5, 2.5, 7.0, 9.99, 10.0, 25.0, 100.3, 640.0, 3000.0, 9999.0, 1e4, 12345.678, 1e5, 1e6]:
        sd = math.sqrt(a)
        xs = {a * (1 + 1e-9), a + 1, a / 2, a * 2}
        for z in (-37, -30, -20, -8, -3, -1, -0.2, 0, 0.2, 1, 3, 8, 20, 30, 37):
            if a + z * sd > 0:
                xs.add(a + z * sd + random.random() * sd * 0.01)
        for m in (1e-8, 1e-3, 0.1, 0.6, 1.0, 1.1, 5.0, 40.0, 300.0):
            if a < 100:
                xs.add(m)
        for x in sorted(xs):
            p = certain(lambda: arb(x).gamma_lower(arb(a), regularized=1))
            q = certain(lambda: arb(x).gamma_upper(arb(a), regularized=1))
            yield repr(a), repr(x), text(p), text(q)


def digamma():
    for a in [1e-9, 1e-5, 0.003, 0.1, 0.5, 1.0, 1.4616321449683622, 1.4, 2.0, 3.7, 9.0, 11.99, 12.0, 50.5, 1e3, 1e6, 1e12]:
        yield repr(a), text(certain(lambda: arb(a).digamma()))


def erfc():
    for z in [1e-10, 0.01, 0.3, 0.7, 0.99, 1.0, 1.01, 1.5, 2.0, 3.3, 5.0, 8.0, 15.0, 26.0]:
        yield repr(z), text(certain(lambda: arb(z).erfc()))


def exponential_integral():
    for s in [0.5, 1.0, 1.0 + 1e-9, 1.5, 2.0, 2.75, 3.0, 6.0, 40.0]:
        for x in [1e-12, 1e-6, 1e-3, 0.1, 0.7, 0.999, 1.0, 1.5, 4.0, 30.0, 600.0]:
            yield repr(s), repr(x), text(certain(lambda: arb(x).expint(arb(s))))


def airy():
    for x in [-30.0, -17.3, -9.0, -4.1, -1.0, -0.3, 0.0, 0.4, 0.999, 1.0, 1.7, 3.0, 6.5, 12.0, 40.0, 90.0]:
        yield repr(x), text(certain(lambda: arb(x).airy_ai()))


def main(directory):
    write(directory + "/incomplete_gamma.csv", ["a", "x", "lower", "upper"], incomplete_gamma())
    write(directory + "/digamma.csv", ["a", "digamma"], digamma())
    write(directory + "/erfc.csv", ["z", "erfc"], erfc())
    write(directory + "/airy.csv", ["x", "ai"], airy())
    write(directory + "/exponential_integral.csv", ["s", "x", "value"], exponential_integral())


if __name__ == "__main__":
    main(sys.argv[1])
