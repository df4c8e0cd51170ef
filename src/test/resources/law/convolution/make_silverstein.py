"""Densities of MP(gamma) ⊠ (0.7·δ_1 + 0.3·δ_8) from Silverstein's equation, z = -1/v + γ Σ w_k t_k/(1 + t_k v), for the
companion transform v; here a cubic in v, solved in 40 digits. The density is Im v/(πγ) for the root above the axis.

    python3 make_silverstein.py > silverstein.csv
"""

import mpmath as mp

mp.mp.dps = 40
ATOMS = [(mp.mpf("0.7"), mp.mpf(1)), (mp.mpf("0.3"), mp.mpf(8))]


def density(gamma, x):
    (w1, a), (w2, b) = ATOMS
    cubic = [x * a * b, x * (a + b) + a * b - gamma * a * b, x + a + b - gamma * (w1 * a + w2 * b), mp.mpf(1)]
    roots = mp.polyroots(cubic, maxsteps=500, extraprec=400)
    height = max(mp.im(root) for root in roots)
    return height / (mp.pi * gamma) if height > mp.mpf(10) ** -25 else mp.mpf(0)


print("gamma,x,density")
for gamma in (mp.mpf("0.1"), mp.mpf("0.5"), mp.mpf(1)):
    for i in range(60):
        x = mp.mpf(mp.nstr(mp.exp(-4 + mp.mpf(i) * mp.mpf("0.12")), 12))
        print(f"{mp.nstr(gamma, 5)},{mp.nstr(x, 15)},{mp.nstr(density(gamma, x), 20)}")
