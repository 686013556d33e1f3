//! The words of errors that name more than one thing.

use std::fmt;

use super::AttributeError;

pub(super) struct Names<'a>(pub(super) &'a [&'static str]);

impl fmt::Display for Names<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, name) in self.0.iter().enumerate() {
            write!(f, "{}`{name}`", if number == 0 { "" } else { ", " })?;
        }
        Ok(())
    }
}

pub(super) fn identifiers(entity: &Option<String>, version: &Option<String>) -> String {
    let text =
        |identifier: &Option<String>| identifier.as_ref().map_or("nothing".to_owned(), |text| format!("{text:?}"));
    format!("it names {} of version {}", text(entity), text(version))
}

pub(super) fn list_names(names: &[String]) -> String {
    if names.is_empty() {
        return "nothing".to_owned();
    }
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

pub(super) fn overlap(one: &str, other: &str) -> String {
    if one == other {
        format!("an update can change `{one}` only once")
    } else {
        format!("an update cannot change both `{one}` and `{other}`: one is inside the other")
    }
}

pub(super) fn list(failed: &[AttributeError]) -> String {
    failed.iter().map(AttributeError::to_string).collect::<Vec<_>>().join("; ")
}

pub(super) fn of(attribute: &Option<&'static str>) -> String {
    attribute.map_or_else(String::new, |attribute| format!(" of attribute `{attribute}`"))
}
