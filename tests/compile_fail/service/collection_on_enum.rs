// `#[collection(…)]` on a service.

include!("../article.rs");

#[derive(Debug, Service)]
#[collection(name = "works")]
enum Blog {
    Article(Article),
}

fn main() {}
