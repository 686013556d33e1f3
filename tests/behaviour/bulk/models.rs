//! Comments as they were, and as they are today.

use std::collections::{BTreeSet, HashMap};

use dynaent::{Document, Entity, Service, Table};

/// As comments began.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "blog", name = "Comment", version = "1")]
#[index(primary, pk = [id], sk = [])]
pub struct First {
    pub id: String,
    pub text: String,
    pub author: Option<String>,
}

/// The same version, with an index and an attribute more.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "blog", name = "Comment", version = "1")]
#[index(primary, pk = [id], sk = [])]
#[index(by_author, gsi = "gsi1", pk = [author], sk = [id])]
pub struct Indexed {
    pub id: String,
    pub text: String,
    pub author: Option<String>,
}

/// The second version: the primary key is another one, and an attribute has another name.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "blog", name = "Comment", version = "2")]
#[index(primary, pk = [id], sk = [])]
#[index(by_author, gsi = "gsi1", pk = [author], sk = [id])]
pub struct Second {
    pub id: String,
    pub body: String,
    pub author: Option<String>,
}

/// Another entity in the table.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "blog", name = "Note", version = "1")]
#[index(primary, pk = [id], sk = [])]
pub struct Note {
    pub id: String,
}

#[derive(Debug, Clone, PartialEq, Service)]
pub enum Blog {
    First(First),
    Second(Second),
    Note(Note),
}

/// With all that Dynaent keeps, and what nobody reads.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "blog", name = "Account", version = "1")]
#[index(primary, pk = [id], sk = [])]
pub struct Account {
    pub id: String,
    pub name: String,
    #[attr(hidden)]
    pub password: Option<String>,
    #[attr(updated_at)]
    pub updated_at: u64,
    #[attr(version)]
    pub version: u64,
}

/// The next version of it.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "blog", name = "Account", version = "2")]
#[index(primary, pk = [id], sk = [])]
pub struct NextAccount {
    pub id: String,
    pub name: String,
    #[attr(hidden)]
    pub password: Option<String>,
    #[attr(updated_at)]
    pub updated_at: u64,
    #[attr(version)]
    pub version: u64,
}

#[derive(Debug, Clone, PartialEq, Document)]
pub struct Address {
    pub city: String,
    pub street: Option<String>,
}

/// With something of every kind inside.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "blog", name = "Person", version = "1")]
#[index(primary, pk = [id], sk = [])]
pub struct Person {
    pub id: String,
    pub home: Address,
    pub homes: Vec<Address>,
    pub tags: BTreeSet<String>,
    pub scores: BTreeSet<u32>,
    pub counts: HashMap<String, f64>,
}

/// What is kept of a tag in fields of the item.
#[derive(Debug, Clone, PartialEq, Document)]
pub struct Look {
    pub color: String,
    pub icon: Option<String>,
}

/// Of a table in which the keys do not tell the version, and an attribute is a key.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "blog", name = "Tag", version = "1")]
#[index(primary, pk(composite = [id], template = "TAG#${id}"), sk(composite = [], template = "TAG"))]
#[index(by_owner, gsi = "gsi1", pk(composite = [owner], field = "owner"), sk = [id])]
pub struct Tag {
    pub id: String,
    pub owner: Option<String>,
    #[attr(flatten)]
    pub look: Look,
}

/// The next version of it.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "blog", name = "Tag", version = "2")]
#[index(primary, pk(composite = [id], template = "TAG#${id}"), sk(composite = [], template = "TAG"))]
#[index(by_owner, gsi = "gsi1", pk(composite = [owner], field = "owner"), sk = [id])]
pub struct NextTag {
    pub id: String,
    pub owner: Option<String>,
    #[attr(flatten)]
    pub look: Look,
}

pub const COUNT: usize = 25;

pub fn first(number: usize) -> First {
    let author = (!number.is_multiple_of(3)).then(|| format!("a{}", number % 2));
    First { id: format!("c{number:02}"), text: format!("text {number}"), author }
}

pub fn second(old: First) -> Second {
    Second { id: old.id, body: old.text, author: old.author }
}

/// Comments of the first version, between notes.
pub async fn fill(table: &Table) {
    for number in 0..COUNT {
        First::put().item(first(number)).send(table).await.expect("put");
        Note::put().id(format!("n{number}")).send(table).await.expect("put");
    }
}
