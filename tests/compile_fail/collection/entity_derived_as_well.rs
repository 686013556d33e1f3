// A collection is no entity.

include!("../article.rs");

#[derive(Debug, Entity)]
#[collection(name = "works")]
struct Works {
    articles: Vec<Article>,
}

fn main() {}
