# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The line that ends every run of checks: "N passed, N failed".

# print_count PASSED FAILED
print_count() {
    printf '%d passed, %d failed\n' "$1" "$2"
}

# count_ctest FILE: the count of a ctest output, from its own summary ("... 1 tests failed out of 9").
count_ctest() {
    local summary='^[0-9]+% tests passed, ([0-9]+) tests? failed out of ([0-9]+)'
    local line failed=0 total=0
    while IFS= read -r line; do
        if [[ $line =~ $summary ]]; then
            failed=${BASH_REMATCH[1]} total=${BASH_REMATCH[2]}
        fi
    done <"$1"
    print_count $((total - failed)) "$failed"
}
