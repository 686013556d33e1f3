// An optional attribute is compared with a bare value.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::scan().filter(c.note.eq(Some("vip"))).request("shop");
}
