// Only keys, of an index that holds whole items.

include!("../article.rs");

#[derive(Debug, Collection)]
#[collection(name = "works")]
struct Works {
    articles: Vec<KeyComposites<Article>>,
}

async fn read(table: &dynaent::Table) -> dynaent::Result<()> {
    let page = Works::query().author("ada").limit(3).send(table).await?;
    println!("{:?}", page.articles.len());
    Ok(())
}

fn main() {}
