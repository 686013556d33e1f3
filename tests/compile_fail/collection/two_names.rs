// A struct is one collection.

include!("../article.rs");

#[derive(Debug, Collection)]
#[collection(name = "works", name = "remarks")]
struct Works {
    articles: Vec<Article>,
}

fn main() {}
