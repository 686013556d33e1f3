// A service without entities.

include!("../article.rs");

#[derive(Debug, Service)]
enum Blog {}

fn main() {}
