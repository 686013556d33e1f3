// An entity whole, and by its keys.

include!("../article.rs");

#[derive(Debug, Entity)]
#[entity(service = "blog", name = "Comment", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_author, gsi = "gsi4", pk = [author], sk = [id], collection = "remarks", projection = keys_only)]
struct Comment {
    id: String,
    author: String,
}

#[derive(Debug, Collection)]
#[collection(name = "remarks")]
struct Remarks {
    comments: Vec<Comment>,
    keys: Vec<KeyComposites<Comment>>,
}

fn main() {}
