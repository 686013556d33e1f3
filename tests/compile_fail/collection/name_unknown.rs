// No index is in a collection of that name.

include!("../article.rs");

#[derive(Debug, Collection)]
#[collection(name = "work")]
struct Works {
    articles: Vec<Article>,
}

async fn read(table: &dynaent::Table) -> dynaent::Result<()> {
    let page = Works::query().author("ada").limit(3).send(table).await?;
    println!("{}", page.articles.len());
    Ok(())
}

fn main() {}
