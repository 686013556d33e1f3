// One entity has a sort key in the table, and the other has none.

include!("../article.rs");

#[derive(Debug, Entity)]
#[entity(service = "blog", name = "Comment", version = "1")]
#[index(primary, pk = [id])]
#[index(by_author, gsi = "gsi1", pk = [author], sk = [id], collection = "works")]
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
