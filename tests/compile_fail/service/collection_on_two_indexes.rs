// A collection is one query, of one index.

include!("../article.rs");

#[derive(Debug, Entity)]
#[entity(service = "blog", name = "Comment", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_author, gsi = "gsi3", pk = [author], sk = [id], collection = "works")]
struct Comment {
    id: String,
    author: String,
}

#[derive(Debug, Service)]
enum Blog {
    Article(Article),
    Comment(Comment),
}

fn main() {}
