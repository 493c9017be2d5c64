"""Reads lines "program cells cores atom-steps-per-second" and prints a table of medians, spreads and ratios."""
import statistics
import sys
from collections import defaultdict

speeds = defaultdict(list)
for line in sys.stdin:
    program, cells, cores, speed = line.split()
    speeds[program, int(cells), int(cores)].append(float(speed))

def text(values):
    return f"{statistics.median(values) / 1e3:.0f} ({min(values) / 1e3:.0f}-{max(values) / 1e3:.0f})"

peer = next(program for program, _, _ in speeds if program.startswith("lammps"))
print(f"thousand atom-steps a second, median (least-most) of {len(next(iter(speeds.values())))} rounds in turn\n")
print(f"| atoms | cores | {peer}, rc 5.0 | LiMeso, rc 5.0 | ratio | LiMeso, rc 4.8 | LiMeso over its one core |")
print("|---|---|---|---|---|---|---|")
for _, cells, cores in sorted(key for key in speeds if key[0] == peer):
    theirs, ours, default = (speeds[name, cells, cores] for name in (peer, "limeso-li-kim-2012-archived", "limeso-li-kim-2012"))
    single = speeds.get(("limeso-li-kim-2012-archived", cells, 1))
    gain = statistics.median(ours) / statistics.median(single) if single else float("nan")
    print(f"| {2 * cells ** 3} | {cores} | {text(theirs)} | {text(ours)} | {statistics.median(ours) / statistics.median(theirs):.1f} | {text(default)} | {gain:.2f} |")
