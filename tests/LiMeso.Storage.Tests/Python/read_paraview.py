"""Opens files with ParaView, or with plain VTK where ParaView is absent, and prints as JSON what they look like from there.

usage: python3 read_paraview.py READER:FILE ...    READER: pvd, Xdmf3ReaderT, Xdmf3ReaderS or XDMFReader
Prints {"engine": ..., "files": [{"times": [...], "steps": [{"class", "cells", "bounds", "fields": {name: [...]}, "arrays": {name: [...]}}]}]}.
Exit 77: neither program is there. No display is needed.
"""
import json
import os
import sys
import xml.etree.ElementTree as ET


def leaves(data):
    if not data.IsA("vtkCompositeDataSet"):
        return [data]
    found, it = [], data.NewIterator()
    it.InitTraversal()
    while not it.IsDoneWithTraversal():
        found.append(it.GetCurrentDataObject())
        it.GoToNextItem()
    return found


def with_paraview(simple, reader, path):
    source = simple.PVDReader(FileName=path) if reader == "pvd" else getattr(simple, reader)(
        **{"FileNames" if reader == "XDMFReader" else "FileName": [path]})
    source.UpdatePipelineInformation()
    times = source.TimestepValues
    times = list(times) if hasattr(times, "__len__") else [times]
    for time in times:
        source.UpdatePipeline(time)
        yield time, leaves(source.GetClientSideObject().GetOutputDataObject(0))


def with_vtk(path):
    from vtkmodules.vtkIOXML import vtkXMLGenericDataObjectReader
    for entry in ET.parse(path).getroot().iter("DataSet"):
        reader = vtkXMLGenericDataObjectReader()
        reader.SetFileName(os.path.join(os.path.dirname(path), entry.get("file")))
        reader.Update()
        yield float(entry.get("timestep")), [reader.GetOutputDataObject(0)]


def numbers(arrays):
    named = [arrays.GetArray(i) for i in range(arrays.GetNumberOfArrays())]
    return {a.GetName(): [a.GetComponent(k, 0) for k in range(a.GetNumberOfTuples())] for a in named if a is not None}


def facts(data):
    assert len(data) == 1, "%d pieces where one was expected" % len(data)
    return {"class": data[0].GetClassName(), "cells": data[0].GetNumberOfCells(), "bounds": list(data[0].GetBounds()),
            "fields": numbers(data[0].GetFieldData()), "arrays": numbers(data[0].GetCellData())}


def main():
    try:
        from paraview import simple
        engine = "ParaView %s" % simple.GetParaViewVersion()
    except ImportError:
        simple = None
        try:
            from vtkmodules.vtkCommonCore import vtkVersion
            engine = "VTK " + vtkVersion.GetVTKVersion()
        except ImportError:
            return 77
    files = []
    for argument in sys.argv[1:]:
        reader, path = argument.split(":", 1)
        if simple is None and reader != "pvd":
            files.append(None)
            continue
        # The pipeline reuses its objects: each step is looked at while it is the current one.
        steps = [(time, facts(data)) for time, data in (with_paraview(simple, reader, path) if simple else with_vtk(path))]
        files.append({"times": [time for time, _ in steps], "steps": [found for _, found in steps]})
    print(json.dumps({"engine": engine, "files": files}))
    return 0


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)  # ParaView's teardown is slow and may crash after all is said
