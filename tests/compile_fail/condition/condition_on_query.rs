// A query is filtered; conditions are of writes.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::query().by_team().team("t").condition(c.visits.gt(1)).request("shop");
}
