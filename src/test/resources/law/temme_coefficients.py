"""Taylor coefficients in eta of Temme's c_0 ... c_4 (DLMF 8.12.7 to 8.12.10), in exact arithmetic."""
from fractions import Fraction as F
N=26
# mu = sum m_i eta^i, from mu - log(1+mu) = eta^2/2  => dmu/deta * mu/(1+mu) = eta => mu mu' = eta(1+mu)
m=[F(0),F(1)]
# mu mu' = eta + eta mu
for n in range(2,N+6):
    # coefficient of eta^n in mu mu' : sum_{i+j=n+1} m_i * j*m_j ; unknown m_n appears with i=1,j=n: n*m_n ; i=n,j=1: m_n
    s=F(0)
    for i in range(2,n):
        j=n+1-i
        if j<2 or j>=n: continue
        s+=m[i]*j*m[j]
    rhs=m[n-1]  # eta*mu coefficient at eta^n
    m.append((rhs-s)/(n+1))
# 1/mu Laurent: (1/eta) * 1/(1+m2 eta+...)
L=len(m)-1
inv=[F(1)]
for n in range(1,L):
    inv.append(-sum(m[k+1]*inv[n-k] for k in range(1,n+1)))
# 1/mu = sum inv[n] eta^(n-1)
g=[F(1),F(1,12),F(1,288),F(-139,51840),F(-571,2488320)]
c=[inv[n+1] for n in range(N)]  # c0: 1/mu-1/eta -> coefficient eta^n = inv[n+1]
out=[c]
for k in range(1,5):
    prev=out[-1]
    # (1/eta) c' : coefficient eta^(n) = (n+2) prev[n+2]; eta^-1: prev[1]
    assert prev[1]+(-1)**k*g[k]*inv[0]==0
    out.append([(n+2)*prev[n+2]+(-1)**k*g[k]*inv[n+1] for n in range(len(prev)-2)])
for k in range(5):
    print(k,[repr(float(v)) for v in out[k][:20]])
