//! What is told of tables that were made by hand.

use aws_sdk_dynamodb::types::{
    AttributeDefinition, BillingMode, GlobalSecondaryIndex, IndexStatus, KeySchemaElement, KeyType,
    LocalSecondaryIndex, Projection, ProjectionType, ProvisionedThroughput, ScalarAttributeType, StreamSpecification,
    StreamViewType, TableStatus, TimeToLiveSpecification,
};
use dynaent::{Entities, Error, Table, TableDefinition, TableDifference};

use super::models::{Post, Reading, Score, Session};
use crate::{
    doctored::doctored,
    fixtures::{Article, Comment, Order, Setting, Slot},
    harness::{Engine, both_ways},
};

both_ways! {
    nothing_is_told_of_tables_that_fit,
    what_a_table_has_beyond_is_not_told,
    a_table_that_is_not_there,
    other_keys_of_the_table,
    other_types_of_keys,
    missing_indexes,
    other_keys_of_an_index,
    indexes_that_hold_less,
    expiry_that_is_off_or_another,
    streams_that_are_off_or_others,
    other_billing,
    no_protection,
    all_is_told_at_once,
}

fn define<E: Entities>() -> TableDefinition {
    TableDefinition::of::<E>().expect("a table")
}

/// What is told, with its text.
async fn told(definition: TableDefinition, table: &Table) -> Vec<(TableDifference, String)> {
    let differences = definition.check(table).await.expect("a comparison");
    differences.into_iter().map(|difference| (difference.clone(), difference.to_string())).collect()
}

/// The only difference.
async fn only(definition: TableDefinition, table: &Table) -> (TableDifference, String) {
    let mut told = told(definition, table).await;
    assert_eq!(told.len(), 1, "{told:?}");
    told.remove(0)
}

// -- By hand ----------------------------------------------------------------------------------------------------------

fn keys(keys: &[(&str, KeyType)]) -> Vec<KeySchemaElement> {
    let key = |(name, kind): &(&str, KeyType)| {
        KeySchemaElement::builder().attribute_name(*name).key_type(kind.clone()).build().expect("a key")
    };
    keys.iter().map(key).collect()
}

fn hash_range(hash: &str, range: &str) -> Vec<KeySchemaElement> {
    keys(&[(hash, KeyType::Hash), (range, KeyType::Range)])
}

fn hash(hash: &str) -> Vec<KeySchemaElement> {
    keys(&[(hash, KeyType::Hash)])
}

fn all() -> Projection {
    Projection::builder().projection_type(ProjectionType::All).build()
}

fn keys_only() -> Projection {
    Projection::builder().projection_type(ProjectionType::KeysOnly).build()
}

fn include(fields: &[&str]) -> Projection {
    let fields = fields.iter().copied().map(str::to_owned).collect();
    Projection::builder().projection_type(ProjectionType::Include).set_non_key_attributes(Some(fields)).build()
}

fn global(name: &str, keys: Vec<KeySchemaElement>, projection: Projection) -> GlobalSecondaryIndex {
    let index = GlobalSecondaryIndex::builder().index_name(name).set_key_schema(Some(keys));
    index.projection(projection).build().expect("an index")
}

fn local(name: &str, keys: Vec<KeySchemaElement>, projection: Projection) -> LocalSecondaryIndex {
    let index = LocalSecondaryIndex::builder().index_name(name).set_key_schema(Some(keys));
    index.projection(projection).build().expect("an index")
}

type CreateTable = aws_sdk_dynamodb::operation::create_table::builders::CreateTableFluentBuilder;

