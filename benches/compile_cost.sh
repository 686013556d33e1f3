#!/usr/bin/env bash
# What deriving an entity costs the compiler, beside serde's Serialize and Deserialize on the same structs.
#
#   benches/compile_cost.sh            lines and bytes of the expansion, CPU time and memory, for each entity
#   benches/compile_cost.sh --check    fails where a limit is exceeded; measures no times
#
# The measured crates are made and built in a corner of the target directory: RUSTC_BOOTSTRAP, which `-Zmacro-stats` asks
# for, would have every dependency there built anew.
set -euo pipefail
cd "$(dirname "$0")/.."

entities=40
max_lines=800
max_bytes=40000
max_crates=136

root=$PWD
target=${CARGO_TARGET_DIR:-$root/target}
work=$target/compile-cost
export CARGO_TARGET_DIR=$work/target RUSTC_BOOTSTRAP=1

# One crate: `crate NAME`, its source on standard input.
make_crate() {
    mkdir -p "$work/$1/src"
    cat > "$work/$1/src/lib.rs"
    cat > "$work/$1/Cargo.toml" <<-TOML
	[package]
	name = "cost-of-$1"
	version = "0.0.0"
	edition = "2024"

	[dependencies]
	dynaent = { path = "$root/dynaent" }
	serde = { version = "1", features = ["derive"] }

	[workspace]
	TOML
    # The versions of the workspace, so that nothing is built or fetched anew.
    cp "$root/Cargo.lock" "$work/$1/Cargo.lock"
}

# The structs: `structs DERIVES yes|no`, the last for the attributes of an entity.
structs() {
    local number
    for number in $(seq "$entities"); do
        echo "#[derive($1)]"
        if [ "$2" = yes ]; then
            cat <<-RUST
			#[entity(service = "press", name = "record$number", version = "1")]
			#[index(primary, pk = [tenant, blog], sk = [day, slug])]
			#[index(by_author, gsi = "gsi1", pk = [author], sk = [day, slug])]
			#[index(by_likes, lsi = "lsi1", pk = [tenant, blog], sk = [likes])]
			RUST
        fi
        cat <<-RUST
		pub struct Record$number {
		    pub tenant: String,
		    pub blog: String,
		    pub day: String,
		    pub slug: String,
		    pub author: String,
		    pub likes: u64,
		    pub published: bool,
		    pub subtitle: Option<String>,
		    pub tags: Vec<String>,
		    pub score: f64,
		}
		RUST
    done
}

# Lines and bytes of all macros in a crate: `expansion NAME`. The table of -Zmacro-stats has a row for each macro: its
# name, uses, lines, lines for each use, bytes, bytes for each use.
expansion() {
    touch "$work/$1/src/lib.rs"
    (cd "$work/$1" && cargo rustc --quiet -- -Zmacro-stats 2>&1) |
        tr -d _, | awk '$1 == "macro-stats" && $3 ~ /^[0-9]+$/ { lines += $4; bytes += $6 } END { print lines + 0, bytes + 0 }'
}

# CPU milliseconds and the highest resident memory in MB of the fastest of five builds: `cost NAME`.
cost() {
    local run
    for run in 1 2 3 4 5; do
        touch "$work/$1/src/lib.rs"
        (cd "$work/$1" && CARGO_INCREMENTAL=0 command time -f '%U %S %M' cargo rustc --quiet 2>&1 | tail -n 1)
    done | awk '{ ms = ($1 + $2) * 1000; if (!best || ms < best) best = ms; if ($3 > top) top = $3 }
                END { print int(best), int(top / 1024) }'
}

structs "dynaent::Entity" yes | make_crate dynaent
structs "serde::Serialize, serde::Deserialize" no | make_crate serde
make_crate nothing < /dev/null

read -r lines bytes < <(expansion dynaent)
lines=$((lines / entities)) bytes=$((bytes / entities))
crates=$(cargo tree --locked -p dynaent -e normal --prefix none | awk '{ print $1, $2 }' | sort -u | wc -l)

if [ "${1:-}" = --check ]; then
    failed=0
    check() { # what, value, limit
        local verdict=ok
        if [ "$2" -gt "$3" ]; then verdict="too much" failed=1; fi
        if [ "$2" -eq 0 ]; then verdict="nothing measured" failed=1; fi
        printf '%-32s %8d  at most %8d  %s\n' "$1" "$2" "$3" "$verdict"
    }
    check "lines of an entity's expansion" "$lines" "$max_lines"
    check "bytes of an entity's expansion" "$bytes" "$max_bytes"
    check "crates without features" "$crates" "$max_crates"
    exit "$failed"
fi

read -r serde_lines serde_bytes < <(expansion serde)
read -r empty_ms _ < <(cost nothing)
read -r ours_ms ours_mb < <(cost dynaent)
read -r serde_ms serde_mb < <(cost serde)
row() { printf '%-28s %8s %8s %12s %10s\n' "$@"; }
row "for each of $entities entities" lines bytes "CPU ms" "peak MB"
row "dynaent::Entity" "$lines" "$bytes" "$(((ours_ms - empty_ms) / entities))" "$ours_mb"
row "serde, both derives" "$((serde_lines / entities))" "$((serde_bytes / entities))" \
    "$(((serde_ms - empty_ms) / entities))" "$serde_mb"
echo "whole crate: dynaent $ours_ms ms, serde $serde_ms ms, empty $empty_ms ms; crates without features: $crates"
