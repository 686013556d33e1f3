// An option that a collection has not.

include!("../article.rs");

#[derive(Debug, Collection)]
#[collection(name = "works", index = "gsi1")]
struct Works {
    articles: Vec<Article>,
}

fn main() {}
