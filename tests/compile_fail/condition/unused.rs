// A condition that no operation is given.

#![deny(unused_must_use)]

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    c.name.eq("Ada");
}
