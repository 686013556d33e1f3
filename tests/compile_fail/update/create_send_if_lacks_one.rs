// Sending comes when every required attribute is set.

include!("../customer.rs");

fn main() {
    let table: &dynaent::Table = todo!();
    let _ = Product::create().id("1").name("Lamp").send_if(table);
}
