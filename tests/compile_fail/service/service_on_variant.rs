// `#[service(…)]` on a variant.

include!("../article.rs");

#[derive(Debug, Service)]
enum Blog {
    #[service(name = "Article")]
    Article(Article),
}

fn main() {}
