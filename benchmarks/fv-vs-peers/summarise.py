"""Reads JSON lines of all rounds from standard input and prints medians of cpu time, ratios, errors against the direct solution, memory."""
import json
import os
import statistics
import sys
from array import array
from collections import defaultdict


def field(row):
    values = array("d")
    with open(row["field"], "rb") as file:
        values.fromfile(file, os.path.getsize(row["field"]) // values.itemsize)
    return values


rounds = defaultdict(list)
for line in sys.stdin:
    row = json.loads(line)
    rounds[row["cells"], row["solver"]].append(row)

for n in sorted({cells for cells, _ in rounds}):
    here = {solver: rows for (cells, solver), rows in rounds.items() if cells == n}
    direct = next((field(rows[-1]) for solver, rows in here.items() if solver == "SciPy splu"), None)
    ours = statistics.median(row["cpu_ns"] for row in here["LiMeso"])
    print(f"\n{n} x {n} cells")
    print(f"{'solver':<18}{'cpu ns':>8}{'lowest':>8}{'highest':>8}{'wall ns':>9}{'/ ours':>8}{'set-up s':>10}{'iterations':>11}{'error':>10}{'mass':>10}{'B/cell':>8}")
    for solver, rows in here.items():
        cpu = [row["cpu_ns"] for row in rows]
        last = rows[-1]
        error = "" if direct is None else f"{max(abs(found - exact) for found, exact in zip(field(last), direct)):.1e}"
        print(f"{solver:<18}{statistics.median(cpu):>8.1f}{min(cpu):>8.1f}{max(cpu):>8.1f}{statistics.median(row['wall_ns'] for row in rows):>9.1f}"
              f"{statistics.median(cpu) / ours:>8.1f}{statistics.median(row['setup_s'] for row in rows):>10.2f}{last.get('iterations', 0):>11.1f}{error:>10}{last['mass']:>10.1e}{last['bytes_per_cell']:>8.0f}")
