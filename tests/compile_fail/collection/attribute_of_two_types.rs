// An attribute has another type in each entity.

include!("../article.rs");

#[derive(Debug, Entity)]
#[entity(service = "blog", name = "Comment", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_author, gsi = "gsi1", pk = [author], sk = [id], collection = "works")]
struct Comment {
    id: String,
    author: String,
    title: u32,
}

#[derive(Debug, Collection)]
#[collection(name = "works")]
struct Works {
    articles: Vec<Article>,
    comments: Vec<Comment>,
}

fn main() {}
