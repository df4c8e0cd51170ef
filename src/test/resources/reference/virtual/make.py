"""Writes the files of this folder and expected.json; needs numpy and h5py. Run it here: python3 make.py

The matrices are those that h5py reads from the virtual datasets, and numpy has their eigenvalues.
"""

import json

import h5py
import numpy as np

rng = np.random.default_rng(3303)
expected = {}


def keep(name, path):
    with h5py.File(name, "r") as file:
        matrix = file[path][()]
    squares = np.linalg.svd(np.asarray(matrix, dtype="f8"), compute_uv=False) ** 2
    expected[f"{name}#{path}"] = {"shape": list(matrix.shape), "eigenvalues": sorted(squares.tolist())}


def space(shape, *slabs, limits=None):
    """A selection of the union of slabs (start, count, stride, block)."""
    whole = h5py.h5s.create_simple(shape, limits)
    for i, (start, count, stride, block) in enumerate(slabs):
        whole.select_hyperslab(start, count, stride, block, op=h5py.h5s.SELECT_OR if i else h5py.h5s.SELECT_SET)
    return whole


def virtual(file, path, target_shape, mappings, kind=h5py.h5t.NATIVE_DOUBLE, limits=None, fill=None):
    settings = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    settings.set_layout(h5py.h5d.VIRTUAL)
    if fill is not None:
        settings.set_fill_value(np.array(fill))
    for target, name, dataset, source in mappings:
        settings.set_virtual(target, name.encode(), dataset.encode(), source)
    extent = h5py.h5s.create_simple(target_shape, limits)
    h5py.h5d.create(file.id, path.encode(), kind, extent, dcpl=settings)


parts = [rng.standard_normal((6, 10)) for _ in range(4)]
for i, part in enumerate(parts[:3]):
    with h5py.File(f"part-{i}.h5", "w") as file:
        file["group/d"] = part
        file.create_dataset("packed", data=part, chunks=(4, 3), compression="gzip")
        file.create_dataset("single", data=part.astype("f4"))
        file.create_dataset("growing", data=part, maxshape=(None, 10), chunks=(2, 10))

