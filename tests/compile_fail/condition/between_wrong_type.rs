// A text as the bound of a number.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::scan().filter(c.visits.between(1, "9")).request("shop");
}
