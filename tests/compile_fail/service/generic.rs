// A service with a parameter.

include!("../article.rs");

#[derive(Debug, Service)]
enum Blog<T> {
    Article(Article),
    Other(T),
}

fn main() {}
