"""Text tables as pandas, numpy, R-like writers and Octave write them, with the matrix that each holds.

Run in this folder: python3 make.py (pandas, numpy, octave-cli). Writes tables.json: name, text, rows, columns and the
largest squared singular value (the largest eigenvalue of a symmetric matrix) by numpy, from the frame and not from the text.
"""
import io
import json
import subprocess
import numpy as np
import pandas as pd

rng = np.random.default_rng(16)
cases = []


def case(name, text, matrix):
    matrix = np.asarray(matrix, dtype=float)
    symmetric = matrix.shape[0] == matrix.shape[1] and np.array_equal(matrix, matrix.T)
    largest = np.linalg.eigvalsh(matrix)[-1] if symmetric else np.linalg.svd(matrix, compute_uv=False)[0] ** 2
    cases.append(dict(name=name, text=text, rows=matrix.shape[0], columns=matrix.shape[1], largest=largest))


def frame(rows=12, columns=8, names=None):
    return pd.DataFrame(rng.standard_normal((rows, columns)), columns=names)


def csv(name, df, values=None, **how):
    case(name, df.to_csv(**how), df.to_numpy() if values is None else values)


letters = list("abcdefgh")
csv("index without a name, names", frame(names=letters))
csv("index without a name, integer columns", frame())
csv("no index, integer columns", frame(), index=False)
csv("no header", frame(), header=False)
csv("neither index nor header", frame(), index=False, header=False)
csv("named index, names", frame(names=letters).rename_axis("sample"))
csv("named index, integer columns", frame().rename_axis("id"))
csv("named index, unusual name", frame(names=letters).rename_axis("Probe [nm]"))
csv("index from one", frame(names=letters).set_axis(range(1, 13)).rename_axis("gene"))
csv("shuffled index", frame(names=letters).sample(frac=1, random_state=1))
csv("shuffled named index", frame(names=letters).rename_axis("id").sample(frac=1, random_state=1))
csv("filtered index", frame(40, 8, letters).iloc[[2, 3, 9, 11, 12, 20, 33]])
csv("filtered named index", frame(40, 8, letters).rename_axis("cell").iloc[[2, 3, 9, 11, 12, 20, 33]])
df = frame(names=letters)
csv("reset_index", df.reset_index(), df)
df = frame(names=letters).sample(frac=1, random_state=2)
csv("reset_index of a shuffled frame", df.reset_index(), df, index=False)
df = frame()
csv("reset_index, integer columns", df.reset_index(), df, index=False)
again = pd.read_csv(io.StringIO(df.to_csv()))
csv("saved twice", again, df)
csv("years as columns", frame(columns=10, names=range(2001, 2011)), index=False)
csv("years as columns, names as rows", frame(columns=10, names=range(2001, 2011)).set_axis([f"r{i}" for i in range(12)]))
csv("years as columns with gaps", frame(columns=5, names=[1990, 1995, 2001, 2002, 2020]), index=False)
csv("years as rows", frame(names=letters).set_axis(range(1990, 2002)).rename_axis("year"))
csv("years as rows and columns", frame(12, 12, range(2001, 2013)).set_axis(range(2001, 2013)))
csv("wavelengths as columns", frame(columns=6, names=[400.5, 410.25, 433.0, 500.0, 512.5, 600.0]).rename_axis("sample"))
csv("dates as rows", frame(names=letters).set_axis(pd.date_range("2024-01-01", periods=12)))
csv("dates as columns", frame(columns=6, names=pd.date_range("2024-01-01", periods=6).strftime("%Y-%m-%d")))
corr = frame(30, 12).corr()
csv("correlations", corr)
csv("correlations, named index", corr.rename_axis("id"))
csv("correlations of years", corr.set_axis(range(2001, 2013)).set_axis(range(2001, 2013), axis=1))
csv("correlations of years, named", corr.set_axis(range(2001, 2013)).set_axis(range(2001, 2013), axis=1).rename_axis("year"))
csv("correlations of names", corr.set_axis([f"g{i}" for i in range(12)]).set_axis([f"g{i}" for i in range(12)], axis=1))
ids = [17, 4, 99, 23, 8, 512, 3, 77, 41, 6, 1000, 12]
csv("correlations of unsorted ids", corr.set_axis(ids).set_axis(ids, axis=1))
csv("correlations of unsorted ids, named", corr.set_axis(ids).set_axis(ids, axis=1).rename_axis("probe"))
bands = [0.5, 1.5, 2.5, 4.0, 8.0, 9.5, 11.0, 12.5, 20.0, 22.0, 24.0, 30.0]
csv("correlations of bands", corr.set_axis(bands).set_axis(bands, axis=1).rename_axis("band"))
df = frame()
df.insert(0, "label", [f"s{i}" for i in range(12)])
csv("column of labels, integer columns", df, df.drop(columns="label"), index=False)
csv("index and a column of labels", df, df.drop(columns="label"))
df = frame(names=letters)
df.insert(0, "id", rng.permutation(500)[:12])
csv("column of ids", df, df.drop(columns="id"), index=False)
multi = pd.MultiIndex.from_product([list("xyz"), [0, 1, 2, 3]])
csv("index of two levels", frame(names=letters).set_axis(multi))
csv("index of two levels, named", frame(names=letters).set_axis(multi.set_names(["group", "rep"])))
csv("index of two levels, integer columns", frame().set_axis(multi.set_names(["group", "rep"])))
numbers = pd.MultiIndex.from_product([[0, 1, 2], [0, 1, 2, 3]])
csv("index of two levels of integers", frame(names=letters).set_axis(numbers))
csv("index of two levels of integers, named", frame(names=letters).set_axis(numbers.set_names(["fold", "step"])))
df = frame(names=letters).set_axis(numbers)
csv("reset_index of two levels", df.reset_index(), df, index=False)
columns = pd.MultiIndex.from_product([["left", "right"], list("abcd")])
csv("columns of two levels", frame(names=columns))
columns = pd.MultiIndex.from_product([["left", "right"], [0, 1, 2, 3]], names=["side", "no"])
csv("named columns of two levels", frame(names=columns))
csv("named columns of two levels, named index", frame(names=columns).rename_axis("id"))
counts = pd.DataFrame(rng.integers(0, 50, (12, 6)), columns=list("abcdef"))
csv("counts", counts)
csv("counts, named index", counts.rename_axis("sample"))
csv("counts without names", counts, index=False, header=False)
csv("counts with names", counts, index=False)
distance = abs(np.subtract.outer(np.arange(6), np.arange(6)))
case("distances of integers", "\n".join(",".join(map(str, row)) for row in distance) + "\n", distance)
vander = np.vander([1, 2, 3, 4], 4, increasing=True)
case("powers", "\n".join(" ".join(map(str, row)) for row in vander) + "\n", vander)
text = io.StringIO()
m = frame().to_numpy()
np.savetxt(text, m)
case("numpy savetxt", text.getvalue(), m)
text = io.StringIO()
np.savetxt(text, m, fmt="%.17g", delimiter=",", header="a,b,c", comments="# ")
case("numpy savetxt with a commented header", text.getvalue(), m)