/// Makes a table of this key, of which all fields are text but for those named as numbers.
async fn by_hand(
    on: &Engine,
    key: Vec<KeySchemaElement>,
    numbers: &[&str],
    locals: Vec<LocalSecondaryIndex>,
    globals: Vec<GlobalSecondaryIndex>,
    change: impl FnOnce(CreateTable) -> CreateTable,
) -> Table {
    let table = on.absent_table();
    let local = locals.iter().flat_map(|index| index.key_schema());
    let all = key.iter().chain(local).chain(globals.iter().flat_map(|index| index.key_schema()));
    let fields: std::collections::BTreeSet<String> = all.map(|key| key.attribute_name.clone()).collect();
    let kind = |field: &str| if numbers.contains(&field) { ScalarAttributeType::N } else { ScalarAttributeType::S };
    let fields = fields.into_iter().map(|field| {
        let kind = kind(&field);
        AttributeDefinition::builder().attribute_name(field).attribute_type(kind).build().expect("a field")
    });
    let request = table
        .client()
        .create_table()
        .table_name(table.name())
        .billing_mode(BillingMode::PayPerRequest)
        .set_key_schema(Some(key))
        .set_attribute_definitions(Some(fields.collect()))
        .set_local_secondary_indexes((!locals.is_empty()).then_some(locals))
        .set_global_secondary_indexes((!globals.is_empty()).then_some(globals));
    change(request).send().await.expect("a table");
    table
}

/// A table of a usual key and these indexes.
async fn indexed(on: &Engine, locals: Vec<LocalSecondaryIndex>, globals: Vec<GlobalSecondaryIndex>) -> Table {
    by_hand(on, hash_range("pk", "sk"), &[], locals, globals, |request| request).await
}

async fn expire_by(table: &Table, field: &str) {
    let on = TimeToLiveSpecification::builder().attribute_name(field).enabled(true).build().expect("a spec");
    let request = table.client().update_time_to_live().table_name(table.name()).time_to_live_specification(on);
    request.send().await.expect("it is on");
}

// -- What fits --------------------------------------------------------------------------------------------------------

async fn nothing_is_told_of_tables_that_fit(on: Engine) {
    async fn fits(on: &Engine, name: &str, definition: TableDefinition) {
        let table = Table::new(on.absent_table().client().clone(), name);
        definition.create(&table).await.expect("a table");
        assert_eq!(definition.check(&table).await.expect("a comparison"), [], "{name}");
    }
    fits(&on, "order", define::<Order>()).await;
    fits(&on, "blog", define::<(Comment, Article)>()).await;
    fits(&on, "setting", define::<Setting>()).await;
    fits(&on, "slot", define::<Slot>()).await;
    fits(&on, "post", define::<Post>()).await;
    fits(&on, "reading", define::<Reading>()).await;
    fits(&on, "score", define::<Score>()).await;
    fits(&on, "session", define::<Session>()).await;
    let all = define::<Session>().stream(StreamViewType::KeysOnly).deletion_protection().tag("team", "checkout");
    fits(&on, "on-demand", all.clone().on_demand()).await;
    fits(&on, "provisioned", all.provisioned(5, 5)).await;
}

async fn what_a_table_has_beyond_is_not_told(on: Engine) {
    let table = by_hand(
        &on,
        hash_range("pk", "sk"),
        &["rank"],
        vec![local("lsi1", hash_range("pk", "lsi1sk"), all()), local("theirs", hash_range("pk", "rank"), keys_only())],
        vec![
            global("gsi1", hash_range("gsi1pk", "gsi1sk"), include(&["tag"])),
            global(
                "gsi2",
                hash("gsi2pk"),
                include(&["author", "post_id", "tag", "day", "headline", "summary", "more", "__edb_e__", "__edb_v__"]),
            ),
            global("their-other", hash("rank"), all()),
        ],
        |request| {
            let stream = StreamSpecification::builder().stream_enabled(true).stream_view_type(StreamViewType::NewImage);
            let units = ProvisionedThroughput::builder().read_capacity_units(1).write_capacity_units(1);
            let units = units.build().expect("units");
            request
                .billing_mode(BillingMode::Provisioned)
                .provisioned_throughput(units)
                .deletion_protection_enabled(true)
                .stream_specification(stream.build().expect("a stream"))
        },
    )
    .await;
    expire_by(&table, "whenever").await;
    assert_eq!(told(define::<Post>(), &table).await, []);
}

// -- What does not ----------------------------------------------------------------------------------------------------

async fn a_table_that_is_not_there(on: Engine) {
    let (difference, text) = only(define::<Session>(), &on.absent_table()).await;
    assert_eq!(difference, TableDifference::NoTable { table: "absent".into() });
    assert_eq!(text, "there is no table `absent`");
}

