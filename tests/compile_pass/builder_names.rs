//! Attributes named like the methods of builders: their setters get an underscore.

use dynaent::Entity;

/// An order's line.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "shop", name = "Line", version = "1")]
#[index(primary, pk = [send], sk = [limit, first])]
#[index(all, gsi = "gsi1", pk = [request], sk = [item])]
#[index(set, gsi = "gsi2", pk = [state], sk = [operation])]
pub struct Line {
    /// As `send`.
    pub send: String,
    /// As `limit`.
    pub limit: String,
    /// As `first`.
    pub first: String,
    /// As `request`.
    pub request: String,
    /// As `item`.
    pub item: String,
    /// As `state`.
    pub state: String,
    /// As `operation`.
    pub operation: String,
    /// As `start`.
    pub start: Option<u32>,
    /// As `set`.
    pub set: Option<u32>,
    /// As `waiting`.
    pub waiting: bool,
    /// As `values`.
    pub values: bool,
    /// As `return_new`.
    pub return_new: bool,
}

#[test]
fn setters_have_an_underscore() {
    let line = Line::create().send_("a").limit("b").first("c").request_("d").item_("e").state("f").operation("g");
    let line = line.start(1).set(2).waiting(true).values(true).return_new_(false);
    assert!(line.request("shop").is_ok());
    let l = Line::attributes();
    let patch = Line::patch().send_("a").limit_("b").first_("c").set(l.set, 3).set(l.start, 4);
    assert!(patch.request("shop").is_ok());
    assert!(Line::query().all().request_("d").item("e").limit(3).request("shop").is_ok());
    assert!(Line::query().set().state("f").operation("g").request("shop").is_ok());
}

/// An entity whose key is named as methods of operations on one item.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "shop", name = "Names", version = "1")]
#[index(primary, pk = [condition], sk = [add, from, known])]
#[index(filter, gsi = "gsi1", pk = [filter], sk = [changes, set_from])]
pub struct Names {
    /// As `condition`.
    pub condition: String,
    /// As `filter`.
    pub filter: String,
    /// As `add`.
    pub add: String,
    /// As `subtract`.
    pub subtract: u32,
    /// As `append`.
    pub append: u32,
    /// As `prepend`.
    pub prepend: u32,
    /// As `remove`.
    pub remove: u32,
    /// As `delete`.
    pub delete: u32,
    /// As `customize`.
    pub customize: u32,
    /// As `send_if`.
    pub send_if: u32,
    /// As `from`.
    pub from: String,
    /// As `known`.
    pub known: String,
    /// As `changes`.
    pub changes: String,
    /// As `set_if_not_exists`.
    pub set_if_not_exists: u32,
    /// As `set_from`.
    pub set_from: String,
    /// As `set_from_with_default`.
    pub set_from_with_default: u32,
    /// As `add_with_default`.
    pub add_with_default: u32,
    /// As `subtract_with_default`.
    pub subtract_with_default: u32,
    /// As `return_old`.
    pub return_old: u32,
    /// As `return_updated`.
    pub return_updated: u32,
    /// As `consistent`.
    pub consistent: u32,
    /// As `with_expired`.
    pub with_expired: u32,
    /// As `unfinished`.
    pub unfinished: u32,
    /// As `deref`.
    pub deref: u32,
}

#[test]
fn operators_have_their_names() {
    let draft = Names::upsert().condition_("a").filter("b").add_("c").subtract_(1_u32).append_(1_u32).prepend_(1_u32);
    let draft = draft.remove_(1_u32).delete(1_u32).customize_(1_u32).send_if_(1_u32).from("d").known("e").changes("f");
    let draft = draft.set_if_not_exists_(1_u32).set_from("g").return_old_(1_u32).return_updated_(1_u32);
    let draft = draft.consistent(1_u32).with_expired(1_u32).unfinished(1_u32).deref(1_u32);
    let draft = draft.set_from_with_default(1_u32).add_with_default(1_u32).subtract_with_default(1_u32);
    let n = Names::attributes();
    assert!(draft.condition(n.append.gt(1)).request("shop").is_ok());
    let patch = Names::patch().condition("a").add("b").from("c").known("d").add(n.append, 1).known(n.changes, "f");
    assert!(patch.condition(n.known.exists()).request("shop").is_ok());
    let query = Names::query().filter().filter_("a").changes("b").set_from("c").filter(n.send_if.eq(1));
    assert!(query.request("shop").is_ok());
}
