//! The fields of a document: written field by field, read by name.

use aws_sdk_dynamodb::types::AttributeValue;

use crate::{
    error::{AttributeError, AttributeProblem},
    schema::AttributeSchema,
    value::{Codec, Item, ValueError, ValueProblem},
};

/// Collects the fields of a document that is to be written.
#[derive(Debug, Default)]
pub struct FieldWriter {
    fields: Item,
    errors: Vec<ValueError>,
}

impl FieldWriter {
    /// Writes a field. What its type reads where there is nothing is left out: an empty set, and null that means `None`.
    pub fn put<T>(&mut self, field: &'static str, codec: impl Codec<T>, value: &T) {
        self.put_stored(field, codec, codec.store(value));
    }

    /// The same, moving the value.
    pub fn put_owned<T>(&mut self, field: &'static str, codec: impl Codec<T>, value: T) {
        self.put_stored(field, codec, codec.store_owned(value));
    }

    fn put_stored<T>(&mut self, field: &'static str, codec: impl Codec<T>, value: Result<AttributeValue, ValueError>) {
        match value {
            Ok(value) if value.is_null() && codec.absent().is_some() => {}
            Ok(value) => drop(self.fields.insert(field.to_owned(), value)),
            Err(error) if error.is_empty_set() && codec.absent().is_some() => {}
            Err(error) => self.errors.push(error.inside(field)),
        }
    }

    /// Writes an optional field, or leaves it out.
    pub fn put_optional(
        &mut self,
        field: &'static str,
        required: bool,
        value: Option<Result<AttributeValue, ValueError>>,
    ) {
        match value {
            Some(Ok(value)) => drop(self.fields.insert(field.to_owned(), value)),
            Some(Err(error)) => self.errors.push(error.inside(field)),
            None if required => self.errors.push(missing(field)),
            None => {}
        }
    }

    /// Writes an optional field whose value nobody is to see, or leaves it out.
    pub fn put_hidden(
        &mut self,
        field: &'static str,
        required: bool,
        value: Option<Result<AttributeValue, ValueError>>,
    ) {
        self.put_optional(field, required, value.map(|value| value.map_err(ValueError::redacted)));
    }

    pub(crate) fn into_parts(self) -> (Item, Vec<ValueError>) {
        (self.fields, self.errors)
    }

    pub(crate) fn finish(self) -> Result<AttributeValue, ValueError> {
        ValueError::all(self.errors).map_or(Ok(AttributeValue::M(self.fields)), Err)
    }
}

fn missing(field: &str) -> ValueError {
    ValueError::from(ValueProblem::Missing).inside(field)
}

/// Reads a field that must be there, unless its type or a default says what it means that it is not.
pub fn read_field<T>(
    take: &mut dyn FnMut(&str) -> Option<AttributeValue>,
    field: &'static str,
    codec: impl Codec<T>,
    default: Option<fn() -> T>,
) -> Result<T, ValueError> {
    match take(field) {
        Some(value) => codec.decode(value).map_err(|error| error.inside(field)),
        None => default.map(|default| default()).or_else(|| codec.absent()).ok_or_else(|| missing(field)),
    }
}

/// Reads a field that may not be there.
pub fn read_optional_field<T>(
    take: &mut dyn FnMut(&str) -> Option<AttributeValue>,
    field: &'static str,
    codec: impl Codec<T>,
    default: Option<fn() -> T>,
) -> Result<Option<T>, ValueError> {
    match take(field) {
        Some(AttributeValue::Null(_)) => Ok(None),
        Some(value) => codec.decode(value).map(Some).map_err(|error| error.inside(field)),
        None => Ok(default.map(|default| default())),
    }
}

/// What is wrong with a field of a flattened document, as an attribute.
pub(super) fn of_field(known: &'static [AttributeSchema], error: ValueError) -> AttributeError {
    let path = error.path();
    let begins =
        |field: &&str| path.strip_prefix(*field).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']));
    // A field's name may have such letters itself.
    let fields = known.iter().map(|field| field.field).filter(begins);
    let attribute = fields.max_by_key(|field| field.len()).unwrap_or_default();
    AttributeError { attribute, problem: AttributeProblem::Value(error.without(attribute)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_may_have_any_name() {
        static KNOWN: [AttributeSchema; 3] =
            [AttributeSchema::new("a"), AttributeSchema::new("a.b"), AttributeSchema::new("c[0]")];
        for (path, attribute, rest) in
            [("a", "a", ""), ("a.b", "a.b", ""), ("a.b[1]", "a.b", "[1]"), ("a.x", "a", "x"), ("c[0].d", "c[0]", "d")]
        {
            let found = of_field(&KNOWN, ValueError::from(ValueProblem::Missing).inside(path));
            let AttributeProblem::Value(error) = found.problem else { panic!("{path}") };
            assert_eq!((found.attribute, error.path()), (attribute, rest), "{path}");
        }
    }
}
