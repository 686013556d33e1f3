// A list of what is not there.

include!("../article.rs");

#[derive(Debug, Collection)]
#[collection(name = "works")]
struct Works {
    articles: Vec<Article>,
    comments: Vec<Coment>,
}

fn main() {}
