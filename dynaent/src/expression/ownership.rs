//! The filter that leaves out the items of other entities.

use aws_sdk_dynamodb::types::AttributeValue;

use super::Placeholders;
use crate::schema::{ENTITY_FIELD, EntitySchema, VERSION_FIELD};

/// Keeps the items that are of the entity and its version.
pub(crate) fn ownership(schema: &EntitySchema, placeholders: &mut Placeholders) -> String {
    let mut filter = String::with_capacity(20);
    for (field, value) in [(ENTITY_FIELD, schema.name), (VERSION_FIELD, schema.version)] {
        filter.push_str(if filter.is_empty() { "" } else { " AND " });
        placeholders.name(&mut filter, field);
        filter.push_str(" = ");
        placeholders.value(&mut filter, AttributeValue::S(value.to_owned()));
    }
    filter
}
