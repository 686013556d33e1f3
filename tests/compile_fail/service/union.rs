// A service is an enum.

include!("../article.rs");

#[derive(Service)]
union Blog {
    article: u8,
}

fn main() {}
