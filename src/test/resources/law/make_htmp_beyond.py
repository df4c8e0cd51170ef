"""Reference values of the standard HTMP(gamma, kappa) law where the 50-digit table stops.

Needs python-flint (Arb ball arithmetic). Run: python make_htmp_beyond.py htmp_beyond.csv [number of the pair to go on from]

Columns kappa, gamma, x (each read back as a binary double), log_pdf, cdf, sf: 20 digits; cdf and sf are relative
to themselves however small, written with an exponent far below the range of doubles where that is where they are.

Two methods that share nothing but the law's definition:
  walk    c >= 1.9. Start G above the bulk by the continued fraction of the Jacobi coefficients, then Taylor steps of
          Kummer's equation y u'' + (1 - d + y) u' + A u = 0 down to the axis and outward from there, at 420 bits.
          log_pdf from y^(d-1) e^(-y) / |u|^2 tied to Im q/(pi A x) at x = 1. sf from the phase collected from the far
          right end, cdf from the far left end (or 1 - sf where the left tail is too heavy to reach an end); both by
          Gauss-Legendre sums of the density over the Taylor panels where they are smaller than 1e-30.
          Asserted: the phase collected over the whole axis is pi A, to 1e-25.
  direct  c < 1.9 (and everywhere cheap as a check of `walk`, to 1e-22 in log_pdf): Arb's U(A, 1 - d, -y - i0), with
          the precision raised until log_pdf, cdf and sf all carry 25 digits.
"""
import csv
import math
import sys
from fractions import Fraction as Fr

from flint import acb, arb, ctx, fmpq

BITS = 420


def ball(f):
    f = Fr(f)
    return arb(fmpq(f.numerator, f.denominator))


class Law:
    def __init__(self, kappa, gamma):
        self.kappa, self.gamma = kappa, gamma
        self.A = Fr(kappa) / 2
        self.c = Fr(kappa) / (2 * Fr(gamma))
        self.d = self.c - self.A


# ---------------------------------------------------------------- direct

def direct(law, x, want_cdf=True, max_bits=400000):
    bits = 300
    while bits <= max_bits:
        ctx.prec = bits
        A, c, d = ball(law.A), ball(law.c), ball(law.d)
        y = ball(law.c * Fr(x))
        u = acb(-y).hypgeom_u(acb(A), acb(ball(1 - law.d)))
        log_pdf = c.log() + (d - 1) * y.log() - y - (A + 1).lgamma() - c.lgamma() - 2 * abs(u).log()
        found = [log_pdf]
        if want_cdf:
            assert law.A < 1  # U is positive at y = 0 and turns by pi A in all: its argument needs no unwinding
            phase = u.arg()
            cdf = abs(phase) / (arb.pi() * A)
            found += [cdf, 1 - cdf]
        if all(f.is_finite() and f.rel_accuracy_bits() > 85 for f in found):
            return found
        bits *= 2
    raise ArithmeticError("direct gave up")


# ---------------------------------------------------------------- walk

def taylor(y0, u, du, A, b, h):
    """Coefficients of u about y0 good to BITS at |h|; y0, u, du complex balls (mid-points only)."""
    cs = [u, du]
    inv = 1 / y0
    n = 0
    habs = abs(h).mid()
    biggest = arb(0)
    power = arb(1)
    quiet = 0
    while quiet < 4:
        nxt = -((n + b + y0) * (n + 1) * cs[n + 1] + (n + A) * cs[n]) * inv / ((n + 2) * (n + 1))
        nxt = acb(nxt.real.mid(), nxt.imag.mid())
        cs.append(nxt)
        power = (power * habs).mid()
        term = (abs(nxt) * power * habs).mid()
        ref = abs(cs[0]).mid()
        if term > biggest:
            biggest = term
        quiet = quiet + 1 if term < (ref + biggest) * arb(2) ** (-BITS - 10) else 0
        n += 1
        if n > 4000:
            raise ArithmeticError("Taylor series too long")
    return cs