df = frame(names=letters).round(4)
csv("bars", df, sep="|")
csv("tabs", df.rename_axis("id"), sep="\t")
csv("colons", df, sep=":", index=False)
csv("carets", df, sep="^", index=False)
csv("ampersands", df, sep="&", index=False, header=False)
csv("semicolons and decimal commas", df, sep=";", decimal=",")
csv("tabs and decimal commas", df, sep="\t", decimal=",")
csv("commas and quoted decimal commas", df, decimal=",")
csv("everything quoted", df, quoting=1)
case("blanks as pandas prints them", df.to_string(), df)
head = "| " + " | ".join(letters) + " |\n|" + "---|" * 8 + "\n"
case("Markdown", head + "".join("| " + " | ".join(map(str, row)) + " |\n" for row in df.to_numpy()), df)
rule = "+" + "--------+" * 8 + "\n"
lines = "".join("| " + " | ".join(map(str, row)) + " |\n" for row in df.to_numpy())
case("console of a database", rule + "| " + " | ".join(letters) + " |\n" + rule + lines + rule, df)
r = '"' + '" "'.join(letters) + '"\n' + "".join(
    f'"{i + 1}" ' + " ".join(map(str, row)) + "\n" for i, row in enumerate(df.to_numpy()))
case("R write.table", r, df)
r = '"sepal length" "sepal width" "petal length"\n' + "".join(
    f'"the {i}th" ' + " ".join(map(str, row[:3])) + "\n" for i, row in enumerate(df.to_numpy()))
case("R write.table with blanks in names", r, df.to_numpy()[:, :3])
r = '"","' + '","'.join(letters) + '"\n' + "".join(
    f'"{i + 1}",' + ",".join(map(str, row)) + "\n" for i, row in enumerate(df.to_numpy()))
case("R write.csv", r, df)
large = (frame(names=letters) * 1e5).round(2)
case("thousands quoted", large.map(lambda v: f"{v:,.2f}").to_csv(index=False) if hasattr(large, "map")
     else large.applymap(lambda v: f"{v:,.2f}").to_csv(index=False), large)
whole = pd.DataFrame(rng.integers(1000, 10**7, (6, 4)), columns=list("abcd"))
case("thousands quoted, integers", whole.applymap(lambda v: f"{v:,}").to_csv(index=False), whole)
german = large.applymap(lambda v: f"{v:,.2f}".replace(",", "_").replace(".", ",").replace("_", "."))
case("thousands after points, decimal commas", german.to_csv(index=False, sep=";"), large)
swiss = large.applymap(lambda v: f"{v:,.2f}".replace(",", "'"))
case("thousands after apostrophes", swiss.to_csv(index=False, sep=";"), large)
french = large.applymap(lambda v: f"{v:,.2f}".replace(",", "\u202f").replace(".", ","))
case("thousands after thin blanks, decimal commas", french.to_csv(index=False, sep=";"), large)
percent = (df * 100).round(2)
case("percentages", percent.applymap(lambda v: f"{v}%").to_csv(index=False), percent.to_numpy() / 100)

csv("names with digits and signs", frame(columns=6, names=["2001 Q1", "x (mm)", "50%", "a/b", "#1", "é"]))
small = pd.DataFrame(rng.integers(0, 9, (8, 8)), index=list("qwertyui"))
csv("counts with names as rows, integer columns", small)
csv("integers before fractions are a feature", frame(names=letters).assign(a=rng.integers(20, 60, 12)), index=False)
cov = (frame(50, 10).cov() * 1e6).round(0).astype(int)
csv("covariances as integers", cov)
csv("covariances as integers, named index", cov.rename_axis("id"))
csv("uneven integer columns", frame(columns=6).set_axis([10, 20, 30, 50, 70, 90], axis=1), index=False)
csv("quarters as rows", frame(names=letters).set_axis(pd.period_range("2001Q1", periods=12, freq="Q")))

json.dump(cases, open("tables.json", "w"), indent=0, ensure_ascii=True)
subprocess.run(["octave-cli", "--no-gui", "make.m"], check=False)
