// An option misspelt: that the name is missing is not told as well.

include!("../article.rs");

#[derive(Debug, Collection)]
#[collection(nmae = "works")]
struct Works {
    articles: Vec<Article>,
}

fn main() {}