def horner(cs, h):
    v = acb(0)
    dv = acb(0)
    for a in reversed(cs):
        dv = dv * h + v
        v = v * h + a
    return mid(v), mid(dv)


def horner_value(cs, h):
    v = acb(0)
    for a in reversed(cs):
        v = v * h + a
    return mid(v)


def mid(v):
    return acb(v.real.mid(), v.imag.mid())


def start(law):
    """u'/u at a point over x = 1, by the continued fraction, from two lengths that must agree."""
    A, c = ball(law.A), ball(law.c)
    width = 2 * (A * (c + 1)).sqrt() + 2 * c.sqrt() + 1
    z = acb(c, width.mid())
    last = None
    n = 400
    while n < 400000:
        tail = acb(0)
        for k in range(n, 0, -1):
            tail = mid((k + A) * (k - 1 + c) / (z - (2 * k + A + c) - tail))
        m = mid(1 / (z - c - tail))
        if last is not None and abs(m / last - 1) < arb(2) ** (-BITS + 60):
            return z, mid(-A * m)
        last = m
        n *= 2
    raise ArithmeticError("continued fraction too slow")


def gauss(n):
    out = []
    for k in range(n):
        out.append(tuple(v.mid() for v in arb.legendre_p_root(n, k, weight=True)))
    return [((1 + t) / 2, w / 2) for t, w in out]


