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

# The store as WebAssembly, in the browser of this driver; what browsers have to know stands in app/store/webdriver.json.
test_store() ( # chromedriver | geckodriver
  PHONE_PANIC=abort # a failure has words
  . .tooling/web-env.sh
  PATH=$PATH:$DGT_TOOLS/geckodriver-$GECKODRIVER_VERSION/bin
  driver=$(command -v "$1") || { echo "$1 is not installed; please run: make setup" >&2; exit 1; }
  unset CHROMEDRIVER GECKODRIVER
  export "${1^^}=$driver" CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner
  # In seconds, on a machine that is busy with other things.
  export WASM_BINDGEN_TEST_DRIVER_TIMEOUT=60 WASM_BINDGEN_TEST_TIMEOUT=120
  cargo test --locked -p store --lib --target $WEB_TARGET
)

[ $# -gt 0 ] || set -- domain store web sitegen examples tools journeys
for kind in "$@"; do
  case $kind in
    domain) run "the subject" test_cargo domain ;;
    store)
      run "the store" test_cargo store
      run "the store in Chromium" test_store chromedriver
      run "the store in Firefox" test_store geckodriver
      ;;
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
