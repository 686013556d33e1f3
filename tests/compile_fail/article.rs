// The entity that another one disagrees with, in the cases in `service` and `collection`.

#[allow(unused_imports)] // Each case uses some.
use dynaent::{Collection, Entity, Expiry, KeyComposites, Service};

#[derive(Debug, Entity)]
#[entity(service = "blog", name = "Article", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_author, gsi = "gsi1", pk = [author], sk = [day, id], collection = "works")]
#[index(by_topic, gsi = "gsi2", pk = [topic], sk = [day, id], projection = keys_only)]
struct Article {
    id: String,
    author: String,
    topic: String,
    day: String,
    title: String,
    #[attr(ttl)]
    until: Option<Expiry>,
}
