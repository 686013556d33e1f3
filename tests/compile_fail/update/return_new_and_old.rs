// One answer can be asked for.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").id("1").return_new().return_old().request("shop");
}
