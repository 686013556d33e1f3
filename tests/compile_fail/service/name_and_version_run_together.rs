// Name and version of both make one text.

include!("../article.rs");

#[derive(Debug, Entity)]
#[entity(service = "blog", name = "user", version = "1_1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_author, gsi = "gsi1", pk = [author], sk = [id], collection = "works")]
struct Comment {
    id: String,
    author: String,
}

#[derive(Debug, Entity)]
#[entity(service = "blog", name = "user_1", version = "1")]
#[index(primary, pk = [id], sk = [])]
struct User {
    id: String,
}

#[derive(Debug, Service)]
enum Blog {
    Comment(Comment),
    User(User),
}

fn main() {}
