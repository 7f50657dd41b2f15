# The environment in which WebAssembly is built. Sourced from the repository's root, in a subshell: native builds must
# not see it, or they compile a standard library of their own. Installs nothing.
. .tooling/versions.sh
export CARGO_TARGET_DIR=$PWD/target-web
# wasm-opt comes from npm: Debian's is too old.
export PATH=$PWD/tests/node_modules/.bin:$DGT_TOOLS/trunk-$TRUNK_VERSION/bin:$DGT_TOOLS/wasm-bindgen-cli-$WASM_BINDGEN_VERSION/bin:$PATH
# Trunk reads NO_COLOR as a Boolean and ends when it is 1; its backtraces hide the one line that matters.
unset NO_COLOR
export RUST_BACKTRACE=0

WEB_TARGET=wasm32-unknown-unknown
WEB_CLIPPY=cargo-clippy
# Only a standard library that is compiled here can leave out newer instructions, which widens the range of phones,
# and panic without words, which makes the download a tenth smaller (PHONE_PANIC=abort brings the words back).
if ls "$(rustc --print target-libdir --target $WEB_TARGET 2>/dev/null)"/libstd-*.rlib >/dev/null 2>&1; then
  :
elif [ -x /usr/bin/rustc ] && [ -x /usr/bin/cargo ] && [ -d /usr/lib/rustlib/src/rust/library/std ]; then
  export PATH=/usr/bin:$PATH RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
  # A rustup on the same machine must not lend its clippy to another compiler.
  WEB_CLIPPY=/usr/bin/cargo-clippy
  WEB_FLAGS=-Ctarget-cpu=mvp
  [ "${PHONE_PANIC:-immediate-abort}" = immediate-abort ] && WEB_FLAGS="$WEB_FLAGS -Zunstable-options -Cpanic=immediate-abort"
  export RUSTFLAGS=$WEB_FLAGS
else
  echo "no standard library for WebAssembly here; please run: make setup" >&2
  exit 1
fi
