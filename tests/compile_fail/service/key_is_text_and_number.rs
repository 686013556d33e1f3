// One key field is text for one entity and a number for the other.

include!("../article.rs");

#[derive(Debug, Entity)]
#[entity(service = "blog", name = "Comment", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_author, gsi = "gsi1", pk = [author], sk(composite = [rank], cast = "number"))]
struct Comment {
    id: String,
    author: String,
    rank: u32,
}

#[derive(Debug, Service)]
enum Blog {
    Article(Article),
    Comment(Comment),
}

fn main() {}
