// Whether an attribute is there is not asked with `None`.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::scan().filter(c.note.eq(None)).request("shop");
}
