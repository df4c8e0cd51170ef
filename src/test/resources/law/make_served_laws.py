"""What `eigenscope density` has to answer for the laws with closed forms, from their definitions by mpmath at 50 digits.

Run: python make_served_laws.py served_laws.csv

Columns: law, arguments (those of the command line), x, log_pdf, cdf, sf. cdf and sf by mpmath's erfc, incomplete gamma
functions and tanh-sinh quadrature of the density, each relative to itself; log_pdf is empty outside the support.
"""
import csv
import sys

from mpmath import erfc, exp, gammainc, inf, log, mp, mpf, pi, quad, sqrt

mp.dps = 50


def lognormal(mu, sigma):
    z = lambda x: (log(x) - mu) / sigma
    return (lambda x: -z(x) ** 2 / 2 - log(x * sigma * sqrt(2 * pi)),
            lambda x: erfc(-z(x) / sqrt(2)) / 2, lambda x: erfc(z(x) / sqrt(2)) / 2)


def power(a, xmin):
    return (lambda x: log((a - 1) / xmin) - a * log(x / xmin),
            lambda x: 1 - (x / xmin) ** (1 - a), lambda x: (x / xmin) ** (1 - a))


def truncated_power(a, xmin, rate):
    upper = lambda x: gammainc(1 - a, rate * x)  # over rate^(a-1), which cancels
    whole = upper(xmin)
    return (lambda x: (a - 1) * log(1 / rate) - log(whole) - a * log(x) - rate * x,
            lambda x: (whole - upper(x)) / whole, lambda x: upper(x) / whole)


def gamma(a, b):
    return (lambda x: a * log(b) + (a - 1) * log(x) - b * x - log(mp.gamma(a)),
            lambda x: gammainc(a, 0, b * x, regularized=True), lambda x: gammainc(a, b * x, inf, regularized=True))


def inverse_gamma(a, b):
    return (lambda x: a * log(b) - (a + 1) * log(x) - b / x - log(mp.gamma(a)),
            lambda x: gammainc(a, b / x, inf, regularized=True), lambda x: gammainc(a, 0, b / x, regularized=True))


def by_edges(log_pdf, lower, upper):
    """cdf and sf by quadrature in the angle that takes the square-root edges away."""
    def mass(start, end):
        angle = lambda x: mp.acos((lower + upper - 2 * x) / (upper - lower))
        at = lambda phi: (lower + upper - (upper - lower) * mp.cos(phi)) / 2
        f = lambda phi: exp(log_pdf(at(phi))) * (upper - lower) / 2 * mp.sin(phi) if 0 < phi < pi else mpf(0)
        return quad(f, mp.linspace(angle(start), angle(end), 9))
    return lambda x: mass(lower, x), lambda x: mass(x, upper)


def semicircle(center, radius):
    log_pdf = lambda x: log(2 / (pi * radius ** 2)) + log(radius ** 2 - (x - center) ** 2) / 2
    return (log_pdf, *by_edges(log_pdf, center - radius, center + radius))


def mp_law(g, scale, tau):
    low, high = (1 - sqrt(g)) ** 2, (1 + sqrt(g)) ** 2
    standard = lambda x: log((x - low) * (high - x)) / 2 - log(2 * pi * g * x)
    cdf, sf = by_edges(standard, low, high)
    y = lambda x: (x - tau) / scale
    return lambda x: standard(y(x)) - log(scale), lambda x: cdf(y(x)), lambda x: sf(y(x))


def inverse(law, scale, tau):
    log_pdf, cdf, sf = law
    y = lambda x: scale / (x - tau)
    return lambda x: log_pdf(y(x)) + 2 * log(y(x)) - log(scale), lambda x: sf(y(x)), lambda x: cdf(y(x))


def with_zeros(law, share):
    log_pdf, cdf, sf = law
    return lambda x: log_pdf(x) + log(share), lambda x: 1 - share + share * cdf(x), lambda x: share * sf(x)


