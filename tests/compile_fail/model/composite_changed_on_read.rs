// What is read is not what is stored, and nobody would find it by that.

use dynaent::Entity;

fn loud(text: String) -> String {
    text.to_uppercase()
}

#[derive(Entity)]
#[entity(service = "shop", name = "Product", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_team, gsi = "gsi1", pk = [team], sk = [id])]
struct Product {
    id: String,
    #[attr(on_read = loud)]
    team: String,
}

fn main() {}
