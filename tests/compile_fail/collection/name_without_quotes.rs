// A collection's name is a text.

include!("../article.rs");

#[derive(Debug, Collection)]
#[collection(name = works)]
struct Works {
    articles: Vec<Article>,
}

fn main() {}
