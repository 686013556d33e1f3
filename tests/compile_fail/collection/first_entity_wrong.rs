// The first entity, whose key the query begins with, is wrong.

include!("../article.rs");

#[derive(Debug, Entity)]
#[entity(service = "blog", name = "Comment", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_author, gsi = "gsi1", pk = [author], sort = [id], collection = "works")]
struct Comment {
    id: String,
    author: String,
}

#[derive(Debug, Collection)]
#[collection(name = "works")]
struct Works {
    comments: Vec<Comment>,
    articles: Vec<Article>,
}

async fn read(table: &dynaent::Table) -> dynaent::Result<()> {
    let page = Works::query().author("ada").limit(3).send(table).await?;
    println!("{}", page.articles.len());
    Ok(())
}

fn main() {}
