#!/usr/bin/env bash
# What deriving entities costs the compiler, beside serde's Serialize and Deserialize on the same structs, and beside
# modyne, which needs those two, a derive of its own and a hand-written impl.
#
#   benches/compile_cost.sh            a table in Markdown for 1, 10 and 40 entities: lines and bytes of the expansion,
#                                      CPU time and memory
#   benches/compile_cost.sh --check    fails where a limit is exceeded; measures no times, and nobody else
#
# The measured crates are made and built in a corner of the target directory: RUSTC_BOOTSTRAP, which `-Zmacro-stats` asks
# for, would have every dependency there built anew.
set -euo pipefail
cd "$(dirname "$0")/.."

max_lines=800
max_bytes=40000
max_crates=136

root=$PWD
target=${CARGO_TARGET_DIR:-$root/target}
work=$target/compile-cost
export CARGO_TARGET_DIR=$work/target RUSTC_BOOTSTRAP=1

# One crate: `make_crate NAME LOCK DEPENDENCY...`, its source on standard input.
make_crate() {
    local name=$1 lock=$2
    shift 2
    mkdir -p "$work/$name/src"
    cat > "$work/$name/src/lib.rs"
    {
        printf '[package]\nname = "cost-of-%s"\nversion = "0.0.0"\nedition = "2024"\n\n[workspace]\n\n[dependencies]\n' "$name"
        printf '%s\n' "$@"
    } > "$work/$name/Cargo.toml"
    # The versions of a workspace, so that nothing is built or fetched anew.
    cp "$lock" "$work/$name/Cargo.lock"
}

fields='{
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
}'

# The structs of so many entities: `entities SIDE COUNT`.
entities() {
    local number
    if [ "$1" = modyne ]; then
        cat benches/peers/src/with_modyne/table.rs
        cat <<-RUST
		use modyne::{Entity, EntityDef, keys::FullKey};
		use serde::Deserialize;
		RUST
    fi
    for number in $(seq "$2"); do
        case $1 in
        dynaent)
            cat <<-RUST
			#[derive(dynaent::Entity)]
			#[entity(service = "press", name = "record$number", version = "1")]
			#[index(primary, pk = [tenant, blog], sk = [day, slug])]
			#[index(by_author, gsi = "gsi1", pk = [author], sk = [day, slug])]
			#[index(by_likes, lsi = "lsi1", pk = [tenant, blog], sk = [likes])]
			pub struct Record$number $fields
			RUST
            ;;
        serde)
            cat <<-RUST
			#[derive(serde::Serialize, serde::Deserialize)]
			pub struct Record$number $fields
			RUST
            ;;
        modyne)
            cat <<-RUST
			#[derive(EntityDef, Serialize, Deserialize)]
			pub struct Record$number $fields

			impl Entity for Record$number {
			    type KeyInput<'a> = [&'a str; 4];
			    type Table = App;
			    type IndexKeys = (ByAuthor, ByLikes);

			    fn primary_key([tenant, blog, day, slug]: [&str; 4]) -> Primary {
			        Primary {
			            pk: format!("\$press#tenant_{}#blog_{}", tenant.to_lowercase(), blog.to_lowercase()),
			            sk: format!("\$record${number}_1#day_{}#slug_{}", day.to_lowercase(), slug.to_lowercase()),
			        }
			    }

			    fn full_key(&self) -> FullKey<Primary, Self::IndexKeys> {
			        let primary = Self::primary_key([&self.tenant, &self.blog, &self.day, &self.slug]);
			        let by_author = ByAuthor {
			            gsi1pk: format!("\$press#author_{}", self.author.to_lowercase()),
			            gsi1sk: primary.sk.clone(),
			        };
			        let by_likes = ByLikes { lsi1sk: format!("\$record${number}_1#likes_{}", self.likes) };
			        FullKey { primary, indexes: (by_author, by_likes) }
			    }
			}
			RUST
            ;;
        esac
    done
}

# A crate of so many entities: `crate_of SIDE COUNT`.
crate_of() {
    case $1 in
    dynaent) entities "$@" | make_crate "$1-$2" Cargo.lock "dynaent = { path = \"$root/dynaent\" }" ;;
    serde) entities "$@" | make_crate "$1-$2" Cargo.lock 'serde = { version = "1", features = ["derive"] }' ;;
    modyne)
        entities "$@" | make_crate "$1-$2" benches/peers/Cargo.lock \
            'aws-sdk-dynamodb = { version = "1.136", default-features = false }' \
            'modyne = { version = "0.3.1", features = ["derive"] }' \
            'serde = { version = "1", features = ["derive"] }'
        ;;
    esac
}

# Lines and bytes of all macros in a crate: `expansion NAME`. The table of -Zmacro-stats has a row for each macro: its
# name, uses, lines, lines for each use, bytes, bytes for each use. The `format!` of hand-written code does not count.
expansion() {
    touch "$work/$1/src/lib.rs"
    (cd "$work/$1" && cargo rustc --quiet -- -Zmacro-stats 2>&1) | tr -d _, |
        awk '$1 == "macro-stats" && $2 !~ /format/ && $3 ~ /^[0-9]+$/ { lines += $4; bytes += $6 }
             END { print lines + 0, bytes + 0 }'
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

crates() { # what a build without features needs
    cargo tree --locked "$@" -e normal --prefix none | awk '{ print $1, $2 }' | sort -u | wc -l
}

if [ "${1:-}" = --check ]; then
    crate_of dynaent 40
    read -r lines bytes < <(expansion dynaent-40)
    failed=0
    check() { # what, value, limit
        local verdict=ok
        if [ "$2" -gt "$3" ]; then verdict="too much" failed=1; fi
        if [ "$2" -eq 0 ]; then verdict="nothing measured" failed=1; fi
        printf '%-32s %8d  at most %8d  %s\n' "$1" "$2" "$3" "$verdict"
    }
    check "lines of an entity's expansion" "$((lines / 40))" "$max_lines"
    check "bytes of an entity's expansion" "$((bytes / 40))" "$max_bytes"
    check "crates without features" "$(crates -p dynaent)" "$max_crates"
    exit "$failed"
fi

thousands() { sed ':a; s/\B[0-9]\{3\}\>/,&/; ta' <<< "$1"; }

make_crate nothing Cargo.lock < /dev/null
read -r empty_ms empty_mb < <(cost nothing)
echo "| entities | | lines | bytes | CPU | peak memory |"
echo "|--:|---|--:|--:|--:|--:|"
echo "| 0 | an empty crate | 0 | 0 | $empty_ms ms | $empty_mb MB |"
for count in 1 10 40; do
    for side in dynaent serde modyne; do
        crate_of "$side" "$count"
        read -r lines bytes < <(expansion "$side-$count")
        read -r ms mb < <(cost "$side-$count")
        case $side in
        dynaent) name="**Dynaent**" ;;
        serde) name="serde, both derives" ;;
        modyne) name="modyne: its derive, serde's, an impl by hand" ;;
        esac
        printf "| %d | %s | %s | %s | %s ms | %d MB |\n" "$count" "$name" "$(thousands "$lines")" "$(thousands "$bytes")" \
            "$(thousands "$((ms - empty_ms))")" "$mb"
    done
done
printf '\nCrates in a build without features: %d with Dynaent, %d with modyne.\n' \
    "$(crates -p dynaent)" "$(cd "$work/modyne-40" && crates)"
