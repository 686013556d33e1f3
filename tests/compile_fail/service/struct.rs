// A service is an enum.

include!("../article.rs");

#[derive(Debug, Service)]
struct Blog {
    article: Article,
}

fn main() {
    let _ = Blog::scan().limit(3).request("app");
}
