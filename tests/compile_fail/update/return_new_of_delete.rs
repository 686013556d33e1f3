// After a delete there is no item.

include!("../customer.rs");

fn main() {
    let _ = Customer::delete().shop("s").id("1").return_new().request("shop");
}
