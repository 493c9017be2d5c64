"""Opens trajectories with other programs and prints as JSON what those see: per frame the positions, the numbers of the atoms, the cell and the time.

usage: python3 read_atoms.py ase|h5py|vtk FILE FORMAT
Exit 77: the program is not there.
"""
import json
import os
import sys


def with_ase(path, form):
    from ase.io import read
    frames = []
    for atoms in read(path, index=":", format=form):
        arrays = {name: values.tolist() for name, values in atoms.arrays.items() if name not in ("numbers", "positions")}
        frames.append({"positions": atoms.get_positions().ravel().tolist(), "cell": atoms.get_cell().array.ravel().tolist(), "pbc": [bool(p) for p in atoms.get_pbc()],
                       "symbols": sorted(set(atoms.get_chemical_symbols())), "arrays": arrays, "info": {k: float(v) for k, v in atoms.info.items() if k in ("Time", "Step")}})
    return frames


def with_h5py(path, _):
    import h5py
    with h5py.File(path) as file:
        everything = file["particles/all"]
        assert list(file["h5md"].attrs["version"]) == [1, 1]
        box = everything["box"]
        frames = []
        for k in range(len(everything["position/step"])):
            arrays = {name: everything[name]["value"][k].ravel().tolist() for name in everything if name not in ("box", "id")}
            units = {name: everything[name]["value"].attrs["unit"] for name in arrays}
            frames.append({"positions": arrays.pop("position"), "cell": box["edges/value"][k].ravel().tolist(), "pbc": [b == "periodic" for b in box.attrs["boundary"]],
                           "symbols": [], "arrays": {**arrays, "id": everything["id"][:].tolist()}, "units": units,
                           "info": {"Time": float(everything["position/time"][k]), "Step": int(everything["position/step"][k])}})
        return frames


def with_vtk(path, _):
    import xml.etree.ElementTree as ET
    try:
        from paraview import simple
    except ImportError:
        simple = None
        from vtkmodules.vtkIOXML import vtkXMLPolyDataReader

    def seen(data, time):
        points = data.GetPointData()
        arrays = {}
        for i in range(points.GetNumberOfArrays()):
            a = points.GetArray(i)
            arrays[a.GetName()] = [a.GetComponent(k, c) for k in range(a.GetNumberOfTuples()) for c in range(a.GetNumberOfComponents())]
        assert data.GetNumberOfVerts() == data.GetNumberOfPoints()
        return {"positions": [x for k in range(data.GetNumberOfPoints()) for x in data.GetPoint(k)], "cell": [], "pbc": [], "symbols": [], "arrays": arrays, "info": {"Time": time}}

    if simple:
        source = simple.PVDReader(FileName=path)
        source.UpdatePipelineInformation()
        times = source.TimestepValues
        frames = []
        for time in (times if hasattr(times, "__len__") else [times]):
            source.UpdatePipeline(time)
            data = source.GetClientSideObject().GetOutputDataObject(0)
            while data.IsA("vtkCompositeDataSet"):
                it = data.NewIterator()
                it.InitTraversal()
                data = it.GetCurrentDataObject()
            frames.append(seen(data, time))
        return frames
    frames = []
    for entry in ET.parse(path).getroot().iter("DataSet"):
        reader = vtkXMLPolyDataReader()
        reader.SetFileName(os.path.join(os.path.dirname(path), entry.get("file")))
        reader.Update()
        frames.append(seen(reader.GetOutput(), float(entry.get("timestep"))))
    return frames


def main():
    try:
        frames = {"ase": with_ase, "h5py": with_h5py, "vtk": with_vtk}[sys.argv[1]](sys.argv[2], sys.argv[3])
    except ImportError:
        return 77
    print(json.dumps(frames))
    return 0


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)  # ParaView's teardown is slow and may crash after all is said
