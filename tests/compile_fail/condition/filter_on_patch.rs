// A write has a condition; filters are of reads.

include!("../customer.rs");

fn main() {
    let c = Customer::attributes();
    let _ = Customer::patch().shop("s").id("1").filter(c.visits.gt(1)).request("shop");
}
