// Sending comes after the key.

include!("../customer.rs");

fn main() {
    let table: &dynaent::Table = todo!();
    let _ = Customer::patch().shop("s").send_if(table);
}
