//! Required attributes whose names, as names of types, are those of the library.

use dynaent::Entity;

/// A page.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "app", name = "Page", version = "1")]
#[index(primary, pk = [table], sk = [result])]
pub struct Page {
    /// As `Table`.
    pub table: String,
    /// As `Result`.
    pub result: String,
    /// As `Option`.
    pub option: String,
    /// As `String`.
    pub string: String,
    /// As `Given`.
    pub given: String,
    /// As `Put`.
    pub put: String,
    /// As `Old`.
    pub old: String,
    /// As `Writes`.
    pub writes: String,
    /// As `Page`.
    pub page: String,
    /// As the library's `Query`.
    pub query: String,
    /// As a type parameter.
    pub w: String,
    /// As the module of what is missing.
    pub missing: String,
}

#[test]
fn any_name_will_do() {
    let page = Page::put().table("a").result("b").option("c").string("d").given("e").put("f").old("g");
    let page = page.writes("h").page("i").query("j").w("k").missing("l").return_old();
    assert!(page.request("app").is_ok());
    assert!(Page::query().primary().table("a").result("b").request("app").is_ok());
}
