"""Compares snapshots with those of a reference run, bit for bit, with h5py alone.

usage: python3 check_snapshots.py REFERENCE    Reads result directories from standard input, one a line, and answers each with a line:
"ok N", N snapshots compared, or what is wrong. Exit 77: h5py is not there.
"""
import glob
import os
import sys

try:
    import h5py
except ImportError:
    sys.exit(77)


def contents(path):
    """Everything in a snapshot's file: attributes, and of every data set type, shape and bytes."""
    found = {}
    with h5py.File(path, "r") as file:
        found["/"] = {name: str(value) for name, value in file.attrs.items()}
        for name, data in file.items():
            found[name] = (str(data.dtype), data.shape, data[()].tobytes(), {k: str(v) for k, v in data.attrs.items()})
    return found


def files(directory):
    """Snapshots by number; a run that is being overwritten may have lost any of them already."""
    return sorted(glob.glob(os.path.join(directory, "snapshots", "0*.h5")))


reference = [contents(path) for path in files(sys.argv[1])]
print("ready", flush=True)
for line in sys.stdin:
    directory = line.rstrip("\n")
    answer = None
    try:
        paths = files(directory)
        for path in paths:
            if contents(path) != reference[int(os.path.basename(path)[:-3])]:
                answer = "%s: differs" % path
        index = os.path.join(directory, "fields.h5")
        if os.path.exists(index):
            with h5py.File(index, "r") as file:
                listed = len(file["time"])
                if [os.path.basename(p) for p in paths[:listed]] != ["%06d.h5" % n for n in range(listed)] or file["fields/concentration"].shape[0] != listed:
                    answer = "%s: lists %d snapshots, there are %d" % (index, listed, len(paths))
                elif listed and file["fields/concentration"][listed - 1].tobytes() != reference[listed - 1]["concentration"][2]:
                    answer = "%s: its last field differs" % index
    except Exception as problem:
        answer = "%s: %s" % (directory, problem)
    print(answer.replace("\n", " ") if answer else "ok %d" % len(paths), flush=True)
