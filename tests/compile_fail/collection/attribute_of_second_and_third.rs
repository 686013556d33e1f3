// The second and the third entity disagree on an attribute that the first lacks.

include!("../article.rs");

#[derive(Debug, Entity)]
#[entity(service = "blog", name = "Comment", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_author, gsi = "gsi1", pk = [author], sk = [id], collection = "works")]
struct Comment {
    id: String,
    author: String,
    likes: u32,
}

#[derive(Debug, Entity)]
#[entity(service = "blog", name = "Reply", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_author, gsi = "gsi1", pk = [author], sk = [id], collection = "works")]
struct Reply {
    id: String,
    author: String,
    likes: String,
}

#[derive(Debug, Collection)]
#[collection(name = "works")]
struct Works {
    articles: Vec<Article>,
    comments: Vec<Comment>,
    replies: Vec<Reply>,
}

fn main() {}
