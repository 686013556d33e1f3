// A variant with an entity in a box.

include!("../article.rs");

#[derive(Debug, Service)]
enum Blog {
    Article(Box<Article>),
}

fn main() {}
