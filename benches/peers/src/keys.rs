//! The texts of keys as one writes them without Dynaent: each side with a peer uses these.

pub fn pk(tenant: &str, blog: &str) -> String {
    format!("$press#tenant_{}#blog_{}", tenant.to_lowercase(), blog.to_lowercase())
}

pub fn sk(day: &str, slug: &str) -> String {
    format!("$post_1#day_{}#slug_{}", day.to_lowercase(), slug.to_lowercase())
}

pub fn by_author_pk(author: &str) -> String {
    format!("$press#author_{}", author.to_lowercase())
}

pub fn by_likes_sk(likes: u64) -> String {
    format!("$post_1#likes_{likes}")
}
