// A field that the document does not have.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::scan().filter(c.address.ctiy.eq("Bonn")).request("shop");
}
