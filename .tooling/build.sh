#!/usr/bin/env bash
# Builds dist/, but only when something it is made from has changed since the last time.
set -euo pipefail
cd "$(dirname "$0")/.."

# Trunk has one staging folder: two builds at once would empty it under each other.
mkdir -p target-web
exec 9> target-web/site.lock
if command -v flock >/dev/null; then flock 9; fi

# Contents, not times: a fresh checkout of the same commit is the same site.
print_inputs() {
  find app public style Cargo.toml Cargo.lock Trunk.toml .tooling/versions.sh .tooling/web-env.sh -type f -exec cksum {} + | LC_ALL=C sort
  echo "${PHONE_PANIC:-}"
}
stamp=target-web/site.inputs
inputs=$(print_inputs)
if [ -x target/debug/sitegen ] && [ -f dist/index.html ] && [ "$inputs" = "$(cat $stamp 2>/dev/null)" ]; then
  exit
fi
rm -f $stamp

cargo build --locked -p sitegen
(
  . .tooling/web-env.sh
  # Trunk works offline, so whatever only WebAssembly needs has to be there before.
  cargo fetch --locked --quiet --target $WEB_TARGET
  trunk build --config Trunk.toml
)
printf '%s\n' "$inputs" > $stamp
