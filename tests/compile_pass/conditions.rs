//! Conditions of indexes: what can stand there, and where.

use dynaent::{Entity, KeyPart};

/// A status, text as any other.
#[derive(Debug, Clone, PartialEq, KeyPart)]
pub struct Status(String);

/// Conditions of another module.
pub mod any {
    /// Of one attribute, whatever it is.
    pub fn always<T: ?Sized>(_of: &T) -> bool {
        true
    }
}

/// A ticket.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "app", name = "Ticket", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(open, gsi = "gsi1", pk = [rank], condition = Ticket::is_open)]
#[index(own, gsi = "gsi2", pk = [status], sk = [], condition(Self::is_own, of = [owner, status, rank]))]
#[index(any, gsi = "gsi3", pk = [status], sk = [], condition = any::always)]
#[index(whole, gsi = "gsi4", pk = [rank], sk = [], condition(self::any::always, of = [list]))]
pub struct Ticket {
    /// The id.
    pub id: String,
    /// The status.
    pub status: Status,
    /// A rank; an optional composite.
    pub rank: Option<u32>,
    /// An owner; optional, and no composite.
    pub owner: Option<String>,
    /// A list, which no key can hold.
    pub list: Vec<String>,
}

impl Ticket {
    /// Its attribute comes without `Option`, as the key is whole.
    fn is_open(rank: &u32) -> bool {
        *rank > 0
    }

    /// The attributes that are not in the key come as they are.
    fn is_own(owner: Option<&String>, status: &Status, rank: Option<&u32>) -> bool {
        owner.is_some() && rank.is_none() && status.0 == "open"
    }
}

#[test]
fn conditions_are_paths() {
    let ticket = || Ticket::create().id("t").status(Status("open".into())).list(vec![]);
    let item = ticket().rank(0_u32).owner("ada").request("app").unwrap().item.unwrap();
    let has = |field: &str| item.contains_key(field);
    assert!(!has("gsi1pk") && !has("gsi2pk") && has("gsi3pk") && has("gsi4pk"), "{item:?}");
    let item = ticket().owner("ada").request("app").unwrap().item.unwrap();
    assert!(item.contains_key("gsi2pk") && !item.contains_key("gsi4pk"), "{item:?}");
}

#[test]
fn entities_of_a_function_have_conditions_of_it() {
    fn is_long(text: &str) -> bool {
        text.len() > 3
    }

    #[derive(Entity)]
    #[entity(service = "app", name = "Note", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    #[index(long, gsi = "gsi1", pk = [text], sk = [], condition = is_long)]
    struct Note {
        id: String,
        text: String,
    }

    let item = Note::create().id("n").text("hi").request("app").unwrap().item.unwrap();
    assert!(!item.contains_key("gsi1pk"));
    assert!(Note::patch().id("n").set(Note::attributes().text, "longer").request("app").is_ok());
}
