#!/usr/bin/env bash
# The coherent twin in cells of different widths: close-packed rows of few atoms slide as wholes. From the repository's root:
#   validation/grain-boundaries/twin.sh DIR                        a quarter of an hour of one core
#   python3 validation/grain-boundaries/compare.py --twin DIR      takes the runs over into twin.csv
set -euo pipefail

results=${1:?"name a directory for the results"}

for width in 12 24; do
  grep -qs '"status": "finished"' "$results/$width/run.json" && continue
  ./limeso gb diffuse GB17 --min-width "$width A" --temperatures "[250 K, 400 K]" --seeds 1 --equilibration "30 ps" --production "100 ps" --fit-from "6 ps" --fit-to "32 ps" --time-step "3 fs" --resume -o "$results/$width"
done