async fn other_keys_of_the_table(on: Engine) {
    let table = by_hand(&on, hash("pk"), &[], vec![], vec![global("gsi1", hash("gsi1pk"), all())], |request| request);
    let table = table.await;
    assert_eq!(told(define::<Setting>(), &table).await, []);
    let (difference, text) = told(define::<Comment>(), &table).await.remove(0);
    assert_eq!(difference, TableDifference::TableKeys { expected: hash_range("pk", "sk"), found: hash("pk") });
    assert_eq!(text, "the table's key is `pk` (partition), and has to be `pk` (partition), `sk` (sort)");
}

async fn other_types_of_keys(on: Engine) {
    let level = vec![global("levels", hash("level"), all())];
    let table = by_hand(&on, hash_range("device", "at"), &["at"], vec![], level, |request| request).await;
    let (difference, text) = only(define::<Reading>(), &table).await;
    assert_eq!(
        difference,
        TableDifference::KeyType {
            field: "level".into(),
            expected: ScalarAttributeType::N,
            found: ScalarAttributeType::S,
        }
    );
    assert_eq!(text, "the key field `level` is of type S, and has to be of type N");
}

async fn missing_indexes(on: Engine) {
    // One is there as an index of the other kind.
    let table = indexed(&on, vec![local("gsi1", hash_range("pk", "gsi1sk"), all())], vec![]).await;
    assert_eq!(
        told(define::<Order>(), &table).await,
        [
            (
                TableDifference::NoIndex { index: "gsi1".into(), local: false },
                "there is no global secondary index `gsi1`"
            ),
            (
                TableDifference::NoIndex { index: "gsi2".into(), local: false },
                "there is no global secondary index `gsi2`"
            ),
            (
                TableDifference::NoIndex { index: "lsi1".into(), local: true },
                "there is no local secondary index `lsi1`"
            ),
        ]
        .map(|(difference, text)| (difference, text.to_owned()))
    );
}

async fn other_keys_of_an_index(on: Engine) {
    let table = indexed(&on, vec![], vec![global("gsi1", hash_range("gsi1pk", "other"), all())]).await;
    let (difference, text) = only(define::<Comment>(), &table).await;
    let (expected, found) = (hash_range("gsi1pk", "gsi1sk"), hash_range("gsi1pk", "other"));
    assert_eq!(difference, TableDifference::IndexKeys { index: "gsi1".into(), expected, found });
    assert_eq!(
        text,
        "the key of index `gsi1` is `gsi1pk` (partition), `other` (sort), and has to be `gsi1pk` (partition), `gsi1sk` \
         (sort)"
    );

    // The fields are the same, and stand on other sides.
    let sides = |countries: &[&str], points: &[&str]| {
        let side = |fields: &[&str], kind: KeyType| -> Vec<_> {
            keys(&fields.iter().map(|field| (*field, kind.clone())).collect::<Vec<_>>())
        };
        [side(countries, KeyType::Hash), side(points, KeyType::Range)].concat()
    };
    let (expected, found) =
        (sides(&["country", "city"], &["points", "player"]), sides(&["country"], &["city", "points", "player"]));
    let on = if on.over_http { Engine::over_http().await } else { Engine::embedded() };
    let index = vec![global("places", found.clone(), all())];
    let table = by_hand(&on, hash_range("pk", "sk"), &["points"], vec![], index, |request| request).await;
    let (difference, _) = only(define::<Score>(), &table).await;
    assert_eq!(difference, TableDifference::IndexKeys { index: "places".into(), expected, found });
}

