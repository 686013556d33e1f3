// An upsert is given the whole item.

include!("../customer.rs");

fn main() {
    let product = Product { id: "1".into(), name: "Lamp".into(), price: 1 };
    let _ = Product::upsert().item(product.clone()).changes(&product, &product).request("shop");
}
