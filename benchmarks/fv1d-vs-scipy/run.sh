#!/usr/bin/env bash
# Runs LiMeso and SciPy's LSODA and BDF on the same problem, in turn, and prints medians, errors and ratios.
# usage: run.sh [rounds]     PYTHON names an interpreter that has SciPy (Debian: python3-scipy).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
rounds=${1:-7}
python=${PYTHON:-python3}
if ! "$python" -c 'import scipy' 2>/dev/null; then
    if /usr/bin/python3 -c 'import scipy' 2>/dev/null; then
        python=/usr/bin/python3
    else
        echo "SciPy is missing: its side is skipped (Debian: apt-get install python3-scipy)" >&2
        python=""
    fi
fi

project=$here/../LiMeso.Benchmarks
dotnet build -c Release -v quiet --nologo "$project"
results=$(mktemp)
trap 'rm -f "$results"' EXIT
for ((round = 1; round <= rounds; round++)); do
    dotnet run -c Release --no-build --project "$project" -- fv1d >>"$results"
    if [[ -n $python ]]; then
        OMP_NUM_THREADS=1 "$python" "$here/peer.py" LSODA >>"$results"
        OMP_NUM_THREADS=1 "$python" "$here/peer.py" BDF >>"$results"
    fi
    echo "round $round of $rounds done" >&2
done
"${python:-python3}" "$here/summarise.py" <"$results"
