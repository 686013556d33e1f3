// Two lists of one entity, once under another name.

include!("../article.rs");

type Draft = Article;

#[derive(Debug, Collection)]
#[collection(name = "works")]
struct Works {
    articles: Vec<Article>,
    drafts: Vec<Draft>,
}

fn main() {}
