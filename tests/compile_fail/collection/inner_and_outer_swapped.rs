// The inner collection of one entity is the outer one of the other.

include!("../article.rs");

#[derive(Debug, Entity)]
#[entity(service = "blog", name = "Comment", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_day, gsi = "gsi4", pk = [author], sk = [id], collection = ["days", "remarks"])]
struct Comment {
    id: String,
    author: String,
}

#[derive(Debug, Entity)]
#[entity(service = "blog", name = "Reply", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_day, gsi = "gsi4", pk = [author], sk = [id], collection = ["remarks", "days"])]
struct Reply {
    id: String,
    author: String,
}

#[derive(Debug, Collection)]
#[collection(name = "days")]
struct Days {
    comments: Vec<Comment>,
    replies: Vec<Reply>,
}

fn main() {}