async fn indexes_that_hold_less(on: Engine) {
    let held = ["author", "post_id", "tag", "day", "headline", "summary", "__edb_e__", "__edb_v__"];
    let table = indexed(
        &on,
        vec![local("lsi1", hash_range("pk", "lsi1sk"), keys_only())],
        vec![
            global("gsi1", hash_range("gsi1pk", "gsi1sk"), keys_only()),
            // It lacks the identifier of the version.
            global("gsi2", hash("gsi2pk"), include(&held[..7])),
        ],
    )
    .await;
    let text = "its keys and `author`, `post_id`, `tag`, `day`, `headline`, `summary`, `__edb_e__`";
    assert_eq!(
        told(define::<Post>(), &table).await,
        [
            (
                TableDifference::IndexHolds {
                    index: "gsi2".into(),
                    expected: include(&held),
                    found: include(&held[..7]),
                },
                format!("index `gsi2` holds {text}, and has to hold {text}, `__edb_v__`"),
            ),
            (
                TableDifference::IndexHolds { index: "lsi1".into(), expected: include(&held), found: keys_only() },
                format!("index `lsi1` holds only its keys, and has to hold {text}, `__edb_v__`"),
            ),
        ]
    );
    let (difference, text) = only(define::<Comment>(), &table).await;
    let (expected, found) = (all(), keys_only());
    assert_eq!(difference, TableDifference::IndexHolds { index: "gsi1".into(), expected, found });
    assert_eq!(text, "index `gsi1` holds only its keys, and has to hold all attributes");
    // All is more than some, however many these are.
    let on = if on.over_http { Engine::over_http().await } else { Engine::embedded() };
    let some = vec![global("gsi1", hash_range("gsi1pk", "gsi1sk"), include(&held))];
    let table = indexed(&on, vec![], some).await;
    let (difference, _) = only(define::<Comment>(), &table).await;
    assert_eq!(
        difference,
        TableDifference::IndexHolds { index: "gsi1".into(), expected: all(), found: include(&held) }
    );
}

async fn expiry_that_is_off_or_another(on: Engine) {
    let table = by_hand(&on, hash("pk"), &[], vec![], vec![], |request| request).await;
    let (difference, text) = only(define::<Session>(), &table).await;
    assert_eq!(difference, TableDifference::Expiry { expected: "until".into(), found: None });
    assert_eq!(text, "items do not expire, and have to by `until`: time to live is off");
    assert_eq!(told(define::<Session>().without_ttl(), &table).await, []);
    expire_by(&table, "other").await;
    let (difference, text) = only(define::<Session>(), &table).await;
    assert_eq!(difference, TableDifference::Expiry { expected: "until".into(), found: Some("other".into()) });
    assert_eq!(text, "items expire by `other`, and have to by `until`");
}

async fn streams_that_are_off_or_others(on: Engine) {
    let table = by_hand(&on, hash("pk"), &[], vec![], vec![], |request| request).await;
    let definition = define::<Session>().without_ttl().stream(StreamViewType::NewImage);
    let expected = StreamViewType::NewImage;
    let (difference, text) = only(definition.clone(), &table).await;
    assert_eq!(difference, TableDifference::Stream { expected: expected.clone(), found: None });
    assert_eq!(text, "there is no stream of changes, and has to be one of NEW_IMAGE");
    let stream = StreamSpecification::builder().stream_enabled(true).stream_view_type(StreamViewType::KeysOnly);
    let stream = stream.build().expect("a stream");
    let request = table.client().update_table().table_name(table.name()).stream_specification(stream);
    request.send().await.expect("a stream");
    let (difference, text) = only(definition, &table).await;
    assert_eq!(difference, TableDifference::Stream { expected, found: Some(StreamViewType::KeysOnly) });
    assert_eq!(text, "the stream of changes is one of KEYS_ONLY, and has to be one of NEW_IMAGE");
}

async fn other_billing(on: Engine) {
    let table = by_hand(&on, hash("pk"), &[], vec![], vec![], |request| request).await;
    let definition = define::<Session>().without_ttl();
    let (difference, text) = only(definition.clone().provisioned(1, 1), &table).await;
    let (provisioned, on_demand) = (BillingMode::Provisioned, BillingMode::PayPerRequest);
    let found = on_demand.clone();
    assert_eq!(difference, TableDifference::Billing { expected: provisioned.clone(), found });
    assert_eq!(text, "the table is billed PAY_PER_REQUEST, and has to be PROVISIONED");
    assert_eq!(told(definition.clone().on_demand(), &table).await, []);

    let other = Table::new(table.client().clone(), "provisioned");
    definition.clone().provisioned(1, 1).create(&other).await.expect("a table");
    // How much it is may have been scaled.
    assert_eq!(told(definition.clone().provisioned(9, 9), &other).await, []);
    let (difference, _) = only(definition.clone().on_demand(), &other).await;
    assert_eq!(difference, TableDifference::Billing { expected: on_demand, found: provisioned });
    // Nobody asked.
    assert_eq!(told(definition, &other).await, []);
}

