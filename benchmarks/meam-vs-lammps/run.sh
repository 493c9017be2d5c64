#!/usr/bin/env bash
# Runs LiMeso and LAMMPS in turn on the same lithium crystals from the same start, and prints medians, spreads and ratios.
# usage: run.sh [rounds]
#   LMP      a LAMMPS with the MEAM package, compiled -O3 -march=native (see README.md); without it Debian's lmp through KIM, about a fifth slower
#   CORES    numbers of cores to use, "1 2"
#   CELLS    cubic cells along an edge, "10 20": 2 000 and 16 000 atoms
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../..
rounds=${1:-5}
cores=${CORES:-1 2}
cells=${CELLS:-10 20}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [[ -n ${LMP:-} ]]; then
  lmp=$(type -P "$LMP") peer=meam
  lmp=$(realpath "$lmp")
elif type -P lmp >/dev/null; then
  lmp=lmp peer=kim
else
  echo "LAMMPS is missing (Debian: apt-get install lammps openkim-models; or name one in LMP)" >&2
  exit 2
fi
cp "$here"/*.lmp "$here"/Li.meam "$root"/src/LiMeso.Atomistics/Meam/Shipped/library.meam "$work"
cd "$work"

# lammps CORES INPUT ARGUMENT…
lammps() {
  local ranks=$1 input=$2
  shift 2
  local launch=()
  ((ranks == 1)) || launch=(mpirun --allow-run-as-root --oversubscribe -np "$ranks")
  OMP_NUM_THREADS=1 "${launch[@]}" "$lmp" -log none -in "$input" -var pot "$peer" "$@"
}

for n in $cells; do lammps 1 start.lmp -var n "$n" >/dev/null; done
for ((round = 1; round <= rounds; round++)); do
  for n in $cells; do
    # about the same work for all sizes and both programs
    steps=$((400000 / (2 * n * n * n)))
    for c in $cores; do
      speed=$(lammps "$c" nve.lmp -var n "$n" -var steps "$steps" | awk '/^Loop time/ { loop = $4; steps = $9; atoms = $12 } END { printf "%.0f", atoms * steps / loop }')
      echo "lammps-$peer $n $c $speed"
      for potential in li-kim-2012-archived li-kim-2012; do
        speed=$("$root/limeso" md benchmark --data "start-$n.data" --steps $((5 * steps)) --threads "$c" --potential $potential --json \
          | grep -o '"atom_steps_per_second": [0-9.E+]*' | tr -dc '0-9.E+')
        echo "limeso-$potential $n $c $speed"
      done
    done
  done >>results
  echo "round $round of $rounds done" >&2
done
python3 "$here/summarise.py" <results
