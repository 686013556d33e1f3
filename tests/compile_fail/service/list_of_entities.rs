// A variant with a list.

include!("../article.rs");

#[derive(Debug, Service)]
enum Blog {
    Articles(Vec<Article>),
}

fn main() {}
