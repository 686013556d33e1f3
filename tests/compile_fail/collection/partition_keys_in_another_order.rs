// The partition keys have the same attributes in another order.

include!("../article.rs");

#[derive(Debug, Entity)]
#[entity(service = "blog", name = "Comment", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_reader, gsi = "gsi4", pk = [author, reader], sk = [id], collection = "readers")]
struct Comment {
    id: String,
    author: String,
    reader: String,
}

#[derive(Debug, Entity)]
#[entity(service = "blog", name = "Reply", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_reader, gsi = "gsi4", pk = [reader, author], sk = [id], collection = "readers")]
struct Reply {
    id: String,
    author: String,
    reader: String,
}

#[derive(Debug, Collection)]
#[collection(name = "readers")]
struct Readers {
    comments: Vec<Comment>,
    replies: Vec<Reply>,
}

fn main() {}
