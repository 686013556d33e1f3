// An option that a service has not.

include!("../article.rs");

#[derive(Debug, Service)]
#[service(name = "blog")]
enum Blog {
    Article(Article),
}

fn main() {}
