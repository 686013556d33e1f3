// Two lists of one entity.

include!("../article.rs");

#[derive(Debug, Collection)]
#[collection(name = "works")]
struct Works {
    articles: Vec<Article>,
    drafts: Vec<Article>,
}

fn main() {}
