//! Every option of keys and indexes, in one model.

use dynaent::{Entity, JsNumber, KeyPart, between, gt};

/// An id.
#[derive(Debug, Clone, PartialEq, KeyPart)]
pub struct OrderId(String);

/// A status.
#[derive(Debug, Clone, Copy, PartialEq, KeyPart)]
#[key_part(rename_all = "lowercase")]
pub enum Status {
    /// Open.
    Open,
    /// Closed.
    Closed,
}

/// Whether an order is open.
fn is_open(status: &Status, note: Option<&String>) -> bool {
    *status == Status::Open && note.is_none_or(|note| note != "hidden")
}

/// An order.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "shop", name = "Order", version = "1", rename_all = "camelCase", casing = "upper", prefix = "db_")]
#[index(primary, pk(field = "PK", template = "SHOP#${shop}"), sk(field = "SK", composite = [id], casing = "none"))]
#[index(by_day, gsi = "gsi1", scope = "eu", collection = ["shops", "days"], clustered, pk = [shop], sk = [day, total])]
#[index(open, gsi = "gsi2", condition(is_open, of = [status, note]), pk = [shop], sk(template = "${number}#${id}"))]
#[index(by_size, gsi = "gsi3", condition = Order::has_size, pk = [size], sk(composite = [size], cast = "number"))]
#[index(by_weight, gsi = "gsi4", projection = keys_only, pk = [shop], sk(template = "${weight}"))]
#[index(by_offset, gsi = "gsi5", projection = include(shop, id, number, day, total, status, weight, at), pk = [shop], sk = [offset])]
#[index(by_parts, gsi = "gsi6", multi_attribute, pk = [shop, status], sk = [day, number])]
#[index(by_at, gsi = "gsi7", pk(field = "at", composite = [at]))]
#[index(all, gsi = "gsi8", pk(template = "ORDERS"), sk(field = "SK", composite = [id]))]
#[index(local, lsi = "lsi1", pk(field = "PK", composite = [shop]), sk = [number])]
pub struct Order {
    /// The shop.
    pub shop: String,
    /// The id.
    #[attr(label = "o")]
    pub id: OrderId,
    /// A number, padded.
    #[attr(padding(6, "0"))]
    pub number: u32,
    /// The day.
    #[attr(read_only, label = "")]
    pub day: String,
    /// What it costs.
    #[attr(sortable, field = "t")]
    pub total: i64,
    /// The status.
    #[attr(default = Status::Open)]
    pub status: Status,
    /// A note.
    pub note: Option<String>,
    /// A size, with which it is in an index.
    pub size: Option<u8>,
    /// A weight.
    pub weight: JsNumber,
    /// An offset.
    #[attr(sortable, required)]
    pub offset: Option<i32>,
    /// When it was made: a key itself.
    pub at: u64,
}

impl Order {
    /// Whether an order of this size is in the index: it is in both keys, and comes once.
    fn has_size(size: &u8) -> bool {
        *size > 0
    }
}

#[test]
fn every_option_works() {
    let weight = JsNumber::try_from(1.5).unwrap();
    let order = Order::db_create().shop("a").id(OrderId("o1".into())).number(7_u32).day("d").total(-5).weight(weight);
    let item = order.offset(3).at(9_u64).size(4_u8).request("shop").unwrap().item.unwrap();
    let text = |field: &str| item[field].as_s().unwrap().as_str();
    assert_eq!((text("PK"), text("gsi2sk")), ("SHOP#A", "000007#O1"));
    assert!(
        item["at"].is_n() && item["gsi3sk"].is_n() && item["gsi4sk"].is_n() && !item.contains_key("gsi6pk"),
        "{item:?}"
    );

    let query = Order::db_query;
    assert!(query().by_day().shop("a").day("d").total(between(-5, 5)).request("shop").is_ok());
    assert!(query().open().shop("a").number(gt(5_u32)).request("shop").is_ok());
    assert!(query().by_size().size(4_u8).size(gt(3_u8)).request("shop").is_ok());
    assert!(query().by_weight().shop("a").weight(gt(weight)).request("shop").is_ok());
    assert!(query().by_offset().shop("a").offset(gt(-1)).request("shop").is_ok());
    assert!(query().by_parts().shop("a").status(Status::Closed).day("d").number(gt(3_u32)).request("shop").is_ok());
    assert!(query().by_at().at(9_u64).request("shop").is_ok());
    assert!(query().all().id(OrderId("o1".into())).request("shop").is_ok());
    assert!(query().local().shop("a").number(gt(3_u32)).request("shop").is_ok());
}
