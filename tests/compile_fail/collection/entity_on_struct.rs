// `#[entity(…)]` on a collection.

include!("../article.rs");

#[derive(Debug, Collection)]
#[collection(name = "works")]
#[entity(service = "blog")]
struct Works {
    articles: Vec<Article>,
}

fn main() {}
