#!/usr/bin/env bash
# Brings onto this machine what the groups named on the command line need: `native` for sitegen, `web` for the site,
# `lint` for checking, `spelling` for its dictionary alone, `paper` for printing sheets, `browsers` for the
# journeys.
# Whatever is there already in the right version is left alone, so a second run takes a second.
# Compiled tools go to the user's cache folder, keyed by version, where every clone finds them.
set -euo pipefail
cd "$(dirname "$0")"
. ./versions.sh

say() { printf 'setup: %s\n' "$*" >&2; }

# Installs Debian packages, or ends with the one sentence that says what to run.
packages() {
  local run=()
  if [ "$(id -u)" != 0 ]; then
    if sudo -n true 2>/dev/null; then run=(sudo -n); else
      say "please run this once, then try again:  sudo apt-get install -y $*"; exit 1; fi
  fi
  command -v apt-get >/dev/null || { say "please install these with your system's package manager, then try again: $*"; exit 1; }
  say "installing $*"
  "${run[@]}" apt-get update -qq >&2
  DEBIAN_FRONTEND=noninteractive "${run[@]}" apt-get install -y -qq --no-install-recommends "$@" >&2
}

# Compiles one command-line tool once per version; opt-level 1 because compiling it costs more than running it.
tool() { # name version binary [cargo install flags]
  local name=$1 version=$2 binary=$3; shift 3
  local root=$DGT_TOOLS/$name-$version
  [ -x "$root/bin/$binary" ] && return
  case "$("$binary" --version 2>/dev/null)" in "$binary $version" | "$binary $version "*) return ;; esac
  say "compiling $name $version (once per machine, some minutes)"
  env -u RUSTC -u RUSTC_BOOTSTRAP -u CARGO_UNSTABLE_BUILD_STD -u CARGO_TARGET_DIR -u RUSTFLAGS \
    CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    CARGO_PROFILE_RELEASE_DEBUG=0 CARGO_PROFILE_RELEASE_STRIP=none \
    cargo install "$name" --version "=$version" --quiet --root "$root.part" "$@" >&2
  rm -rf "$root"; mv "$root.part" "$root"
}

has_wasm_std() { ls "$(rustc --print target-libdir --target wasm32-unknown-unknown 2>/dev/null)"/libstd-*.rlib >/dev/null 2>&1; }
has_debian_web() { [ -x /usr/bin/rustc ] && [ -d /usr/lib/rustlib/src/rust/library/std ] && [ -x /usr/bin/cargo ]; }
debian_offers() { command -v apt-cache >/dev/null && apt-cache policy "$1" 2>/dev/null | grep 'Candidate: [0-9]' >/dev/null; }

native() {
  command -v cargo >/dev/null || { say "please install a Rust toolchain (https://rustup.rs), then try again"; exit 1; }
  command -v cc >/dev/null || packages build-essential
}

web() {
  native
  if ! has_wasm_std && ! has_debian_web; then
    debian_offers rustc-web || { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq >&2; } || true
    if debian_offers rustc-web; then
      packages rustc-web cargo-web rust-web-src rust-web-llvm lld-22
    elif [ "${RUSTUP_AUTO_INSTALL:-}" != 0 ] && command -v rustup >/dev/null; then
      rustup target add wasm32-unknown-unknown >&2
    else
      say "no WebAssembly standard library here; please run:  rustup target add wasm32-unknown-unknown"; exit 1
    fi
  fi
  # Without Trunk's own locked versions two releases of cssparser meet; wasm-bindgen-cli is published without a usable lock.
  tool trunk "$TRUNK_VERSION" trunk --locked --no-default-features --features rustls
  tool wasm-bindgen-cli "$WASM_BINDGEN_VERSION" wasm-bindgen
  node_packages
}

# wasm-opt, the accessibility rules and the oldest browser; the lock file pins their bytes.
node_packages() {
  command -v npm >/dev/null || packages npm
  cmp -s ../tests/package-lock.json ../tests/node_modules/.installed-lock 2>/dev/null && return
  (cd ../tests && npm ci --no-audit --no-fund --ignore-scripts --loglevel=error >&2 && cp package-lock.json node_modules/.installed-lock)
}

lint() {
  cargo clippy --version >/dev/null 2>&1 && cargo fmt --version >/dev/null 2>&1 || {
    say "please add rustfmt and clippy to your Rust toolchain, then try again:  rustup component add rustfmt clippy"; exit 1; }
  # Debian's compiler has its own clippy; where it cannot be had, check.sh looks at the compiler's warnings only.
  if ! has_wasm_std && has_debian_web && ! [ -x /usr/bin/clippy-driver ] && debian_offers rust-web-clippy; then
    (packages rust-web-clippy) || true
  fi
  spelling
}

# What `sitegen spelling` asks.
spelling() {
  printf 'giấy\n' | LC_ALL=C.UTF-8 hunspell -d vi_VN -l >/dev/null 2>&1 || packages hunspell hunspell-vi
}

# What the sheets are printed with.
paper() {
  local missing=()
  command -v chromium >/dev/null || missing+=(chromium)
  # The letters of the phones we build for; the widths of another font prove nothing, and take other room on paper.
  fc-list 2>/dev/null | grep -i roboto >/dev/null || missing+=(fontconfig fonts-roboto-unhinted)
  [ "${#missing[@]}" = 0 ] || packages "${missing[@]}"
}

browsers() {
  local missing=()
  paper
  command -v chromedriver >/dev/null || missing+=(chromium-driver)
  command -v firefox-esr >/dev/null || command -v firefox >/dev/null || missing+=(firefox-esr)
  [ "${#missing[@]}" = 0 ] || packages "${missing[@]}"
  tool geckodriver "$GECKODRIVER_VERSION" geckodriver --locked
  node_packages
  old_chromium
}

# The oldest browser that pages wake in comes in an npm package, compressed. Unpacked it is 140 MB, so it lies with the
# tools, once per machine; its package's own libraries are for another system, those of today's Chromium fit.
old_chromium() {
  local package=../tests/node_modules/@sparticuz/chromium root
  root=$DGT_TOOLS/chromium-$(node -p 'require(process.argv[1]).version' "$PWD/$package/package.json")
  [ -x "$root/bin/chromium-106" ] && return
  say "unpacking Chromium 106 (once per machine)"
  rm -rf "$root.part"; mkdir -p "$root.part/bin"
  node -e '
    const { createReadStream, createWriteStream } = require("node:fs");
    const { createBrotliDecompress } = require("node:zlib");
    const [, from, to] = process.argv;
    require("node:stream").pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to, { mode: 0o755 }),
      (error) => { if (error) throw error; });
  ' "$package/bin/chromium.br" "$root.part/bin/chromium-106" >&2
  rm -rf "$root"; mv "$root.part" "$root"
}

for group in "$@"; do "$group"; done
