// The same attributes, of which another number is the partition key.

include!("../article.rs");

#[derive(Debug, Entity)]
#[entity(service = "blog", name = "Reply", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_day, gsi = "gsi3", multi_attribute, pk = [author, day], sk = [id])]
struct Reply {
    id: String,
    author: String,
    day: String,
}

#[derive(Debug, Entity)]
#[entity(service = "blog", name = "Comment", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_day, gsi = "gsi3", multi_attribute, pk = [author], sk = [day, id])]
struct Comment {
    id: String,
    author: String,
    day: String,
}

#[derive(Debug, Service)]
enum Blog {
    Reply(Reply),
    Comment(Comment),
}

fn main() {}
