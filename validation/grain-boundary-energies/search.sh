#!/usr/bin/env bash
# Searches boundaries of the catalogue, one after the other, each with one thread, and goes on where it was stopped. From the repository's root:
#   validation/grain-boundary-energies/search.sh DIR [ID…]          all 55 unless ids are given, the small ones first: seconds to minutes each
#   validation/grain-boundary-energies/search.sh DIR --exhaustive   three boundaries, every model relaxed
set -euo pipefail

results=${1:?"name a directory for the results"}
shift
prefix='' options=()
if [[ ${1:-} == --exhaustive ]]; then
  prefix=exhaustive- options=(--exhaustive)
  shift
  (($# > 0)) || set -- GB17 GB07 GB04
fi
if (($# == 0)); then
  set -- GB17 GB07 GB12 GB22 GB48 GB04 GB55 GB20 GB28 GB09 GB24 GB46 GB35 GB03 GB14 GB10 GB08 GB19 GB02 GB30 GB23 GB05 GB15 GB01 GB25 GB29 GB18 GB31 GB06 GB13 GB11 GB16 GB21 GB26 GB45 GB38 GB33 GB40 GB43 GB34 GB39 GB27 GB53 GB51 GB52 GB44 GB49 GB32 GB41 GB42 GB47 GB36 GB37 GB54 GB50
fi

for id in "$@"; do
  place=$results/$prefix$id
  if [[ -f $place/run.json ]]; then ./limeso gb search "$id" -o "$place" --threads 1 "${options[@]}" --resume
  else ./limeso gb search "$id" -o "$place" --threads 1 "${options[@]}"; fi
done
