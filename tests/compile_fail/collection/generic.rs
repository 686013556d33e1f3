// A collection with a parameter.

include!("../article.rs");

#[derive(Debug, Collection)]
#[collection(name = "works")]
struct Works<T> {
    articles: Vec<Article>,
    others: Vec<T>,
}

fn main() {}
