// A collection without lists.

include!("../article.rs");

#[derive(Debug, Collection)]
#[collection(name = "works")]
struct Works {}

fn main() {}
