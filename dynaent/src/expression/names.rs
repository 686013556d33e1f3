//! Placeholders for names and values, numbered in order of appearance, so that no attribute's name can break or
//! rewrite an expression.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::AttributeValue;

use super::place::{Path, Segment};

/// The names and values that a request's expressions refer to.
#[derive(Debug, Default)]
pub(crate) struct Placeholders {
    names: HashMap<String, String>,
    values: HashMap<String, AttributeValue>,
}

impl Placeholders {
    pub(crate) fn with_capacity(names: usize, values: usize) -> Self {
        Self { names: HashMap::with_capacity(names), values: HashMap::with_capacity(values) }
    }

    /// Appends a placeholder for a stored name.
    pub(crate) fn name(&mut self, expression: &mut String, field: &str) {
        let placeholder = numbered(&NAMES, '#', self.names.len());
        expression.push_str(&placeholder);
        self.names.insert(placeholder, field.to_owned());
    }

    /// Appends the placeholder of a stored name, which may have one already.
    fn name_once(&mut self, expression: &mut String, field: &str) {
        match self.names.iter().find(|(_, name)| *name == field) {
            Some((placeholder, _)) => expression.push_str(placeholder),
            None => self.name(expression, field),
        }
    }

    /// Appends a path: placeholders for its names, and indexes as they are.
    pub(crate) fn path(&mut self, expression: &mut String, path: &Path) {
        for (number, segment) in path.segments().iter().enumerate() {
            match segment {
                Segment::Name(name) => {
                    expression.push_str(if number == 0 { "" } else { "." });
                    self.name_once(expression, name);
                }
                Segment::Index(index) => {
                    expression.push('[');
                    expression.push_str(&index.to_string());
                    expression.push(']');
                }
            }
        }
    }

    /// Appends a placeholder for a value.
    pub(crate) fn value(&mut self, expression: &mut String, value: AttributeValue) {
        let placeholder = numbered(&VALUES, ':', self.values.len());
        expression.push_str(&placeholder);
        self.values.insert(placeholder, value);
    }

    /// Appends the placeholder of a name, anew.
    pub(crate) fn last_name(&self, expression: &mut String) {
        expression.push_str(&numbered(&NAMES, '#', self.names.len() - 1));
    }

    /// The two maps; DynamoDB takes no empty ones.
    pub(crate) fn finish(self) -> (Option<HashMap<String, String>>, Option<HashMap<String, AttributeValue>>) {
        (Some(self.names).filter(|names| !names.is_empty()), Some(self.values).filter(|values| !values.is_empty()))
    }
}

/// Nearly all requests need no more than these.
const NAMES: [&str; 12] = ["#0", "#1", "#2", "#3", "#4", "#5", "#6", "#7", "#8", "#9", "#10", "#11"];
const VALUES: [&str; 12] = [":0", ":1", ":2", ":3", ":4", ":5", ":6", ":7", ":8", ":9", ":10", ":11"];

fn numbered(usual: &[&str], sigil: char, number: usize) -> String {
    usual.get(number).map_or_else(|| format!("{sigil}{number}"), |&placeholder| placeholder.to_owned())
}
