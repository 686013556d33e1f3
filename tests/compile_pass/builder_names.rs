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
