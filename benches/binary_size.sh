#!/usr/bin/env bash
# What records add to a program: a release build, stripped, that creates, gets, patches and queries each of 1, 10 and 40
# records, by Dynaent, by hand and by modyne. The code is that of the benchmarks, once for each record. Prints a table in
# Markdown.
set -euo pipefail
cd "$(dirname "$0")/.."

root=$PWD
work=${CARGO_TARGET_DIR:-$root/target}/binary-size
# With the dependencies of the peers, which are built there already.
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$root/benches/peers/target}

# The file of a benchmark as that of a record: `record NUMBER FILE`.
record() {
    sed -e "s/\"post\"/\"record$1\"/" -e "s/name = \"post\"/name = \"record$1\"/" -e "s/\\\$post_1/\$record$1_1/" \
        -e "s/crate::model::/crate::model_$1::/" -e "s/crate::keys;/crate::keys_$1 as keys;/" \
        -e "s/^mod tools;//" -e "s/self::tools/crate::tools/" \
        -e "s/^pub mod table;//" -e "s/self::table/crate::table/" \
        -e '/^\/\/!/d' "$2"
}

# A program of so many records: `program SIDE COUNT`.
program() {
    local side=$1 count=$2 number source=$work/src/bin/$1-$2
    mkdir -p "$source"
    [ "$side" = by_hand ] && cp benches/src/by_hand/tools.rs "$source/tools.rs"
    [ "$side" = modyne ] && cp benches/peers/src/with_modyne/table.rs "$source/table.rs"
    for number in $(seq "$count"); do
        case $side in
        by_hand)
            record "$number" benches/src/by_hand.rs > "$source/side_$number.rs"
            record "$number" benches/src/model.rs |
                sed -e '/^use dynaent/d' -e '/^#\[entity/d' -e '/^#\[index/d' -e 's/, Entity//' > "$source/model_$number.rs"
            ;;
        dynaent)
            record "$number" benches/src/with_dynaent.rs > "$source/side_$number.rs"
            record "$number" benches/src/model.rs > "$source/model_$number.rs"
            ;;
        modyne)
            record "$number" benches/peers/src/with_modyne.rs |
                sed -e "s/^pub struct Post/#[serde(rename = \"record$number\")]\npub struct Post/" > "$source/side_$number.rs"
            record "$number" benches/peers/src/keys.rs > "$source/keys_$number.rs"
            ;;
        esac
    done
    program_text "$side" "$count" > "$source/main.rs"
}

# Its main file. Without records, it sends the same four requests once, so that the SDK's part is in it.
program_text() {
    local side=$1 count=$2 number
    echo '#![allow(unused)]'
    [ "$side" = by_hand ] && echo 'mod tools;'
    [ "$side" = modyne ] && echo 'mod table;'
    for number in $(seq "$count"); do
        echo "mod side_$number;"
        [ "$side" = modyne ] || echo "mod model_$number;"
        [ "$side" = modyne ] && echo "mod keys_$number;"
    done
    cat <<-RUST
	use std::error::Error;
	use aws_sdk_dynamodb::{Client, Config, config::BehaviorVersion, types::AttributeValue};

	fn main() -> Result<(), Box<dyn Error + Send + Sync>> {
	    let texts: Vec<String> = std::env::args().collect();
	    let [first, second, third, fourth] = texts.as_slice() else { return Ok(()) };
	    let key = [first.as_str(), second, third, fourth];
	    let client = Client::from_conf(Config::builder().behavior_version(BehaviorVersion::latest()).build());
	    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build()?;
	RUST
    case $side in
    dynaent) echo '    let to = &dynaent::Table::new(client, "app");' ;;
    by_hand) echo '    let to = &client;' ;;
    modyne) echo '    let to = &table::App { client };' ;;
    esac
    echo '    runtime.block_on(async {'
    if [ "$count" = 0 ]; then
        cat <<-RUST
		        let value = AttributeValue::S(first.clone());
		        to.put_item().table_name("app").item("pk", value.clone()).send().await?;
		        println!("{:?}", to.get_item().table_name("app").key("pk", value.clone()).send().await?.item);
		        to.update_item().table_name("app").key("pk", value.clone()).update_expression(second).send().await?;
		        let query = to.query().table_name("app").key_condition_expression(third).limit(20);
		        println!("{:?}", query.expression_attribute_values(":0", value).send().await?.items);
		RUST
    fi
    for number in $(seq "$count"); do
        echo "        record_$number(to, key).await?;"
    done
    printf '        Ok(())\n    })\n}\n'
    for number in $(seq "$count"); do
        case $side in
        dynaent) echo "async fn record_$number(to: &dynaent::Table, key: [&str; 4])" ;;
        by_hand) echo "async fn record_$number(to: &Client, key: [&str; 4])" ;;
        modyne) echo "async fn record_$number(to: &table::App, key: [&str; 4])" ;;
        esac
        [ "$side" = modyne ] && post="side_$number::Post" || post="model_$number::Post"
        cat <<-RUST
		    -> Result<(), Box<dyn Error + Send + Sync>> {
		    let [tenant, blog, day, slug] = key.map(str::to_owned);
		    let author = slug.clone();
		    let tags = vec![slug.clone()];
		    let post = $post {
		        tenant, blog, day, slug, author, likes: 1, published: true, subtitle: None, tags, score: 1.5,
		    };
		    println!("{:?}", side_$number::send_create(to, post).await?.likes);
		    println!("{:?}", side_$number::send_get(to, key).await?.map(|post| post.score));
		    side_$number::send_patch(to, key, key[0], false).await?;
		    println!("{:?}", side_$number::send_query(to, key, 20).await?.len());
		    Ok(())
		}
		RUST
    done
}

rm -rf "$work/src"
mkdir -p "$work"
cp benches/peers/Cargo.lock "$work/Cargo.lock"
sed -e 's/^name = .*/name = "binary-size"/' -e "s#path = \"../../dynaent\"#path = \"$root/dynaent\"#" \
    -e "s#path = \"..\"#path = \"$root/benches\"#" benches/peers/Cargo.toml |
    sed '/^stats_alloc/a tokio = { version = "1", default-features = false, features = ["rt", "time"] }' > "$work/Cargo.toml"
sides="dynaent by_hand modyne"
counts="1 10 40"
program by_hand 0
for count in $counts; do
    for side in $sides; do program "$side" "$count"; done
done

# The bytes of a program: `size SIDE COUNT`.
size() {
    strip -o "$work/stripped" "$CARGO_TARGET_DIR/release/$1-$2"
    stat -c %s "$work/stripped"
}

kb() { printf '%d KB' "$((($1 + 500) / 1000))" | sed ':a; s/\B[0-9]\{3\}\>/,&/; ta'; }

(cd "$work" && cargo build --quiet --release)
base=$(size by_hand 0)
echo "| records | Dynaent | by hand | modyne |"
echo "|--:|--:|--:|--:|"
for count in $counts; do
    printf '| %d' "$count"
    for side in $sides; do printf ' | %s' "$(kb "$(($(size "$side" "$count") - base))")"; done
    printf ' |\n'
done
printf '\nAdded to a program that sends the same four requests without a record: %s.\n' "$(kb "$base")"
