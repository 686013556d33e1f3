// The third entity disagrees with the second.

include!("../article.rs");

#[derive(Debug, Entity)]
#[entity(service = "blog", name = "Comment", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_author, gsi = "gsi1", pk = [author], sk = [id], collection = "works")]
struct Comment {
    id: String,
    author: String,
}

#[derive(Debug, Entity)]
#[entity(service = "blog", name = "Banner", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_topic, gsi = "gsi2", pk = [id], sk = [author], projection = keys_only)]
#[index(by_author, gsi = "gsi1", pk(composite = [author], field = "AUTHOR"), sk = [id])]
struct Banner {
    id: String,
    author: String,
}

#[derive(Debug, Service)]
enum Blog {
    Comment(Comment),
    Banner(Banner),
}

fn main() {}
