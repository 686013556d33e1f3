// A wrong entity: what uses it is not reported as well.

include!("../article.rs");

#[derive(Debug, Entity)]
#[entity(service = "blog", name = "Comment", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_author, gsi = "gsi1", pk = [autor], sk = [id], collection = "works")]
struct Comment {
    id: String,
    author: String,
}

#[derive(Debug, Service)]
enum Blog {
    Article(Article),
    Comment(Comment),
}

#[derive(Debug, Collection)]
#[collection(name = "works")]
struct Works {
    articles: Vec<Article>,
    comments: Vec<Comment>,
}

async fn read(table: &dynaent::Table) -> dynaent::Result<()> {
    let c = Comment::attributes();
    let page = Works::query().author("ada").filter(c.author.eq("x")).limit(3).send(table).await?;
    println!("{}", page.articles.len());
    let all: Works = Works::query().author("ada").all(table).await?;
    let last: Option<Blog> = Works::query().author("ada").descending().in_order().first(table).await?;
    Ok(())
}

fn main() {}
