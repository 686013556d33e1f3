// A list of what is no entity.

include!("../article.rs");

#[derive(Debug, Collection)]
#[collection(name = "works")]
struct Works {
    articles: Vec<Article>,
    drafts: Vec<String>,
}

fn main() {}
