"""Writes the files of this folder that a few lines can: python3 make.py (Python alone)."""

import binascii
import pickle
import struct


def zip64(name, count):
    """An archive of one stored byte whose zip64 end record declares `count` entries, in the fields where JDK 17 makes room."""
    data = b"x"
    entry = b"a.npy"
    sums = struct.pack("<LLL", binascii.crc32(data), 1, 1)
    local = b"PK\x03\x04" + struct.pack("<HHHHH", 20, 0, 0, 0, 0) + sums + struct.pack("<HH", 5, 0) + entry + data
    central = (b"PK\x01\x02" + struct.pack("<HHHHHH", 20, 20, 0, 0, 0, 0) + sums
               + struct.pack("<HHHHHLL", 5, 0, 0, 0, 0, 0, 0) + entry)
    at = len(local) + len(central)
    end64 = b"PK\x06\x06" + struct.pack("<QHHLLQQQQ", 44, 45, 45, 0, 0, count, count, len(central), len(local))
    locator = b"PK\x06\x07" + struct.pack("<LQL", 0, at, 1)
    end = b"PK\x05\x06" + struct.pack("<HHHHLLH", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    with open(name, "wb") as out:
        out.write(local + central + end64 + locator + end)


def shared_names(name):
    """Eighteen dictionaries in each other, each of them twice under names of 200 letters: 2**18 paths of 3,600 letters."""
    value = {}
    for _ in range(18):
        value = {"a" * 200: value, "b" * 200: value}
    with open(name, "wb") as out:
        pickle.dump(value, out, protocol=2)


zip64("zip64_count.npz", 715827883)
zip64("zip64_oom.npz", 1 << 29)
shared_names("names.pkl")
