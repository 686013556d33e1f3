//! A condition on an index that shares a key field with another one.

use dynaent::Entity;

#[derive(Entity)]
#[entity(service = "myapp", name = "Task", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(open, gsi = "gsi1", pk = [team], sk = [due], condition(is_open, of = [closed]))]
#[index(by_owner, gsi = "gsi2", pk = [owner], sk(field = "gsi1sk", composite = [due]))]
struct Task {
    id: String,
    team: String,
    owner: String,
    due: String,
    closed: bool,
}

fn is_open(closed: &bool) -> bool {
    !closed
}

fn main() {
    let _ = Task::query().open();
}
