// A collection is a struct.

include!("../article.rs");

#[derive(Debug, Collection)]
#[collection(name = "works")]
enum Works {
    Article(Article),
}

fn main() {}
