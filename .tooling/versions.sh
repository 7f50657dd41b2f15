# Versions of the tools that are compiled here, and where they are kept. Sourced, never run.
TRUNK_VERSION=0.21.14          # 0.22 needs a newer compiler than Debian has
WASM_BINDGEN_VERSION=0.2.130   # the crate in Cargo.toml has exactly this version
GECKODRIVER_VERSION=0.37.1
DGT_TOOLS=${XDG_CACHE_HOME:-$HOME/.cache}/du-giay-to
