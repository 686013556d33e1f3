// A collection with an empty name.

include!("../article.rs");

#[derive(Debug, Collection)]
#[collection(name = "")]
struct Works {
    articles: Vec<Article>,
}

fn main() {}
