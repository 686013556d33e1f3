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

async fn read(table: &dynaent::Table) -> dynaent::Result<()> {
    let all: Vec<Blog> = Blog::scan().all(table).await?;
    let _comment: Blog = Comment { id: String::new(), author: String::new() }.into();
    let _ = Table::local::<Blog>();
    println!("{}", all.len());
    Ok(())
}

use dynaent::Table;

fn main() {}
