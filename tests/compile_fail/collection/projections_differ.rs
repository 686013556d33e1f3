// The index holds all of one entity and the keys of the other.

include!("../article.rs");

#[derive(Debug, Entity)]
#[entity(service = "blog", name = "Comment", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_author, gsi = "gsi1", pk = [author], sk = [id], collection = "works", projection = keys_only)]
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
