"""Opens what killed runs left with h5py and checks every number of every snapshot.

usage: python3 check_killed_runs.py DIRECTORY ...    Exit 77: h5py is not there.
"""
import glob
import os
import sys

try:
    import h5py
    import numpy
except ImportError:
    sys.exit(77)


def check_fields(group, step):
    cells = 1000.0 * step + numpy.arange(400.0)
    assert group.attrs["step"] == step and group.attrs["time"] == 10.0 * step and group.attrs["time_unit"] == "s"
    assert group.attrs["interface_concentration"] == cells[0] * 0.1
    assert group.attrs["interface_concentration_unit"] == "mol/m^3"
    assert numpy.array_equal(group["concentration"][:], cells * 0.1) and group["concentration"].attrs["unit"] == "mol/m^3"
    assert numpy.array_equal(group["flux"][:], cells * -1e-9) and group["flux"].attrs["unit"] == "mol/m^2/s"


snapshots = 0
for directory in sys.argv[1:]:
    files = sorted(glob.glob(os.path.join(directory, "snapshots", "0*.h5")))
    # Each file alone, whether the index lists it or not.
    for number, path in enumerate(files):
        assert os.path.basename(path) == "%06d.h5" % number, path
        with h5py.File(path, "r") as file:
            check_fields(file, number)
        snapshots += 1
    index = os.path.join(directory, "fields.h5")
    if not os.path.exists(index):
        continue  # killed between two runs
    with h5py.File(index, "r") as file:
        count = len(file["time"])
        assert count <= len(files) and len(file["snapshots"]) == count
        assert file["fields/concentration"].shape == (count, 400)
        for number in range(count):
            check_fields(file["snapshots/%06d" % number], number)
            assert file["time"][number] == 10.0 * number and file["step"][number] == number
        if count:
            expected = (1000.0 * numpy.arange(count)[:, None] + numpy.arange(400.0)) * 0.1
            assert numpy.array_equal(file["fields/concentration"][:], expected)
            assert numpy.array_equal(file["scalars/interface_concentration"][:], expected[:, 0])
        assert numpy.array_equal(file["mesh/x_faces"][:], 3e-7 * numpy.arange(401))
        assert numpy.array_equal(file["cells/diffusivity"][:], 1e-15 * numpy.arange(400))
        assert file["provenance"].attrs["program"] == "LiMeso.Storage.Tests"
print("%d snapshots in %d directories" % (snapshots, len(sys.argv) - 1))
