// One multi-attribute key has an attribute less.

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
#[index(by_day, gsi = "gsi4", multi_attribute, pk = [author], sk = [day], collection = "days")]
struct Reply {
    id: String,
    author: String,
    day: String,
    rank: u32,
}

#[derive(Debug, Collection)]
#[collection(name = "days")]
struct Days {
    comments: Vec<Comment>,
    replies: Vec<Reply>,
}

fn main() {}
