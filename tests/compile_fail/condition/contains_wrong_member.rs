// A number as a member of a set of text.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::scan().filter(c.tags.contains(1)).request("shop");
}
