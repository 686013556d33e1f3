// `#[entity(…)]` on the service.

include!("../article.rs");

#[derive(Debug, Service)]
#[entity(service = "blog")]
enum Blog {
    Article(Article),
}

fn main() {}
