// `#[collection(…)]` on a field.

include!("../article.rs");

#[derive(Debug, Collection)]
#[collection(name = "works")]
struct Works {
    #[collection(name = "works")]
    articles: Vec<Article>,
}

fn main() {}
