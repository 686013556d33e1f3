//! What the batches of these tests are of.

use dynaent::{Entity, Expiry, JsNumber};

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "log", name = "Line", version = "1")]
#[index(primary, pk = [source], sk = [number])]
#[index(by_text, gsi = "gsi1", pk = [text], sk = [number])]
pub struct Line {
    pub source: String,
    #[attr(padding(5, "0"))]
    pub number: u32,
    pub text: String,
    #[attr(ttl)]
    pub until: Option<Expiry>,
    #[attr(hidden)]
    pub secret: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "log", name = "Source", version = "1")]
#[index(primary, pk = [source], sk = [])]
pub struct Source {
    pub source: String,
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "log", name = "Counter", version = "1")]
#[index(primary, pk = [id], sk = [])]
pub struct Counter {
    pub id: String,
    pub count: u32,
    #[attr(version)]
    pub version: u64,
}

/// Its keys are numbers, which DynamoDB writes in its own way.
#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "log", name = "Sample", version = "1")]
#[index(primary, pk(composite = [series], cast = "number"), sk(composite = [at], cast = "number"))]
pub struct Sample {
    pub series: u32,
    pub at: JsNumber,
    pub value: u32,
}

pub fn line(number: u32) -> Line {
    Line { source: "a".into(), number, text: format!("line {number}"), until: None, secret: None }
}

pub fn lines(count: u32) -> Vec<Line> {
    (0..count).map(line).collect()
}
