// `#[attr(…)]` on a variant.

include!("../article.rs");

#[derive(Debug, Service)]
enum Blog {
    #[attr(rename = "Article")]
    Article(Article),
}

fn main() {}
