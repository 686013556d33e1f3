// An entity in two variants.

include!("../article.rs");

#[derive(Debug, Service)]
enum Blog {
    Draft(Article),
    Article(Article),
}

fn main() {}
