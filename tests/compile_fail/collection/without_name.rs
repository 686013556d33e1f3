// A collection without a name.

include!("../article.rs");

#[derive(Debug, Collection)]
struct Works {
    articles: Vec<Article>,
}

async fn read(table: &dynaent::Table) -> dynaent::Result<()> {
    let page = Works::query().author("ada").send(table).await?;
    println!("{}", page.articles.len());
    Ok(())
}

fn main() {}
