// An entry of a list.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::scan().filter(c.orders.key("a").eq("A")).request("shop");
}
