// An instant is stored as text that does not sort.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::scan().filter(c.seen.gt(time::UtcDateTime::UNIX_EPOCH)).request("shop");
}
