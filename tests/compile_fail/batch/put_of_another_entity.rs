// Items of another entity.

include!("../customer.rs");

fn main() {
    let customers: Vec<Customer> = Vec::new();
    let _ = Product::batch_put(customers);
}
