// What a document contains.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::scan().filter(c.address.contains("Bonn")).request("shop");
}
