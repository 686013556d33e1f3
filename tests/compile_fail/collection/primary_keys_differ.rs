// The entities agree on the index, and are in two tables.

include!("../article.rs");

#[derive(Debug, Entity)]
#[entity(service = "blog", name = "Comment", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_day, gsi = "gsi4", pk = [author], sk = [day], collection = "days")]
struct Comment {
    id: String,
    author: String,
    day: String,
}

#[derive(Debug, Entity)]
#[entity(service = "blog", name = "Reply", version = "1")]
#[index(primary, pk(field = "PK", composite = [id]), sk = [])]
#[index(by_day, gsi = "gsi4", pk = [author], sk = [day], collection = "days")]
struct Reply {
    id: String,
    author: String,
    day: String,
}

#[derive(Debug, Collection)]
#[collection(name = "days")]
struct Days {
    comments: Vec<Comment>,
    replies: Vec<Reply>,
}

fn main() {}
