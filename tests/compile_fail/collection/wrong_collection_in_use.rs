// A wrong collection: what uses it is not reported as well.

include!("../article.rs");

#[derive(Debug, Service)]
enum Blog {
    Article(Article),
}

#[derive(Debug, Collection)]
#[collection(names = "works")]
struct Works {
    articles: Vec<Article>,
}

async fn read(table: &dynaent::Table) -> dynaent::Result<()> {
    let page = Works::query().author("ada").limit(3).send(table).await?;
    println!("{}", page.articles.len());
    let page: dynaent::CollectionPage<Works> = Works::query().author("ada").send(table).await?;
    println!("{}", page.items.articles.len());
    let all: Vec<Blog> = Works::query().author("ada").in_order().all(table).await?;
    Ok(())
}

fn main() {}
