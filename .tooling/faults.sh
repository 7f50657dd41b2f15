#!/usr/bin/env bash
# Breaks one promise at a time on purpose and looks whether the test that holds it turns red: a test that nothing can
# turn red holds nothing. Writes docs/faults.tsv, which `make report` prints, and fails when a fault is not noticed.
# Only unit tests: those of a program would leave a faulty one behind in target/.
set -uo pipefail
cd "$(dirname "$0")/.."

faults=.tooling/faults.tsv result=docs/faults.tsv
log=$(mktemp)
trap 'rm -f "$log"' EXIT
export INSTA_UPDATE=no PROPTEST_DISABLE_FAILURE_PERSISTENCE=1 RUST_BACKTRACE=0

run_tests() { # package [flags] -- test...
  local package=$1; shift
  nice cargo test --locked --lib -p "$package" "$@" </dev/null >"$log" 2>&1
}

# A test that is red anyway notices nothing.
for package in $(awk -F '\t' '/^fault-/ { print $2 }' $faults | sort -u); do
  mapfile -t tests < <(awk -F '\t' -v package="$package" '/^fault-/ && $2 == package { print $3 }' $faults | sort -u)
  if ! run_tests "$package" -- --exact "${tests[@]}" || ! grep -q "^test result: ok. ${#tests[@]} passed" "$log"; then
    tail -n 40 "$log"
    echo "$package: without any fault these ${#tests[@]} tests have to pass" >&2
    exit 1
  fi
done

seeded=0 caught=0 lines=
while IFS=$'\t' read -r fault package test _; do
  seeded=$((seeded + 1)) noticed=no
  # What is compiled once, for one test, need be neither fast nor kept.
  profile=profile.dev.package.$package
  CARGO_INCREMENTAL=0 run_tests "$package" --features "$fault" \
    --config "$profile.opt-level=0" --config "$profile.debug=0" -- --exact "$test"
  if grep -q "^test $test \.\.\. FAILED" "$log"; then
    noticed=yes caught=$((caught + 1))
  else
    tail -n 20 "$log"
  fi
  printf '%-24s %-7s %s\n' "$fault" "$noticed" "$test"
  lines+="$fault"$'\t'"$test"$'\t'"$noticed"$'\n'
done < <(grep '^fault-' $faults)

content=$(cd app/content && find . -name '*.toml' -type f -printf '%P\n' | LC_ALL=C sort | xargs -d '\n' sha256sum | sha256sum)
{
  printf '# make faults, %s; content %s\n' "$(date -u +%F)" "${content:0:16}"
  printf 'fault\ttest\tcaught\n%s' "$lines"
} > $result
printf '\ncaught %d / seeded %d\n' "$caught" "$seeded"
[ "$caught" = "$seeded" ] && [ "$seeded" -gt 0 ]
