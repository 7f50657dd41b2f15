#!/usr/bin/env bash
# Everything that must hold without running a test. Stops at the first thing that does not.
set -euo pipefail
cd "$(dirname "$0")/.."
step() { printf '\n== %s\n' "$*"; }

step "format"
cargo fmt --all --check

# One package at a time: together they would share features that they do not have alone.
for package in domain store "web --features ssr" sitegen tests; do
  step "clippy: $package"
  # shellcheck disable=SC2086 # the words of one package
  cargo clippy --quiet --locked --all-targets -p $package -- -D warnings
done

for package in "web --no-default-features --features browser" "store --lib --tests"; do
  step "clippy: $package, as WebAssembly"
  (
    PHONE_PANIC=abort # tests are not compiled otherwise
    . .tooling/web-env.sh
    # shellcheck disable=SC2206 # the words of one package
    as_web=(--locked -p $package --target $WEB_TARGET)
    if command -v $WEB_CLIPPY >/dev/null; then
      $WEB_CLIPPY clippy --quiet "${as_web[@]}" -- -D warnings
    else
      # Apart from the build, which has other flags and would be compiled again each time.
      echo "no clippy for this compiler (make setup installs it where it can); compiling without warnings instead"
      CARGO_TARGET_DIR=$CARGO_TARGET_DIR/check RUSTFLAGS="${RUSTFLAGS:-} -Dwarnings" cargo check --quiet "${as_web[@]}"
    fi
  )
done

cargo build --quiet --locked -p sitegen
step "content"
target/debug/sitegen check
step "spelling"
target/debug/sitegen spelling
step "licences"
target/debug/sitegen licences
