"""PETSc:  petsc.py hypre|cholesky CELLS STEPS FILE

hypre: conjugate gradients with BoomerAMG, started from the last step's solution. cholesky: factored once.
"""
import sys
import time

import petsc4py

petsc4py.init([])
from petsc4py import PETSc

import problem

kind, n, steps, path = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
memory = problem.megabytes()
system, inflow = problem.system(n)
matrix = PETSc.Mat().createAIJ(system.shape, csr=(system.indptr.astype("i4"), system.indices.astype("i4"), system.data))
matrix.assemble()
matrix.setOption(PETSc.Mat.Option.SPD, True)
del system
u, b = matrix.createVecs()
drain = u.duplicate()
drain.setArray(inflow)
u.set(1.0)
start = time.process_time()
ksp = PETSc.KSP().create()
ksp.setOperators(matrix)
if kind == "hypre":
    ksp.setType("cg")
    ksp.getPC().setType("hypre")
    ksp.getPC().setHYPREType("boomeramg")
    ksp.setTolerances(rtol=problem.TOLERANCE, atol=1e-50)
    ksp.setInitialGuessNonzero(True)
else:
    ksp.setType("preonly")
    ksp.getPC().setType("cholesky")
ksp.setUp()
setup = time.process_time() - start
iterations = 0
before = time.perf_counter(), time.process_time()
for _ in range(steps):
    u.copy(b)
    b.axpy(1.0, drain)
    ksp.solve(b, u)
    iterations += ksp.getIterationNumber()
problem.report(f"PETSc {kind}", n, setup, steps, before, u.getArray(), path, memory, iterations=iterations / steps)
