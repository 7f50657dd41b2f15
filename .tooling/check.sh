#!/usr/bin/env bash
# Everything that must hold without running a test. Stops at the first thing that does not.
set -euo pipefail
cd "$(dirname "$0")/.."
step() { printf '\n== %s\n' "$*"; }

step "format"
cargo fmt --all --check

# One package at a time: together they would share features that they do not have alone.
for package in domain "web --features ssr" sitegen tests; do
  step "clippy: $package"
  # shellcheck disable=SC2086 # the words of one package
  cargo clippy --quiet --locked --all-targets -p $package -- -D warnings
done

step "clippy: web, as WebAssembly"
(
  . .tooling/web-env.sh
  web=(--locked -p web --no-default-features --features browser --target $WEB_TARGET)
  if command -v $WEB_CLIPPY >/dev/null; then
    $WEB_CLIPPY clippy --quiet "${web[@]}" -- -D warnings
  else
    # Apart from the build, which has other flags and would be compiled again each time.
    echo "no clippy for this compiler (make setup installs it where it can); compiling without warnings instead"
    CARGO_TARGET_DIR=$CARGO_TARGET_DIR/check RUSTFLAGS="${RUSTFLAGS:-} -Dwarnings" cargo check --quiet "${web[@]}"
  fi
)

cargo build --quiet --locked -p sitegen
step "content"
target/debug/sitegen check
step "licences"
target/debug/sitegen licences