async fn no_protection(on: Engine) {
    let table = by_hand(&on, hash("pk"), &[], vec![], vec![], |request| request).await;
    let (difference, text) = only(define::<Session>().without_ttl().deletion_protection(), &table).await;
    assert_eq!(difference, TableDifference::NoDeletionProtection);
    assert_eq!(text, "the table is not protected from being deleted, and has to be");
}

async fn all_is_told_at_once(on: Engine) {
    let table = by_hand(&on, hash_range("pk", "other"), &["pk"], vec![], vec![], |request| request).await;
    let told = told(define::<(Session, Setting)>().deletion_protection(), &table).await;
    let kinds: Vec<_> = told.iter().map(|(difference, _)| difference).collect();
    assert!(
        matches!(
            kinds[..],
            [
                TableDifference::TableKeys { .. },
                TableDifference::KeyType { .. },
                TableDifference::NoIndex { .. },
                TableDifference::NoDeletionProtection,
                TableDifference::Expiry { .. },
            ]
        ),
        "{kinds:?}"
    );
}

// -- Answers that the engine never gives ------------------------------------------------------------------------------

fn replacing(table: &Table, what: &'static str, by: &'static str) -> Table {
    doctored(table, move |operation, body| (operation == "DescribeTable").then(|| (200, body.replace(what, by))))
}

#[tokio::test]
async fn what_is_not_active() {
    let table = Engine::embedded().table::<Setting>().await;
    let filled = replacing(&table, r#""IndexStatus":"ACTIVE""#, r#""IndexStatus":"CREATING""#);
    let (difference, text) = only(define::<Setting>(), &filled).await;
    assert_eq!(difference, TableDifference::IndexNotActive { index: "gsi1".into(), status: IndexStatus::Creating });
    assert_eq!(text, "index `gsi1` is CREATING, and has to be ACTIVE");
    let deleted = replacing(&table, r#""TableStatus":"ACTIVE""#, r#""TableStatus":"DELETING""#);
    let (difference, text) = only(define::<Setting>(), &deleted).await;
    assert_eq!(difference, TableDifference::TableNotActive { status: TableStatus::Deleting });
    assert_eq!(text, "the table is DELETING, and has to be ACTIVE");
    // While it is changed it serves as before.
    let changed = replacing(&table, r#"Status":"ACTIVE""#, r#"Status":"UPDATING""#);
    assert_eq!(told(define::<Setting>(), &changed).await, []);
}

#[tokio::test]
async fn expiry_that_may_not_be_looked_at() {
    let table = Engine::embedded().table::<Session>().await;
    let refused = |code: &'static str| {
        doctored(&table, move |operation, _| {
            let answer = format!(r#"{{"__type":"com.amazon.coral.service#{code}","message":"No."}}"#);
            (operation == "DescribeTimeToLive").then_some((400, answer))
        })
    };
    let (difference, text) = only(define::<Session>(), &refused("AccessDeniedException")).await;
    assert_eq!(difference, TableDifference::ExpiryUnknown { expected: "until".into() });
    assert_eq!(text, "items have to expire by `until`, and dynamodb:DescribeTimeToLive is not allowed");
    // It is not asked for where nothing expires.
    assert_eq!(told(define::<Session>().without_ttl(), &refused("AccessDeniedException")).await, []);
    let error = define::<Session>().check(&refused("InternalServerError")).await.expect_err("it is unknown");
    assert!(matches!(error, Error::Request { operation: "description of the expiry", .. }), "{error:?}");
}

#[tokio::test]
async fn a_table_that_may_not_be_looked_at() {
    let table = Engine::embedded().table::<Session>().await;
    let answer = r#"{"__type":"com.amazon.coral.service#AccessDeniedException","message":"No."}"#;
    let denied = doctored(&table, move |operation, _| (operation == "DescribeTable").then(|| (400, answer.to_owned())));
    let error = define::<Session>().check(&denied).await.expect_err("it is denied");
    assert_eq!(
        error.to_string(),
        "description of the table of Session on table `app` failed: AccessDeniedException: No."
    );
}
