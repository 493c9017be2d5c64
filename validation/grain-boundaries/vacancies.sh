#!/usr/bin/env bash
# What a vacancy costs at the sites of boundaries, each in the lowest structure of a search. From the repository's root:
#   validation/grain-boundaries/vacancies.sh DIR [ID…]                  some minutes each
#   python3 validation/grain-boundaries/compare.py --vacancies DIR      takes them over into vacancies.csv
set -euo pipefail

results=${1:?"name a directory for the results"}
shift
(($# > 0)) || set -- GB04 GB14 GB17 GB35

for id in "$@"; do
  grep -qs '"status": "finished"' "$results/$id/run.json" && continue
  ./limeso gb search "$id" -o "$results/search-$id"
  structure=$(python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["best"]["structure_y"])' "$results/search-$id/run.json")
  ./limeso gb vacancies --structure "$results/search-$id/$structure" -o "$results/$id"
done
