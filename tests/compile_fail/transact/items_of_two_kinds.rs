// Operations of different kinds in one list.

use dynaent::TransactWrite;

include!("../customer.rs");

fn main() {
    let p = Product::attributes();
    let _ = TransactWrite::new()
        .items([Product::delete().id("1"), Product::patch().id("2").set(p.price, 2)])
        .request("shop");
}
