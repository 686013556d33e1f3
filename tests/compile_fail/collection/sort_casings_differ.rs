// The sort keys are in another case.

include!("../article.rs");

#[derive(Debug, Entity)]
#[entity(service = "blog", name = "Comment", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_author, gsi = "gsi1", pk = [author], sk(composite = [id], casing = "upper"), collection = "works")]
struct Comment {
    id: String,
    author: String,
}

#[derive(Debug, Collection)]
#[collection(name = "works")]
struct Works {
    articles: Vec<Article>,
    comments: Vec<Comment>,
}

fn main() {}
