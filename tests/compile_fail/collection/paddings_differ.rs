// An attribute of the partition keys is padded in one of them.

include!("../article.rs");

#[derive(Debug, Entity)]
#[entity(service = "blog", name = "Comment", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_author, gsi = "gsi1", pk = [author], sk = [id], collection = "works")]
struct Comment {
    id: String,
    #[attr(padding(8, "0"))]
    author: String,
}

#[derive(Debug, Collection)]
#[collection(name = "works")]
struct Works {
    articles: Vec<Article>,
    comments: Vec<Comment>,
}

fn main() {}
