// DynamoDB gives a table five local indexes.

use dynaent::Entity;

#[derive(Entity)]
#[entity(service = "app", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_a, lsi = "lsi1", pk = [id], sk = [a])]
#[index(by_b, lsi = "lsi2", pk = [id], sk = [b])]
#[index(by_c, lsi = "lsi3", pk = [id], sk = [c])]
#[index(by_d, lsi = "lsi4", pk = [id], sk = [d])]
#[index(by_e, lsi = "lsi5", pk = [id], sk = [e])]
#[index(by_f, lsi = "lsi6", pk = [id], sk = [f])]
struct Note {
    id: String,
    a: String,
    b: String,
    c: String,
    d: String,
    e: String,
    f: String,
}

fn main() {}
