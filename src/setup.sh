#!/usr/bin/env bash
# Makes LiMeso ready to run: checks the .NET SDK, installs the HDF5 C library if it is missing, builds the program.
# Called by ./limeso and tests/run.sh when needed; calling it by hand does no harm. Says what it does on standard
# error, so that the output of `limeso … --json` stays one JSON object, and reads no input, which is the program's.
set -euo pipefail
exec </dev/null 1>&2
trap 'exit 130' INT
trap 'exit 143' TERM

cd "$(dirname "${BASH_SOURCE[0]}")/.."
work=$PWD/.artifacts/launcher

say() { printf 'limeso set-up: %s\n' "$*"; }
fail() {
  printf 'limeso set-up: error: %s\n' "$1"
  shift
  (($# == 0)) || printf '    %s\n' "$@"
  exit 1
}

# ---- .NET -----------------------------------------------------------------------------------------------------------

find_dotnet() {
  local candidate version
  # dotnet needs a home for the package cache; without one (a service account) it would litter the sources.
  [[ -w ${HOME:-/nonexistent} ]] || { export HOME=$work/home && mkdir -p "$HOME"; }
  export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en DOTNET_GENERATE_ASPNET_CERTIFICATE=false

  for candidate in dotnet "${DOTNET_ROOT:+$DOTNET_ROOT/dotnet}" "$HOME/.dotnet/dotnet"; do
    dotnet=$(type -P "$candidate") && break
  done
  [[ -n $dotnet ]] || fail 'the .NET 10 SDK is not installed (no dotnet on the PATH).' \
    'How to install it: https://learn.microsoft.com/dotnet/core/install'
  # Asked here, where global.json says which SDKs will do.
  version=$("$dotnet" --version 2>&1) || fail 'this needs the .NET 10 SDK (the SDK, not only the runtime); dotnet says:' "$version"
  say ".NET SDK $version"

  # The built program must find the same .NET, even one in a home directory.
  dotnet_root=$(dirname "$(readlink -f "$dotnet")")
  [[ -d $dotnet_root/host/fxr ]] || dotnet_root=${DOTNET_ROOT:-$dotnet_root}
}

# ---- HDF5 -----------------------------------------------------------------------------------------------------------

hdf5_present() {
  local named=${LIMESO_HDF5_LIBRARY:-${HDF5_LIBRARY:-}}
  if [[ -n $named ]]; then
    [[ $named != */* || -e $named ]] ||
      fail "LIMESO_HDF5_LIBRARY or HDF5_LIBRARY names a file that does not exist: $named"
    return 0
  fi
  if [[ -n ${CONDA_PREFIX:-} ]] && compgen -G "$CONDA_PREFIX/lib/libhdf5.*" >/dev/null; then return 0; fi
  # What the dynamic loader would find. Release 1.10 is libhdf5.so.100, older ones have smaller numbers; the MPI builds
  # (libhdf5_openmpi) are another library.
  local PATH=$PATH:/usr/sbin:/sbin folder folders
  if type -P ldconfig >/dev/null; then
    [[ $(ldconfig -p 2>/dev/null) =~ libhdf5(_serial)?\.so(\.[1-9][0-9][0-9])?[[:space:]] ]] && return 0
    IFS=: read -ra folders <<<"${LD_LIBRARY_PATH:-}"
    for folder in "${folders[@]}"; do
      ! compgen -G "$folder/libhdf5*.so*" >/dev/null || return 0
    done
    return 1
  else
    compgen -G '/usr/lib/libhdf5.*' >/dev/null || compgen -G '/usr/local/lib/libhdf5.*' >/dev/null ||
      compgen -G '/opt/homebrew/lib/libhdf5.*' >/dev/null
  fi
}

# The runtime package carries the library's version in its name, and each release has one: libhdf5-103-1,
# libhdf5-103-1t64, libhdf5-310. Without package lists the known releases help; libhdf5-dev exists in all of them.
debian_hdf5_package() {
  local newest
  newest=$(apt-cache pkgnames libhdf5- 2>/dev/null | grep -E '^libhdf5-[0-9]+(-[0-9]+)?(t64)?$' | sort -V | tail -n 1) || true
  if [[ -z $newest ]]; then
    # shellcheck disable=SC1091
    case $(. /etc/os-release && echo "${ID:-}-${VERSION_ID:-}") in
      debian-11 | debian-12 | ubuntu-22.04) newest=libhdf5-103-1 ;;
      ubuntu-24.04) newest=libhdf5-103-1t64 ;;
      debian-13) newest=libhdf5-310 ;;
      *) newest=libhdf5-dev ;;
    esac
  fi
  echo "$newest"
}

install_hdf5() {
  local by_hand='or install HDF5 1.10 or later any other way, and name its file in LIMESO_HDF5_LIBRARY.'
  local package command log=$work/hdf5.log
  local as_root=()

  if type -P apt-get >/dev/null; then
    package=$(debian_hdf5_package)
    command="apt-get update && apt-get install --yes $package"
  elif type -P dnf >/dev/null; then
    package=hdf5
    command="dnf install --assumeyes $package"
  elif type -P brew >/dev/null; then
    fail 'the HDF5 C library is not installed. Install it with' 'brew install hdf5' "$by_hand"
  else
    fail 'the HDF5 C library is not installed, and this system has neither apt-get nor dnf.' \
      "Install HDF5 1.10 or later and, if it is not found, name its file in LIMESO_HDF5_LIBRARY."
  fi

  if [[ $(id -u) != 0 ]]; then
    if type -P sudo >/dev/null && sudo -n true 2>/dev/null; then
      as_root=(sudo -n)
    else
      fail 'the HDF5 C library is not installed, and you may not install it. Ask an administrator to run, as root,' \
        "$command" "$by_hand"
    fi
  fi

  say "the HDF5 C library is missing: installing the package $package${as_root:+ with sudo}"
  if [[ $package == hdf5 ]]; then
    "${as_root[@]}" dnf install --assumeyes "$package" >"$log" 2>&1
  else
    as_root+=(env DEBIAN_FRONTEND=noninteractive apt-get --option DPkg::Lock::Timeout=300 --quiet)
    # The lists of a fresh machine are empty or old, and the name comes from them; updating them takes a while.
    "${as_root[@]}" install --yes --no-install-recommends "$package" >"$log" 2>&1 || {
      say 'updating the package lists (apt-get update)'
      "${as_root[@]}" update >>"$log" 2>&1
      package=$(debian_hdf5_package)
      "${as_root[@]}" install --yes --no-install-recommends "$package" >>"$log" 2>&1
    }
  fi || {
    cat "$log"
    fail "$package could not be installed (above: what the package manager said). Run, as root," "$command" "$by_hand"
  }
  hdf5_present || fail "$package is installed, but the dynamic loader (ldconfig -p) still knows no libhdf5." \
    'Name the library file in LIMESO_HDF5_LIBRARY.'
}

# ---- the program ----------------------------------------------------------------------------------------------------

# An editor's hidden swap and backup files change nothing.
hash_of_sources() {
  find src Directory.*.props global.json -type f ! -name '.*' ! -name '*~' -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c 1-16
}

# The commit that results are traced back to, marked when the sources are not the committed ones.
revision() {
  local commit
  commit=$(git rev-parse --verify HEAD 2>/dev/null) || return 0
  [[ -z $(git --no-optional-locks status --porcelain -- src Directory.*.props global.json) ]] || commit+=.edited
  echo "$commit"
}

# No build server is left behind, and tests or an editor that build at the same time use other folders.
publish() {
  local commit
  commit=$(revision)
  "$dotnet" publish src/LiMeso.Cli/LiMeso.Cli.csproj --configuration Release --output "$partial" --disable-build-servers \
    --nologo --verbosity quiet -p:ArtifactsPath="$work" ${commit:+-p:SourceRevisionId="$commit"} "$@" >"$log" 2>&1
}

# build HASH: returns 1 when a source was saved meanwhile, since nobody knows which version the compiler read.
build() {
  local name=$1 log=$work/build.log partial=$work/builds/.partial start=$SECONDS
  rm -rf "$partial"
  say 'building (the first time also downloads packages, and takes a minute or two)'
  # Ahead-of-time code halves the start time; its compiler is a package of its own, which may be out of reach.
  if ! publish --use-current-runtime --no-self-contained -p:PublishReadyToRun=true; then
    if grep -q 'error CS' "$log" || ! grep -Eq 'error (NU1|NETSDK)' "$log" || { rm -rf "$partial" && ! publish; }; then
      awk '!seen[$0]++' "$log"
      fail 'the build failed; its errors stand above.'
    fi
    say 'notice: the ahead-of-time compiler could not be had (no network?); the program works, but starts more slowly'
  fi
  if [[ $(hash_of_sources) != "$name" ]]; then
    say 'a source file changed during the build'
    return 1
  fi
  rm -rf "$work/builds/$name"
  mv "$partial" "$work/builds/$name" || fail "cannot write to $work."
  say "built in $((SECONDS - start)) s"
}

# Each build has a folder of its own: a run that is under way keeps the files it was started from. Builds that
# nobody runs are deleted, but for the two before this one (an edit taken back needs no new build).
delete_old_builds() {
  local old
  type -P flock >/dev/null || return 0
  while read -r old; do
    flock -n "$work/builds/$old/limeso" rm -rf "$work/builds/$old" || true
  done < <(find "$work/builds" -mindepth 1 -maxdepth 1 ! -name '.*' ! -name "$1" -printf '%T@ %f\n' | sort -rn | tail -n +3 | cut -d ' ' -f 2)
}

main() {
  if ! mkdir -p "$work/builds" 2>/dev/null || [[ ! -w $work ]]; then fail "cannot write to $work."; fi

  # One set-up at a time; a second caller waits, and then finds the work done.
  if type -P flock >/dev/null; then
    exec 9>"$work/lock"
    flock -n 9 || { say 'waiting for another set-up in this folder'; flock 9; }
  fi

  local hash began=$work/began built='' dotnet dotnet_root=''
  touch "$began" # before anything is read: what changes from here on is newer than the stamp
  hash=$(hash_of_sources)
  { read -r built && read -r dotnet_root; } 2>/dev/null <"$work/stamp" || true
  if [[ $hash == "$built" && -x $work/builds/$built/limeso && -x $dotnet_root/dotnet ]] && hdf5_present; then
    touch -r "$began" "$work/stamp"
    return
  fi

  find_dotnet
  hdf5_present || install_hdf5
  until [[ -x $work/builds/$hash/limeso ]] || build "$hash" 9>&-; do
    touch "$began"
    hash=$(hash_of_sources)
  done
  printf '%s\n' "$hash" "$dotnet_root" >"$work/stamp.new"
  touch -r "$began" "$work/stamp.new"
  mv -f "$work/stamp.new" "$work/stamp"
  delete_old_builds "$hash"
}

main
