"""Reads JSON lines of all rounds from standard input and prints medians over the rounds, errors and ratios."""
import json
import statistics
import sys
from collections import defaultdict

rounds = defaultdict(list)
for line in sys.stdin:
    row = json.loads(line)
    rounds[row["solver"]].append(row)

ours = next(name for name in rounds if name.startswith("LiMeso"))
medians = {name: statistics.median(row["median_ms"] for row in rows) for name, rows in rounds.items()}
print(f"{'solver':<16}{'median ms':>11}{'lowest':>9}{'highest':>9}{'error':>11}{'steps':>7}{'time / ours':>13}")
for name, rows in rounds.items():
    times = [row["median_ms"] for row in rows]
    timing = f"{name:<16}{medians[name]:>11.2f}{min(times):>9.2f}{max(times):>9.2f}"
    print(f"{timing}{rows[0]['error']:>11.1e}{rows[0]['steps']:>7}{medians[name] / medians[ours]:>13.1f}")
