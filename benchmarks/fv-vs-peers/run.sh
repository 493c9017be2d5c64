#!/usr/bin/env bash
# Runs LiMeso, OpenFOAM, PETSc and SciPy on the same two-dimensional problem, in turn, and prints medians, errors and ratios.
# usage: run.sh [rounds] [cells…]     3 rounds of 512 and 1024 cells a side by default. What is not installed is skipped:
# apt-get install openfoam python3-petsc4py python3-scipy     PYTHON names an interpreter that has SciPy and petsc4py.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
rounds=${1:-3}
sizes=("${@:2}")
((${#sizes[@]} > 0)) || sizes=(512 1024)
steps=100
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
python=${PYTHON:-/usr/bin/python3}
petsc=$(ls -d /usr/lib/petscdir/petsc*/*/lib/python3/dist-packages 2>/dev/null | tail -n 1 || true)
[[ -z $petsc ]] || export PYTHONPATH=$petsc
[[ -z ${WM_PROJECT_DIR:-} && -d /usr/share/openfoam ]] && export WM_PROJECT_DIR=/usr/share/openfoam FOAM_ETC=/usr/share/openfoam/etc

missing() { echo "$1 is missing: its side is skipped (Debian: apt-get install $2)" >&2; }
has_scipy=true has_petsc=true has_openfoam=true
"$python" -c 'import scipy' 2>/dev/null || { has_scipy=false has_petsc=false has_openfoam=false && missing "SciPy, which all peers need," python3-scipy; }
$has_petsc && { "$python" -c 'import petsc4py' 2>/dev/null || { has_petsc=false && missing PETSc python3-petsc4py; }; }
$has_openfoam && { type -P laplacianFoam >/dev/null || { has_openfoam=false && missing OpenFOAM openfoam; }; }

project=$here/../LiMeso.Benchmarks
dotnet build -c Release -v quiet --nologo "$project"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for ((round = 1; round <= rounds; round++)); do
  for n in "${sizes[@]}"; do
    for threads in 1 2; do dotnet run -c Release --no-build --project "$project" -- fv2d "$n" "$steps" "$threads" "$work/limeso-$threads-$n" >>"$work/results"; done
    # shellcheck disable=SC2015
    $has_scipy && "$python" "$here/scipy_direct.py" "$n" "$steps" "$work/scipy-$n" >>"$work/results" || true
    for kind in hypre cholesky; do
      if $has_petsc; then "$python" "$here/petsc.py" "$kind" "$n" "$steps" "$work/petsc-$kind-$n" >>"$work/results"; fi
    done
    if $has_openfoam; then "$python" "$here/openfoam.py" "$n" "$steps" "$work/openfoam-$n" >>"$work/results"; fi
  done
  echo "round $round of $rounds done" >&2
done
"$python" "$here/summarise.py" <"$work/results"
