// A wrong service: what uses it is not reported as well.

include!("../article.rs");

#[derive(Debug, Service)]
#[service(crates = dynaent)]
enum Blog {
    Article(Article),
}

#[derive(Debug, Collection)]
#[collection(name = "works")]
struct Works {
    articles: Vec<Article>,
}

async fn read(table: &dynaent::Table) -> dynaent::Result<()> {
    let a = Article::attributes();
    let page = Blog::scan().filter(a.title.eq("x")).limit(3).send(table).await?;
    for item in page.items {
        let Blog::Article(article) = item;
        println!("{}", article.title);
    }
    let all: Vec<Blog> = Works::query().author("ada").in_order().all(table).await?;
    let one = Works::query().author("ada").in_order::<Blog>().first(table).await?;
    let decoded: Blog = Blog::decode(Default::default())?;
    let _ = Blog::from(decoded);
    let local = dynaent::Table::local::<Blog>().await?;
    local.create_if_absent::<Blog>().await
}

fn main() {}
