// A query among gets.

use dynaent::TransactGet;

include!("../customer.rs");

fn main() {
    let _ = TransactGet::new((Product::get().id("1"), Customer::query().by_team().team("red"))).request("shop");
}
