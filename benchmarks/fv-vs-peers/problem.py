"""The problem of README.md for the peers: matrix of implicit Euler on n x n cells, its right-hand side, and how results are reported."""
import json
import resource
import time

import numpy as np
import scipy.sparse as sparse

STEPS, END, FLUX, TOLERANCE = 100, 0.2, 1.0, 1e-8
DT = END / STEPS


def diffusivity(n):
    x = (np.arange(n) + 0.5) / n
    return 10 ** ((np.sin(2 * np.pi * x + 0.3)[None, :] * np.sin(2 * np.pi * x)[:, None] - 1) / 2)


def system(n):
    """I + dt K and what the boundary adds in a step, x fastest."""
    d = diffusivity(n)
    east = 2 / (1 / d[:, :-1] + 1 / d[:, 1:]) * n**2
    north = 2 / (1 / d[:-1] + 1 / d[1:]) * n**2
    cell = np.arange(n * n).reshape(n, n)
    here = np.concatenate([cell[:, :-1].ravel(), cell[:-1].ravel()])
    there = np.concatenate([cell[:, 1:].ravel(), cell[1:].ravel()])
    flows = DT * np.concatenate([east.ravel(), north.ravel()])
    off = sparse.coo_matrix((np.tile(-flows, 2), (np.concatenate([here, there]), np.concatenate([there, here]))), shape=(n * n, n * n)).tocsr()
    matrix = (off + sparse.diags(1 - np.asarray(off.sum(axis=1)).ravel())).tocsr()
    matrix.sort_indices()
    inflow = np.zeros((n, n))
    inflow[:, 0] = -DT * FLUX * n
    return matrix, inflow.ravel()


def megabytes():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def report(solver, n, setup, steps, before, field, path, memory_at_start, **more):
    """One JSON line; `before` is (wall, cpu) time at the start of the steps."""
    wall, cpu = time.perf_counter() - before[0], time.process_time() - before[1]
    field.tofile(path)
    print(json.dumps(dict(
        solver=solver, cells=n, setup_s=setup, wall_ns=wall / steps / n**2 * 1e9, cpu_ns=cpu / steps / n**2 * 1e9, steps=steps,
        bytes_per_cell=(megabytes() - memory_at_start) * 2**20 / n**2, mass=abs(field.mean() - (1 - FLUX * DT * steps)), field=path, **more)))
