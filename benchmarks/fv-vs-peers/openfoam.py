"""OpenFOAM's laplacianFoam, GAMG with the DIC smoother:  openfoam.py CELLS STEPS FILE

Writes a case into a temporary directory, runs it, and takes the cpu time of the steps after the first from its log.
"""
import json
import pathlib
import re
import resource
import subprocess
import sys
import tempfile

import numpy as np

import problem

n, steps, path = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
d = problem.diffusivity(n)


def numbers(values):
    return "nonuniform List<scalar>\n%d\n(\n%s\n)" % (len(values), "\n".join("%.15g" % v for v in values))


def write(root, name, kind, body):
    file = root / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("FoamFile { version 2.0; format ascii; class %s; object %s; }\n%s\n" % (kind, file.name, body))


with tempfile.TemporaryDirectory() as directory:
    root = pathlib.Path(directory)
    end = "%.10g" % (steps * problem.DT)
    write(root, "system/controlDict", "dictionary", f"""application laplacianFoam; startFrom startTime; startTime 0; stopAt endTime; endTime {end};
deltaT {problem.DT}; writeControl timeStep; writeInterval {steps}; writeFormat ascii; writePrecision 15; timePrecision 8; runTimeModifiable false;""")
    write(root, "system/fvSchemes", "dictionary", """ddtSchemes { default Euler; } gradSchemes { default Gauss linear; } divSchemes { default none; }
laplacianSchemes { default Gauss harmonic uncorrected; } interpolationSchemes { default linear; } snGradSchemes { default uncorrected; }""")
    write(root, "system/fvSolution", "dictionary", f"""solvers {{ T {{ solver GAMG; smoother DIC; agglomerator faceAreaPair; mergeLevels 1;
nCellsInCoarsestLevel 50; cacheAgglomeration true; tolerance {problem.TOLERANCE}; relTol 0; }} }} SIMPLE {{ nNonOrthogonalCorrectors 0; }}""")
    write(root, "system/blockMeshDict", "dictionary", f"""vertices ((0 0 0)(1 0 0)(1 1 0)(0 1 0)(0 0 1)(1 0 1)(1 1 1)(0 1 1));
blocks (hex (0 1 2 3 4 5 6 7) ({n} {n} 1) simpleGrading (1 1 1));
boundary (out {{type patch; faces ((0 4 7 3));}} walls {{type patch; faces ((2 6 5 1)(3 7 6 2)(1 5 4 0));}} sides {{type empty; faces ((0 3 2 1)(4 5 6 7));}});""")
    write(root, "constant/transportProperties", "dictionary", "DT DT [0 2 -1 0 0 0 0] 1;")
    closed = "walls {type zeroGradient;} sides {type empty;}"
    write(root, "0/DT", "volScalarField", f"dimensions [0 2 -1 0 0 0 0]; internalField {numbers(d.ravel())}; boundaryField {{ out {{type zeroGradient;}} {closed} }}")
    slope = numbers(-problem.FLUX / d[:, 0])
    write(root, "0/T", "volScalarField", f"dimensions [0 0 0 1 0 0 0]; internalField uniform 1; boundaryField {{ out {{type fixedGradient; gradient {slope};}} {closed} }}")
    subprocess.run(["blockMesh", "-case", directory], check=True, capture_output=True)
    log = subprocess.run(["laplacianFoam", "-case", directory], check=True, capture_output=True, text=True).stdout
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    text = (root / end / "T").read_text()
    begin = text.index("(", text.index("internalField"))
    field = np.array(text[begin + 1:text.index(")", begin)].split(), dtype=float)

times = [float(t) for t in re.findall(r"ExecutionTime = ([0-9.]+) s", log)]
clock = [float(t) for t in re.findall(r"ClockTime = ([0-9.]+) s", log)]
cycles = [int(k) for k in re.findall(r"No Iterations ([0-9]+)", log)]
field.tofile(path)
print(json.dumps(dict(
    solver="OpenFOAM GAMG", cells=n, setup_s=times[0], wall_ns=(clock[-1] - clock[0]) / (steps - 1) / n**2 * 1e9, cpu_ns=(times[-1] - times[0]) / (steps - 1) / n**2 * 1e9, steps=steps,
    bytes_per_cell=memory * 2**20 / n**2, mass=abs(field.mean() - (1 - problem.FLUX * problem.DT * steps)), field=path, iterations=sum(cycles) / steps)))
