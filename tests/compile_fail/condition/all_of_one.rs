// `all` takes a list.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::scan().filter(dynaent::all(c.name.eq("Ada"))).request("shop");
}
