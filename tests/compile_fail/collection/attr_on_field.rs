// `#[attr(…)]` on a field.

include!("../article.rs");

#[derive(Debug, Collection)]
#[collection(name = "works")]
struct Works {
    #[attr(rename = "Article")]
    articles: Vec<Article>,
}

fn main() {}