class Walk:
    """Panels outward from x = 1 in both directions; each has lo, hi in y, Taylor coefficients and values at its start."""

    def __init__(self, law, log_floor, x_min):
        ctx.prec = BITS
        self.law = law
        self.nodes = gauss(56)
        self.A, self.b, self.c, self.d = (ball(v).mid() for v in (law.A, 1 - law.d, law.c, law.d))
        y, slope = start(law)
        u, du = acb(1), slope
        while y.imag > 0:
            step = min(float(abs(y).mid()) * 0.3, self.reach(y, u, du))
            drop = arb(min(step, float(y.imag.mid())))
            h = acb(0, -drop)
            nearly = float(y.imag.mid()) <= step
            if nearly:
                h = acb(0, -y.imag.mid())
            cs = taylor(y, u, du, self.A, self.b, h)
            u, du = horner(cs, h)
            u, du = acb(1), mid(du / u)
            y = acb(self.c) if nearly else mid(y + h)
        self.u0, self.du0 = u, du
        q0 = mid(self.c * du / u)
        self.log_rho0 = (q0.imag / (arb.pi() * self.A)).log().mid()
        self.right, self.right_end = self.march(+1, log_floor, None)
        self.left, self.left_end = self.march(-1, log_floor, x_min)
        self.check_phase()
        self.add_tails()

    def reach(self, y, u, du):
        """A step over which neither solution turns or grows by more than about e^12."""
        yf = complex(float(y.real.mid()), float(y.imag.mid()))
        b, A = float(self.b), float(self.A)
        p = (b + yf) / yf
        k = max(abs(p), math.sqrt(abs(A / yf)), abs(complex(float((du / u).real.mid()), float((du / u).imag.mid()))))
        return 12 / k

    @staticmethod
    def turn(cs, h, limit):
        """How far u turns over h, in steps too short for half a turn."""
        n = max(4, math.ceil(32 * abs(float(h)) / limit))
        e = [horner_value(cs, h * k / n) for k in range(n + 1)]
        return sum((e[k + 1] / e[k]).arg() for k in range(n))

    def march(self, sign, log_floor, x_min):
        y, u, du = self.c, acb(1), self.du0
        log_scale = arb(0)  # ln |true u / u carried|
        phase = arb(0)
        panels = []
        while True:
            limit = self.reach(acb(y), u, du)
            step = min(0.3 * float(y), limit)
            h = arb(sign * step)
            cs = taylor(acb(y), u, du, self.A, self.b, acb(h))
            v, dv = horner(cs, acb(h))
            panels.append(dict(y=y, h=h, cs=cs, u=u, log_scale=log_scale, phase=phase, limit=limit))
            phase = (phase + self.turn(cs, h, limit)).mid()
            size = abs(v).mid()
            log_scale = (log_scale + size.log()).mid()
            y = (y + h).mid()
            u, du = mid(v / size), mid(dv / size)
            lr = self.log_rho(y, u, log_scale)
            done = lr + y.log() - self.c.log() < log_floor
            if sign < 0 and x_min is not None and y / self.c < x_min:
                done = True
            if done:
                return panels, dict(y=y, phase=phase, log_rho=lr)

    def log_rho(self, y, u, log_scale):
        t = (y / self.c).log()
        return (self.log_rho0 + (self.d - 1) * t - (y - self.c) - 2 * (abs(u).log() + log_scale)).mid()

    def panel_sum(self, p, h0, h1):
        """Integral of rho dx over y + [h0, h1] within a panel, as (log of a reference, sum relative to it)."""
        ref = None
        total = arb(0)
        for t, w in self.nodes:
            s = h0 + (h1 - h0) * t
            v = horner_value(p["cs"], s)
            lr = self.log_rho(p["y"] + s, v, p["log_scale"])
            if ref is None:
                ref = lr
            total += w * (lr - ref).exp()
        return ref + (total * abs(h1 - h0) / self.c).log()

    def check_phase(self):
        total = abs(self.left_end["phase"]) + abs(self.right_end["phase"])
        miss = abs(total / (arb.pi() * self.A) - 1)
        self.left_complete = self.left_end["log_rho"] + (self.left_end["y"] / self.c).log() < -100
        if self.left_complete:
            assert miss < arb(10) ** -25, (self.law.kappa, self.law.gamma, miss)

    def add_tails(self):
        """Gives each far panel the log of the mass beyond its far end."""
        end = self.left_end
        self.left_rest = arb(0)
        if self.left_complete and self.d > 0:  # a power there: F = x rho / d
            self.left_rest = (end["log_rho"] + (end["y"] / self.c).log()).exp() / self.d
        for panels in (self.left, self.right):
            beyond = self.left_rest.log() if panels is self.left and self.left_rest > 0 else None
            for p in reversed(panels):
                p["beyond"] = beyond
                if self.log_rho(p["y"], p["u"], p["log_scale"]) + (p["y"] / self.c).log() < -60:
                    s = self.panel_sum(p, arb(0), p["h"])
                    beyond = s if beyond is None else s + (1 + (beyond - s).exp()).log()

    def value(self, x):
        y = ball(self.law.c * Fr(x)).mid()
        sign = 1 if y >= self.c else -1
        panels = self.right if sign > 0 else self.left
        p = next(q for q in panels if sign * (y - q["y"]) >= 0 and sign * (y - q["y"] - q["h"]) <= 0)
        s = y - p["y"]
        v, _ = horner(p["cs"], acb(s))
        lr = self.log_rho(y, v, p["log_scale"])
        phase = p["phase"] + self.turn(p["cs"], s, p["limit"])
        whole = arb.pi() * self.A
        if sign > 0:
            sf = (abs(self.right_end["phase"]) - abs(phase)) / whole
            cdf = 1 - sf
            if sf < arb(10) ** -30:
                sf = self.tail(p, s)
        else:
            cdf = (abs(self.left_end["phase"]) - abs(phase)) / whole + self.left_rest
            sf = (abs(self.right_end["phase"]) + abs(phase)) / whole
            if not self.left_complete:
                cdf = 1 - sf
                assert cdf > arb(10) ** -60, "left tail too heavy to reach and too small to subtract"
            elif cdf < arb(10) ** -30:
                cdf = self.tail(p, s)
        return lr, cdf, sf

    def tail(self, p, s):
        here = self.panel_sum(p, s, p["h"])
        if p["beyond"] is None:
            return here.exp()
        return (here + (1 + (p["beyond"] - here).exp()).log()).exp()

    def x_where(self, sign, level):
        """An x of 6 digits about where log_pdf falls to the level."""
        for p in self.right if sign > 0 else self.left:
            if self.log_rho(p["y"], p["u"], p["log_scale"]) < level:
                return float("%.6g" % float(p["y"] / self.c))
        return None


