//! 7 is `007` in one key, and `0000000007` in the other.

use dynaent::{Collection, Entity};

#[derive(Entity)]
#[entity(service = "race", name = "Lap", version = "1")]
#[index(primary, pk = [race], sk = [number], collection = "course", clustered)]
struct Lap {
    race: String,
    #[attr(sortable)]
    number: u8,
}

#[derive(Entity)]
#[entity(service = "race", name = "Stop", version = "1")]
#[index(primary, pk = [race], sk = [number], collection = "course", clustered)]
struct Stop {
    race: String,
    #[attr(sortable)]
    number: u32,
}

#[derive(Collection)]
#[collection(name = "course")]
struct Course {
    laps: Vec<Lap>,
    stops: Vec<Stop>,
}

fn main() {}
