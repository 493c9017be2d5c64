"""One SciPy integrator on the line problem of README.md:  peer.py LSODA|BDF [repeats]

Prints one JSON object: median time of one solution in milliseconds, largest error of any cell, steps.
"""
import json
import statistics
import sys
import time

import numpy as np
import scipy.sparse as sparse
from scipy.integrate import solve_ivp

CELLS, FLUX, END = 1000, 4.0, 0.04


def exact(x, t, terms=60):
    """Carslaw & Jaeger, section 3.8: slab with a given flux out at x = 0 and none at x = 1."""
    n = np.arange(1, terms + 1)[:, None]
    series = (np.exp(-(n * np.pi) ** 2 * t) * np.cos(n * np.pi * x) / n**2).sum(axis=0)
    return 1 - FLUX * (t + (3 * (1 - x) ** 2 - 1) / 6 - 2 / np.pi**2 * series)


def solve(method):
    h = 1 / CELLS
    diagonal = np.full(CELLS, -2 / h**2)
    diagonal[[0, -1]] = -1 / h**2
    beside = np.full(CELLS - 1, 1 / h**2)
    matrix = sparse.diags([beside, diagonal, beside], [-1, 0, 1], format="csc")
    drain = np.zeros(CELLS)
    drain[0] = -FLUX / h
    # LSODA finds its banded Jacobian itself; BDF is given the sparse one. Tolerances at which both reach the error of the mesh.
    known = {"lband": 1, "uband": 1} if method == "LSODA" else {"jac": matrix}
    return solve_ivp(lambda _, u: matrix @ u + drain, (0, END), np.ones(CELLS), method=method, rtol=1e-6, atol=1e-8, **known)


def main():
    method, repeats = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 11
    solve(method)
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        solution = solve(method)
        times.append(1e3 * (time.perf_counter() - start))
    x = (np.arange(CELLS) + 0.5) / CELLS
    error = float(np.abs(solution.y[:, -1] - exact(x, END)).max())
    print(json.dumps({"solver": f"SciPy {method}", "median_ms": round(statistics.median(times), 4), "error": error, "steps": len(solution.t) - 1}))


if __name__ == "__main__":
    main()
