// `exists` takes nothing.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::scan().filter(c.note.exists(true)).request("shop");
}
