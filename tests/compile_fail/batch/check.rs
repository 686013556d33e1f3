// A check is for transactions.

use dynaent::{BatchWrite, Check};

include!("../customer.rs");

fn main() {
    let _ = BatchWrite::new().item(Check::exists(Product::get().id("1")));
}