# ---------------------------------------------------------------- the table

PAIRS = [
    (1e-3, 1e-3), (1e-3, 0.5), (1e-3, 1.0), (0.02, 0.01), (0.5, 0.25), (0.8, 0.7), (1.5, 1.0), (0.05, 1e-3), (0.3, 0.003), (1.0, 1e-3), (3.0, 0.02),
    (3.0, 0.75), (4.0, 0.5), (4.0, 1.0), (4.0, 0.9999), (4.0, 0.4999999), (4.0, 0.50000001), (2.0, 0.25), (1.0, 0.2), (6.0, 0.2),
    (10.0, 0.3), (10.0, 1.0), (20.0, 0.001), (50.0, 0.01), (50.0, 0.6), (100.0, 0.99), (150.0, 0.05), (200.0, 0.5),
    (200.0, 1.0), (300.0, 0.3), (400.0, 0.01), (400.0, 0.8), (400.0, 0.999), (1000.0, 0.001), (1000.0, 0.03),
    (1000.0, 0.7), (3000.0, 0.1), (3000.0, 1.0), (10000.0, 0.001), (10000.0, 0.01), (10000.0, 0.3), (10000.0, 0.5), (10000.0, 0.95), (10000.0, 1.0),
    (92.0, 0.5), (93.0, 0.3), (93.0, 1.0), (94.0, 0.001), (97.0, 0.97), (120.0, 0.02), (700.0, 0.003), (2000.0, 0.999), (5000.0, 0.05),
]


def points(law, walk):
    kappa, gamma = law.kappa, law.gamma
    spread = math.sqrt(gamma * (1 + 2 / kappa))
    xs = {1.0, 0.9, 1.25, 1 + spread / 3, 1 + 2 * spread + gamma, (1 + math.sqrt(gamma)) ** 2}
    if gamma < 1:
        xs |= {(1 - math.sqrt(gamma)) ** 2, max(1 - spread / 3, 0.05)}
    delta = float(law.d)
    for x in (0.3, 0.05, 1e-3, 1e-6, 1e-15, 1e-30, 1e-100, 1e-300):
        if -(delta - 1) * math.log(x) < 4000 and (delta < 1 or x > 1e-20):
            xs.add(x)
    if walk is None:
        xs |= {3.0, 30.0, 1000.0, 5000.0 / float(law.c)}
    else:
        for sign in (1, -1):
            for level in (-3, -12, -40, -200, -1000, -5000):
                x = walk.x_where(sign, level)
                if x is not None:
                    xs.add(x)
    return sorted(float("%.6g" % x) for x in xs)


def text(v, digits=20):
    return v.str(digits, radius=False)


def rows(kappa, gamma):
    law = Law(kappa, gamma)
    if law.c < Fr(19, 10):
        for x in points(law, None):
            yield (x, *direct(law, x))
        return
    x_min = None if law.d > 3 else (1e-301 if law.d < 1 else 1e-25)
    walk = Walk(law, -5400, x_min)
    checked = 0
    for x in points(law, walk):
        ctx.prec = BITS
        try:
            lr, cdf, sf = walk.value(x)
        except StopIteration:
            continue
        if float(law.c) * max(x, 1) < 300 and checked < 6:
            log_pdf = direct(law, x, want_cdf=False)[0]
            ctx.prec = BITS
            assert abs(log_pdf - lr) < arb(10) ** -22 * (1 + abs(lr)), (kappa, gamma, x, log_pdf, lr)
            checked += 1
        yield x, lr, cdf, sf


def main(path, first=0):
    """Writes the table; from a later pair on it appends, to go on where a run was stopped."""
    with open(path, "a" if first else "w", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        if not first:
            writer.writerow(["kappa", "gamma", "x", "log_pdf", "cdf", "sf"])
        for kappa, gamma in PAIRS[first:]:
            for x, *values in rows(kappa, gamma):
                writer.writerow([repr(kappa), repr(gamma), repr(x)] + [text(v) for v in values])
            out.flush()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 0)
