#!/usr/bin/env bash
# Tests tests.sh: a count that is wrong would hide every other failure. cargo and sitegen are replaced by scripts.
set -uo pipefail
cd "$(dirname "$0")"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir -p "$folder/.tooling" "$folder/target/debug" "$folder/bin"
cp tests.sh "$folder/.tooling/"
passed=0 failed=0

# What cargo and sitegen do, then what tests.sh must say last and whether it must succeed.
expect() { # name cargo sitegen last-line status
  printf '#!/bin/sh\n%s\n' "$2" > "$folder/bin/cargo"
  printf '#!/bin/sh\n%s\n' "$3" > "$folder/target/debug/sitegen"
  chmod +x "$folder/bin/cargo" "$folder/target/debug/sitegen"
  local said status
  said=$(PATH=$folder/bin:$PATH "$folder/.tooling/tests.sh" domain examples 2>&1)
  status=$?
  if [ "${said##*$'\n'}" = "$4" ] && [ "$status" = "$5" ]; then
    echo "test $1 ... ok"; passed=$((passed + 1))
  else
    echo "test $1 ... FAILED: status $status, said: $said"; failed=$((failed + 1))
  fi
}

two='echo "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured"; echo "test result: ok. 4 passed; 0 failed"'
expect all_kinds_are_added "$two" 'echo "10 passed, 0 failed"' "17 passed, 0 failed" 0
expect a_failed_test_fails_the_run 'echo "test result: FAILED. 3 passed; 2 failed; 0 ignored"; exit 101' \
  'echo "10 passed, 1 failed"; exit 1' "13 passed, 3 failed" 1
expect what_breaks_off_counts_as_a_failure "$two; exit 101" 'echo boom; exit 134' "7 passed, 2 failed" 1
expect words_in_a_test_are_not_a_count 'echo "we 3 passed, 0 failed here"; echo "test result: ok. 1 passed; 0 failed"' \
  true "1 passed, 0 failed" 0

printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
