// A variant with a struct that is no entity.

include!("../article.rs");

#[derive(Debug)]
struct Draft {
    text: String,
}

#[derive(Debug, Service)]
enum Blog {
    Article(Article),
    Draft(Draft),
}

fn main() {
    let _ = Blog::scan().limit(3).request("app");
}
