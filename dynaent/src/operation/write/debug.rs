//! What the builders show of items: all but hidden attributes.

use std::fmt::{self, DebugStruct};

use crate::{
    entity::{Entity, ItemWriter},
    error::Result,
    value::show,
};

/// An attribute's value, as it is.
struct Shown(String);

impl fmt::Debug for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Adds the attributes of an entity.
pub(super) fn entity<E: Entity>(debug: &mut DebugStruct<'_, '_>, entity: &Result<E>) {
    debug.field("entity", &E::SCHEMA.name);
    let entity = match entity {
        Ok(entity) => entity,
        Err(error) => {
            debug.field("error", error);
            return;
        }
    };
    let mut item = ItemWriter::new(E::SCHEMA);
    entity.write_item(&mut item);
    let item = item.whatever_there_is();
    for attribute in E::SCHEMA.attributes {
        if let Some(value) = item.get(attribute.field) {
            let text = if attribute.hidden { "<hidden>".to_owned() } else { show(value) };
            debug.field(attribute.name, &Shown(text));
        }
    }
}
