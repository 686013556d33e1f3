// A size is a number.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::scan().filter(c.name.size().gt("1")).request("shop");
}
