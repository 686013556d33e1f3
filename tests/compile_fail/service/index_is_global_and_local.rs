// An index is global for one entity and local for the other.

include!("../article.rs");

#[derive(Debug, Entity)]
#[entity(service = "blog", name = "Comment", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_author, lsi = "gsi1", pk = [id], sk = [author])]
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
