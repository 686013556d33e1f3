// Conditions are joined by `&`, not `&&`.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::scan().filter(c.name.eq("Ada") && c.visits.eq(1)).request("shop");
}