def spiked(g, spikes, size, scale):
    log_pdf, cdf, sf = mp_law(g, scale, mpf(0))
    out = [scale * s * (1 + g / (s - 1)) for s in spikes if s > 1 + sqrt(g) or s < 1 - sqrt(g)]
    m = 1 / size if size else mpf(0)
    share = 1 - len(out) * m
    return (lambda x: log_pdf(x) + log(share),
            lambda x: share * cdf(x) + m * sum(1 for p in out if p <= x),
            lambda x: share * sf(x) + m * sum(1 for p in out if p > x))


def n(text):
    return mpf(float(text))


def rows():
    yield "lognormal", "--mu 0.5 --sigma 1.25", lognormal(n("0.5"), n("1.25")), "1e-12 0.01 1 1.7 30 1e9"
    yield "lognormal", "--mu -3 --sigma 0.05", lognormal(n("-3"), n("0.05")), "0.03 0.049 0.0501 0.07"
    yield "power", "--exponent 2.5 --xmin 0.25", power(n("2.5"), n("0.25")), "0.2500001 0.3 1 100 1e30"
    yield "power", "--exponent 1.1 --xmin 3", power(n("1.1"), n("3")), "3.5 1e6 1e200"
    yield "truncated-power", "--exponent 2.5 --xmin 0.25 --rate 0.1", truncated_power(n("2.5"), n("0.25"), n("0.1")), "0.2500001 0.3 1 20 500"
    yield "truncated-power", "--exponent -1.5 --xmin 2 --rate 3", truncated_power(n("-1.5"), n("2"), n("3")), "2.01 3 9 100"
    yield "semicircle", "--radius 2", semicircle(n("0"), n("2")), "-1.9999 -1 0 0.75 1.99"
    yield "semicircle", "--center -4 --radius 0.5", semicircle(n("-4"), n("0.5")), "-4.4 -4 -3.75"
    yield "mp", "--gamma 0.5 --scale 3 --tau 0.25", mp_law(n("0.5"), n("3"), n("0.25")), "0.55 1 3 8.9"
    yield "mp", "--gamma 4 --scale 2", with_zeros(mp_law(n("0.25"), n("8"), n("0")), n("0.25")), "2.5 8 17"
    yield "inverse-mp", "--gamma 0.5 --scale 3 --tau 0.25", inverse(mp_law(n("0.5"), n("1"), n("0")), n("3"), n("0.25")), "1.3 2 10 34"
    yield "inverse-mp", "--gamma 4 --scale 2", with_zeros(inverse(mp_law(n("0.25"), n("1"), n("0")), n("0.5"), n("0")), n("0.25")), "0.25 0.6 1.9"
    yield "gamma", "--shape 2.5 --rate 3 --tau 0.5", tuple(lambda x, f=f: f(x - n("0.5")) for f in gamma(n("2.5"), n("3"))), "0.501 1 2 30"
    yield "inverse-gamma", "--shape 2.5 --rate 3", inverse_gamma(n("2.5"), n("3")), "0.05 1 2 1e8"
    yield "spiked-mp", "--gamma 0.25 --spikes 4,1.4,0.2,9", spiked(n("0.25"), [4, n("1.4"), n("0.2"), 9], None, n("1")), "0.3 1 2.2"
    yield "spiked-mp", "--gamma 0.25 --spikes 4,1.4,0.2,9 --size 50 --scale 2", spiked(n("0.25"), [4, n("1.4"), n("0.2"), 9], n("50"), n("2")), "0.6 1 4.4"


def main(path):
    with open(path, "w", newline="") as out:
        writer = csv.writer(out, lineterminator="\n", delimiter="|")
        writer.writerow(["law", "arguments", "x", "log_pdf", "cdf", "sf"])
        for law, arguments, (log_pdf, cdf, sf), xs in rows():
            for text in xs.split():
                x = n(text)
                values = [mp.nstr(mp.re(f(x)), 20) for f in (log_pdf, cdf, sf)]
                writer.writerow([law, arguments, repr(float(text)), *values])


if __name__ == "__main__":
    main(sys.argv[1])
