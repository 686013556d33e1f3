// Each wrong entity has its own error, and the service has none.

include!("../article.rs");

#[derive(Debug, Entity)]
#[entity(service = "blog", name = "Comment", version = "1")]
#[index(primary, pk = [ids], sk = [])]
struct Comment {
    id: String,
}

#[derive(Debug, Entity)]
#[entity(service = "blog", name = "Banner", versions = "1")]
#[index(primary, pk = [id], sk = [])]
struct Banner {
    id: String,
}

#[derive(Debug, Service)]
enum Blog {
    Banner(Banner),
    Comment(Comment),
}

fn main() {}
