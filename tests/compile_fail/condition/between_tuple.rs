// `between` takes two arguments.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::scan().filter(c.visits.between((1, 9))).request("shop");
}