NONE = h5py.h5s.UNLIMITED
for version in ("earliest", "latest"):
    name = f"{version}.h5"
    with h5py.File(name, "w", libver=version) as file:
        file["here"] = parts[3]
        for i in range(3):
            file[f"block/{i}"] = parts[i]

        stack = h5py.VirtualLayout((24, 10), dtype="f8")
        for i in range(3):
            stack[6 * i : 6 * i + 6] = h5py.VirtualSource(f"part-{i}.h5", "group/d", (6, 10))
        stack[18:] = h5py.VirtualSource(file["here"])
        file.create_virtual_dataset("stack", stack)

        strided = h5py.VirtualLayout((6, 15), dtype="f8")
        strided[::2, :10] = h5py.VirtualSource("part-0.h5", "packed", (6, 10))[1::2, :]
        strided[1::2, 5:] = h5py.VirtualSource("part-1.h5", "packed", (6, 10))[:3]
        strided[1::2, :5] = h5py.VirtualSource("part-2.h5", "single", (6, 10))[3:, 1::2]
        file.create_virtual_dataset("strided", strided, fillvalue=0.5)

        # blocks that are no grid, in the order of the array and not of the blocks
        odd = space((6, 10), ((0, 6), (1, 1), (1, 1), (4, 3)), ((1, 0), (1, 1), (1, 1), (4, 5)), ((5, 9), (1, 1), (1, 1), (1, 1)))
        even = space((7, 7), ((0, 0), (2, 1), (3, 1), (2, 7)), ((6, 1), (1, 1), (1, 1), (1, 5)))
        assert odd.get_select_npoints() == even.get_select_npoints()
        virtual(file, "odd", (7, 7), [(even, ".", "here", odd)], fill=-1.0)

        missing = h5py.VirtualLayout((12, 10), dtype="f8")
        missing[:6] = h5py.VirtualSource("part-0.h5", "group/d", (6, 10))
        missing[6:] = h5py.VirtualSource("nowhere.h5", "group/d", (6, 10))
        file.create_virtual_dataset("missing", missing, fillvalue=2)

        rounded = h5py.VirtualLayout((6, 10), dtype="f4")
        rounded[...] = h5py.VirtualSource("part-1.h5", "group/d", (6, 10))
        file.create_virtual_dataset("rounded", rounded)

        nested = h5py.VirtualLayout((12, 10), dtype="f8")
        nested[...] = h5py.VirtualSource(".", "stack", (24, 10))[2:14, :]
        file.create_virtual_dataset("nested", nested)

        moved = h5py.VirtualLayout((6, 10), dtype="f8")
        moved[...] = h5py.VirtualSource("/folder/that/is/gone/part-2.h5", "/group/d", (6, 10))
        file.create_virtual_dataset("moved", moved)

        # no limit: rows of a source that grew since, in blocks of two among four, the last of them cut
        endless = space((5, 10), ((1, 0), (NONE, 1), (3, 1), (2, 10)), limits=(NONE, 10))
        wide = space((5, 10), ((0, 0), (NONE, 1), (4, 1), (2, 10)), limits=(NONE, 10))
        virtual(file, "endless", (1, 10), [(wide, "part-1.h5", "growing", endless)], limits=(NONE, 10), fill=7.0)

        # rows that are counted: files, and datasets of this file
        third = space((6, 10), ((0, 0), (1, 1), (1, 1), (6, 10)))
        all_rows = space((6, 10), ((0, 0), (NONE, 1), (6, 1), (6, 10)), limits=(NONE, 10))
        virtual(file, "files", (0, 10), [(all_rows, "part-%b.h5", "group/d", third)], limits=(NONE, 10))
        gaps = space((6, 10), ((1, 0), (NONE, 1), (8, 1), (6, 10)), limits=(NONE, 10))
        virtual(file, "datasets", (0, 10), [(gaps, ".", "block/%b", third)], limits=(NONE, 10), fill=1.0)

        for bad, source in (("escape", "../part-0.h5"), ("absolute", "/etc/passwd"), ("nothing", "gone.h5")):
            layout = h5py.VirtualLayout((6, 10), dtype="f8")
            layout[...] = h5py.VirtualSource(source, "group/d", (6, 10))
            file.create_virtual_dataset(bad, layout)
        for one, other in (("circle", "again"), ("again", "circle")):
            layout = h5py.VirtualLayout((6, 10), dtype="f8")
            layout[...] = h5py.VirtualSource(".", other, (6, 10))
            file.create_virtual_dataset(one, layout)
        lost = h5py.VirtualLayout((6, 10), dtype="f8")
        lost[...] = h5py.VirtualSource("part-0.h5", "no/such", (6, 10))
        file.create_virtual_dataset("lost", lost)
        both = h5py.VirtualLayout((6, 10), dtype="i4")
        both[...] = h5py.VirtualSource("part-0.h5", "group/d", (6, 10))
        file.create_virtual_dataset("integers", both)
    for path in ("stack", "strided", "odd", "missing", "rounded", "nested", "moved", "endless", "files", "datasets"):
        keep(name, path)

    # references beside a matrix and on it
    with h5py.File(f"{version}_references.h5", "w", libver=version) as file:
        matrix = file.create_dataset("W", data=parts[0])
        file["objects"] = np.array([matrix.ref, file.ref], dtype=h5py.ref_dtype)
        file["regions"] = np.array([matrix.regionref[1:3, 2:4]], dtype=h5py.regionref_dtype)
        file.create_dataset("unset", shape=(3, 4), dtype=h5py.regionref_dtype)
        file.create_dataset("records", shape=(3, 4), dtype=[("a", "f8"), ("r", h5py.regionref_dtype)])
        matrix.attrs["object"] = matrix.ref
        matrix.attrs["region"] = matrix.regionref[0:2, :]
        file.create_group("group").attrs["region"] = matrix.regionref[0:2, :]
        file["group/inner"] = parts[1]
    keep(f"{version}_references.h5", "W")
    keep(f"{version}_references.h5", "group/inner")

# as MATLAB 7.3 writes its files, with a variable of a type that it does not
with h5py.File("references.mat", "w", userblock_size=512) as file:
    file.create_dataset("W", data=parts[0].T).attrs["MATLAB_class"] = np.bytes_("double")
    file.create_dataset("R", shape=(3, 4), dtype=h5py.regionref_dtype).attrs["MATLAB_class"] = np.bytes_("double")
with open("references.mat", "r+b") as file:
    file.write(b"MATLAB 7.3 MAT-file".ljust(124) + b"\x00\x02IM")
expected["references.mat#W"] = expected["latest_references.h5#W"]

json.dump(expected, open("expected.json", "w"), indent=0)
