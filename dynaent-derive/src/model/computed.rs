//! Attributes that are computed from others: which, by which function, and when.

use syn::Ident;

use super::attribute::{Attribute, Computed, Role, find};
use crate::{errors::Errors, names::plain, parse::WatchAttr};

/// Tells an attribute what it is computed from.
pub(super) fn compute(
    attributes: &mut [Attribute],
    place: usize,
    computed: &[bool],
    ident: &Ident,
    name: &Ident,
    watch: WatchAttr,
    errors: &Errors,
) {
    let watched = match watch {
        WatchAttr::All => None,
        WatchAttr::These(names) => {
            let mut places = Vec::new();
            for watched in &names {
                let found = find(attributes, &plain(watched), watched.span(), "attributes are", errors);
                let Some(found) = found else { continue };
                if found == place {
                    errors.at(watched, format!("`{ident}` cannot watch itself"));
                } else if places.contains(&found) {
                    errors.at(watched, format!("`{watched}` is in this list already"));
                } else if computed[found] {
                    errors.at(watched, format!("`{watched}` is computed itself: watch what it is computed from"));
                } else if attributes[found].flatten {
                    errors.at(watched, format!("`{watched}` is a flattened document, which cannot be watched"));
                } else if attributes[found].hidden && attributes[place].on_read.is_some() {
                    errors.at(watched, format!("`{watched}` is hidden, and not there when an item is read"));
                } else if matches!(attributes[found].role, Some((Role::Version, _)))
                    && attributes[place].on_read.is_none()
                {
                    let message = "is counted by DynamoDB: what is computed when it is written cannot follow";
                    errors.at(watched, format!("`{watched}` {message}"));
                } else {
                    places.push(found);
                }
            }
            Some(places)
        }
    };
    let attribute = &mut attributes[place];
    let (path, on_read) = match (attribute.on_write.take(), attribute.on_read.take()) {
        (Some(path), None) => (path, false),
        (None, Some(path)) => (path, true),
        (None, None) => {
            let message = "say what is made of the fields that are watched: `on_write = path` for an attribute that is \
                           stored, `on_read = path` for one that is computed whenever an item is read";
            return errors.at(name, message);
        }
        (Some(_), Some(on_read)) => {
            let message = "what is computed when it is written is stored, and what is computed when it is read is not: \
                           choose one";
            return errors.at(&on_read, message);
        }
    };
    if on_read && watched.is_none() {
        errors.at(name, "`watch = all` is for attributes that are written: list the fields that are read from");
    }
    attribute.required = attribute.required && !on_read;
    attribute.computed = Some(Computed { path, watched, on_read });
}
