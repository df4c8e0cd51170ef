"""T(x) = arsinh(x/2c)/ln 10 to 20 digits, by mpmath with 50 digits; writes symmetric_log.csv."""
import mpmath as mp

mp.mp.dps = 50
with open("symmetric_log.csv", "w") as out:
    out.write("c,x,t\n")
    for c in ["1", "0.1", "1e-5", "3e-290", "7e290", "2.5e7"]:
        c = "1e290" if c == "7e290" else c
        for x in ["0", "1e-300", "2.5e-12", "1e-5", "0.03", "0.5", "1", "-1", "2", "17", "-1e9", "1e12", "1e300", "-1e300"]:
            # the doubles that these decimals are
            t = mp.asinh(mp.mpf(float(x)) / (2 * mp.mpf(float(c)))) / mp.log(10)
            out.write(f"{c},{x},{mp.nstr(t, 20)}\n")
