# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Which Debian packages Coroscope needs, and how they get installed. Sourced by app/run, tests/run
# and .ci/run; a caller reads PACKAGES_* and calls install_missing with the ones it needs.

# shellcheck disable=SC2034 # the arrays are read by the scripts that source this file
PACKAGES_BUILD=(
    g++ cmake ninja-build ccache
    qt6-base-dev qt6-svg-dev qt6-tools-dev qt6-l10n-tools qcoro-qt6-dev
    libqscintilla2-qt6-dev rapidjson-dev libpng-dev zlib1g-dev libwebp-dev
    fonts-dejavu-core qt6-translations-l10n
)
# shellcheck disable=SC2034
PACKAGES_TEST=(mold python3 python3-jsonschema git shellcheck poppler-utils)
# shellcheck disable=SC2034
PACKAGES_CI=(clang-19 libclang-rt-19-dev clang-format-19 chromium)

# shellcheck disable=SC2034
PACKAGES_PACKAGE=(dpkg-dev file lintian desktop-file-utils appstream shared-mime-info man-db)

# say SENTENCE: to standard error, signed with the script's name.
say() {
    printf '%s: %s\n' "${SCRIPT_NAME:-coroscope}" "$1" >&2
}

# missing_packages NAME...: prints those that are not installed. Asks dpkg only: no network, no lock.
missing_packages() {
    local installed name
    installed=$(dpkg-query --show --showformat='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null || true)
    for name in "$@"; do
        [[ $'\n'$installed$'\n' == *$'\n'"installed $name"$'\n'* ]] || printf '%s\n' "$name"
    done
}

# as_root COMMAND...: runs it as root, by sudo when that is needed.
as_root() {
    if [[ $EUID -eq 0 ]]; then
        "$@"
    else
        sudo -- "$@"
    fi
}

# can_be_root: root already, or a sudo that will not have to ask, or a terminal where it can ask.
can_be_root() {
    [[ $EUID -eq 0 ]] && return
    command -v sudo >/dev/null || return
    [[ -t 0 ]] || sudo -n true 2>/dev/null
}

# install_missing NAME...: installs what is not there yet; returns non-zero after saying why it
# could not. Everything apt writes goes to standard error.
install_missing() {
    local missing apt
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        say "this is not Debian, so nothing is installed for you; going on with what is here (Coroscope needs what Debian 12 calls: $*)."
        return 0
    fi
    mapfile -t missing < <(missing_packages "$@")
    [[ ${#missing[@]} -eq 0 ]] && return 0

    if ! can_be_root; then
        say "these packages are missing and only root may install them; run: apt-get install --no-install-recommends ${missing[*]}"
        return 1
    fi
    say "installing ${missing[*]}"
    apt=(env DEBIAN_FRONTEND=noninteractive apt-get -y -q
        -o DPkg::Lock::Timeout=600 -o Acquire::Retries=3)
    as_root "${apt[@]}" update >&2 </dev/null ||
        say "apt-get update failed; trying to install all the same."
    if ! as_root "${apt[@]}" install --no-install-recommends "${missing[@]}" >&2 </dev/null; then
        say "apt-get could not install ${missing[*]}; its messages above say why (is the network there, is this Debian 12?)."
        return 1
    fi
}

# build_preset SOURCE_DIR PRESET [TARGET...]: configures when needed and builds, silently when there
# is nothing to do, everything else to standard error. One build of a preset at a time.
build_preset() {
    local source=$1 preset=$2 build=$1/build/$2
    shift 2
    mkdir -p "$build"
    (
        flock 9
        # Ninja notices every change but one: the presets file is read by `cmake --preset` alone.
        if [[ ! -f $build/build.ninja || $source/CMakePresets.json -nt $build/build.ninja ]]; then
            cd "$source" && cmake --preset "$preset" >&2 </dev/null || exit
            touch "$build/build.ninja"
        fi
        [[ $(ninja -C "$build" -n "$@" 2>/dev/null) == *"no work to do"* ]] ||
            cmake --build "$build" ${1:+--target "$@"} >&2 </dev/null
    ) 9>"$build/.lock"
}
