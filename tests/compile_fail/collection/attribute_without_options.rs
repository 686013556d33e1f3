// `#[collection]` alone.

include!("../article.rs");

#[derive(Debug, Collection)]
#[collection]
struct Works {
    articles: Vec<Article>,
}

fn main() {}
