// A variant without an entity.

include!("../article.rs");

#[derive(Debug, Service)]
enum Blog {
    Article,
}

async fn read(table: &dynaent::Table) -> dynaent::Result<Vec<Blog>> {
    Blog::scan().all(table).await
}

fn main() {}
