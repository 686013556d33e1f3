// A variant whose field has a name.

include!("../article.rs");

#[derive(Debug, Service)]
enum Blog {
    Article { article: Article },
}

fn main() {}
