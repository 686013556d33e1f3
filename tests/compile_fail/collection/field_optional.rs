// A field that is an `Option`.

include!("../article.rs");

#[derive(Debug, Collection)]
#[collection(name = "works")]
struct Works {
    article: Option<Article>,
}

fn main() {}
