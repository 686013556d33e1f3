// Lists without names.

include!("../article.rs");

#[derive(Debug, Collection)]
#[collection(name = "works")]
struct Works(Vec<Article>);

fn main() {}
