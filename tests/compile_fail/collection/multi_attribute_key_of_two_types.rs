// An attribute of a multi-attribute key is a number in one entity.

include!("../article.rs");

#[derive(Debug, Entity)]
#[entity(service = "blog", name = "Comment", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_day, gsi = "gsi4", multi_attribute, pk = [author], sk = [day, rank], collection = "days")]
struct Comment {
    id: String,
    author: String,
    day: String,
    rank: u32,
}

#[derive(Debug, Entity)]
#[entity(service = "blog", name = "Reply", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_day, gsi = "gsi4", multi_attribute, pk = [author], sk = [day, rank], collection = "days")]
struct Reply {
    id: String,
    author: String,
    day: String,
    rank: String,
}

#[derive(Debug, Collection)]
#[collection(name = "days")]
struct Days {
    comments: Vec<Comment>,
    replies: Vec<Reply>,
}

fn main() {}
