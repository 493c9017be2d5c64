#!/usr/bin/env bash
# Builds and runs the tests; the last line is "N passed, N failed", with ", N skipped" when there are any.
# Results and full logs: .artifacts/test-results.
set -uo pipefail
trap 'exit 130' INT

usage="tests/run.sh [--filter TEXT] [PROJECT…]
    PROJECT   part of a test project's name, such as Storage; all projects and the style checks without it
    TEXT      part of a test's full name: namespace, class or method"

filter='' wanted=()
while (($# > 0)); do
  case $1 in
    --filter) filter=${2:?"--filter needs a text"} && shift ;;
    -h | --help) echo "$usage" && exit ;;
    -*) echo "error: unknown option '$1'"$'\n'"$usage" >&2 && exit 2 ;;
    *) wanted+=("$1") ;;
  esac
  shift
done

cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 4
results=$PWD/.artifacts/test-results
passed=0 failed=0 skipped=0

finish() {
  local line="$passed passed, $failed failed"
  ((skipped == 0)) || line+=", $skipped skipped"
  echo "$line"
  ((failed == 0 && passed > 0))
  exit
}

# report NAME PASSED FAILED SKIPPED SECONDS
report() {
  printf '%-28s %5d passed  %3d failed  %3d skipped  %6s s\n' "$@"
  passed=$((passed + $2)) failed=$((failed + $3)) skipped=$((skipped + $4))
}

# Whatever kept the tests from running is a failure to count: a run must not look better for having stopped early.
give_up() { report "$1" 0 1 0 "$SECONDS" && finish; }

projects=()
for project in tests/*/*.csproj; do
  name=$(basename "$project" .csproj)
  for want in "${wanted[@]:-}"; do
    [[ $name != *"$want"* ]] || { projects+=("$name") && break; }
  done
done
if ((${#projects[@]} == 0)); then
  echo "error: no test project's name contains '${wanted[*]}'. There are:" tests/*/ >&2
  exit 2
fi

bash src/setup.sh || give_up set-up
{ read -r _ && read -r DOTNET_ROOT; } <.artifacts/launcher/stamp
export DOTNET_ROOT DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en DOTNET_GENERATE_ASPNET_CERTIFICATE=false
[[ -w ${HOME:-/nonexistent} ]] || export HOME=$PWD/.artifacts/launcher/home # as in setup.sh
rm -rf "$results" && mkdir -p "$results"

targets=(LiMeso.sln)
((${#wanted[@]} == 0)) || targets=("${projects[@]/#/tests/}")
echo 'building the tests'
for target in "${targets[@]}"; do
  "$DOTNET_ROOT/dotnet" build "$target" --configuration Release --disable-build-servers --nologo --verbosity quiet \
    -clp:NoSummary </dev/null >"$results/build.log" 2>&1 || { cat "$results/build.log" && give_up build; }
done
echo "built in $SECONDS s, set-up included"

# count FILE ATTRIBUTE: that attribute of the result file's one assembly
count() { grep -o '<assembly [^>]*>' "$1" | grep -o " $2=\"[0-9]*\"" | tr -dc '0-9'; }

run_project() {
  local name=$1 xml=$results/$1.xml log=$results/$1.log start=${EPOCHREALTIME/./} code p f s e seconds
  # A hung test must not hold up everything: fifteen minutes are far more than any project needs.
  timeout --foreground --kill-after=10 900 ".artifacts/bin/$name/release/$name" -noLogo -noColor -noAutoReporters -reporter quiet -xml "$xml" \
    ${filter:+-method "*$filter*"} </dev/null >"$log" 2>&1
  code=$?
  seconds=$((${EPOCHREALTIME/./} - start))
  printf -v seconds '%d.%d' $((seconds / 1000000)) $((seconds / 100000 % 10))

  p=$(count "$xml" passed 2>/dev/null) f=$(count "$xml" failed 2>/dev/null) s=$(count "$xml" skipped 2>/dev/null) e=$(count "$xml" errors 2>/dev/null)
  if [[ -z $p$f$s$e ]]; then
    echo "$name ended without results (exit code $code)" >>"$log"
    p=0 f=1 s=0
  else
    f=$((f + e)) # errors are failures outside a test: in a fixture or while cleaning up
    if ((p + f + s == 0)) && [[ -z $filter ]]; then
      echo "$name ran no test" >>"$log"
      f=1
    elif ((f == 0 && code != 0)); then
      echo "$name ended with exit code $code after its tests" >>"$log"
      f=1
    fi
  fi
  if ((p + f + s > 0)); then report "$name" "$p" "$f" "$s" "$seconds"; fi
  ((f == 0)) || sed 's/^/    /' "$log"
  if ((s > 0)); then grep -o '<reason><!\[CDATA\[[^]]*' "$xml" | sed 's/.*\[/    skipped: /' | sort | uniq -c | sed 's/^ *\([0-9]*\) *\(.*\)/    \2 (\1)/'; fi
}

# check NAME TOOL COMMAND…: a style check counts as one test, skipped where its tool is not installed
check() {
  local name=$1 tool=$2 start=$SECONDS log=$results/$1.log
  shift 2
  if ! type -P "$tool" >/dev/null; then
    report "$name" 0 0 1 0
    echo "    skipped: $tool is not installed"
  elif "$@" </dev/null >"$log" 2>&1; then
    report "$name" 1 0 0 $((SECONDS - start))
  else
    report "$name" 0 1 0 $((SECONDS - start))
    sed 's/^/    /' "$log"
  fi
}

for name in "${projects[@]}"; do run_project "$name"; done

if [[ -z $filter && ${#wanted[@]} == 0 ]]; then
  # Only the white space: the build has checked all else that `dotnet format` would, and failed if anything was wrong.
  check format "$DOTNET_ROOT/dotnet" "$DOTNET_ROOT/dotnet" format whitespace LiMeso.sln --verify-no-changes --no-restore
  check shellcheck shellcheck shellcheck limeso src/setup.sh tests/run.sh .ci/run
fi

finish
