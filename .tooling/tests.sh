#!/usr/bin/env bash
# Runs tests and ends with one line, alone: "N passed, N failed". Without arguments all kinds, else those named.
# Plain `cargo test`, because every machine with Rust has it and because it runs the doc tests too.
set -uo pipefail
cd "$(dirname "$0")/.."

passed=0 failed=0
log=$(mktemp)
trap 'rm -f "$log"' EXIT

# Runs one command and adds what it says of itself. One that breaks off before it says anything counts as one failure.
run() {
  printf '\n== %s\n' "$1"
  shift
  "$@" 2>&1 | tee "$log"
  local status=${PIPESTATUS[0]} ok bad
  # "test result: ok. 3 passed; 0 failed; …" from cargo, "3 passed, 0 failed" from sitegen.
  read -r ok bad < <(awk '
    /test result: .* passed; .* failed/ || /^[0-9]+ passed, [0-9]+ failed$/ {
      for (i = 2; i <= NF; i++) {
        if ($i ~ /^passed[;,]$/) ok += $(i - 1)
        if ($i ~ /^failed;?$/) bad += $(i - 1)
      }
    }
    END { print ok + 0, bad + 0 }' "$log")
  [ "$status" != 0 ] && [ "$bad" = 0 ] && bad=1
  passed=$((passed + ok)) failed=$((failed + bad))
}

test_cargo() { cargo test --locked --no-fail-fast -p "$@"; }

[ $# -gt 0 ] || set -- domain web sitegen examples tools journeys
for kind in "$@"; do
  case $kind in
    domain) run "the subject" test_cargo domain ;;
    web) run "the pages" test_cargo web --features ssr ;;
    sitegen) run "the build tool" test_cargo sitegen ;;
    examples) run "the examples in the content" target/debug/sitegen check ;;
    tools) run "the scripts" .tooling/tests-test.sh ;;
    journeys) run "journeys in real browsers" test_cargo tests ;;
    *) run "unknown kind of test: $kind" false ;;
  esac
done

printf '\n%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
