// A key field of one index is that of another, and of another type.

include!("../article.rs");

#[derive(Debug, Entity)]
#[entity(service = "blog", name = "Comment", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_author, gsi = "gsi3", pk(field = "gsi2sk", composite = [rank], cast = "number"), sk = [])]
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
