// One partition key is a number.

include!("../article.rs");

#[derive(Debug, Entity)]
#[entity(service = "blog", name = "Comment", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_rank, gsi = "gsi4", pk(composite = [rank], cast = "number"), sk = [id], collection = "ranks")]
struct Comment {
    id: String,
    rank: u32,
}

#[derive(Debug, Entity)]
#[entity(service = "blog", name = "Reply", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_rank, gsi = "gsi4", pk = [rank], sk = [id], collection = "ranks")]
struct Reply {
    id: String,
    rank: u32,
}

#[derive(Debug, Collection)]
#[collection(name = "ranks")]
struct Ranks {
    comments: Vec<Comment>,
    replies: Vec<Reply>,
}

fn main() {}
