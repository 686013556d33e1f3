// A variant with a type that is not there.

include!("../article.rs");

#[derive(Debug, Service)]
enum Blog {
    Article(Article),
    Comment(Coment),
}

fn main() {}
