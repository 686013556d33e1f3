// An entity in two variants, once under another name.

include!("../article.rs");

type Draft = Article;

#[derive(Debug, Service)]
enum Blog {
    Draft(Draft),
    Article(Article),
}

fn main() {}
