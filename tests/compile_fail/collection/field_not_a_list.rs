// A field that is no `Vec`.

include!("../article.rs");

#[derive(Debug, Collection)]
#[collection(name = "works")]
struct Works {
    article: Article,
}

async fn read(table: &dynaent::Table) -> dynaent::Result<()> {
    let page = Works::query().author("ada").limit(3).send(table).await?;
    println!("{:?}", page.article);
    Ok(())
}

fn main() {}
