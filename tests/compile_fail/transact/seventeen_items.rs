// One call more than a transaction's answer has places.

use dynaent::TransactWrite;

include!("../customer.rs");

fn main() {
    let _ = TransactWrite::new()
        .item(Product::delete().id("1"))
        .item(Product::delete().id("2"))
        .item(Product::delete().id("3"))
        .item(Product::delete().id("4"))
        .item(Product::delete().id("5"))
        .item(Product::delete().id("6"))
        .item(Product::delete().id("7"))
        .item(Product::delete().id("8"))
        .item(Product::delete().id("9"))
        .item(Product::delete().id("10"))
        .item(Product::delete().id("11"))
        .item(Product::delete().id("12"))
        .item(Product::delete().id("13"))
        .item(Product::delete().id("14"))
        .item(Product::delete().id("15"))
        .item(Product::delete().id("16"))
        .item(Product::delete().id("17"))
        .request("shop");
}
