// The index is global for one entity and local for the other.

include!("../article.rs");

#[derive(Debug, Entity)]
#[entity(service = "blog", name = "Comment", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_author, lsi = "gsi1", pk = [id], sk = [author], collection = "works")]
struct Comment {
    id: String,
    author: String,
}

#[derive(Debug, Collection)]
#[collection(name = "works")]
struct Works {
    articles: Vec<Article>,
    comments: Vec<Comment>,
}

fn main() {}
