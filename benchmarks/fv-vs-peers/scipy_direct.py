"""SciPy's SuperLU, factored once:  scipy_direct.py CELLS STEPS FILE"""
import sys
import time

import numpy as np
import scipy.sparse.linalg

import problem

n, steps, path = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
memory = problem.megabytes()
matrix, inflow = problem.system(n)
start = time.process_time()
factors = scipy.sparse.linalg.splu(matrix.tocsc(), permc_spec="MMD_AT_PLUS_A", diag_pivot_thresh=0.0, options={"SymmetricMode": True})
setup = time.process_time() - start
u = np.ones(n * n)
before = time.perf_counter(), time.process_time()
for _ in range(steps):
    u = factors.solve(u + inflow)
problem.report("SciPy splu", n, setup, steps, before, u, path, memory)
