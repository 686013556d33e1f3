//! One entity: its identity, its attributes, its indexes.

use aws_sdk_dynamodb::types::AttributeValue;

use super::{AttributeSchema, Casing, IndexSchema, KeyComposite, KeySide, Role, Watch};

/// What an entity is: its identity, its attributes and its indexes.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::Entity;
///
/// let schema = Comment::SCHEMA;
/// assert_eq!((schema.service, schema.name, schema.version), ("myapp", "Comment", "1"));
/// assert_eq!(schema.indexes.len(), 2);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct EntitySchema {
    /// The service the entity belongs to: the start of its partition keys.
    pub service: &'static str,
    /// The entity's name: part of its sort keys, and stored with each item.
    pub name: &'static str,
    /// The version of its model: part of its sort keys, and stored with each item.
    pub version: &'static str,
    /// The attributes in the order of the struct's fields.
    pub attributes: &'static [AttributeSchema],
    /// The indexes, the primary one first.
    pub indexes: &'static [IndexSchema],
    /// The attributes that Dynaent keeps itself.
    pub kept: Kept,
}

/// The attributes that Dynaent keeps itself, as their places in [`EntitySchema::attributes`].
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::Entity;
///
/// let version = Article::SCHEMA.kept.version.unwrap();
/// assert_eq!(Article::SCHEMA.attributes[version].name, "version");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Kept {
    /// When the item was made.
    pub created_at: Option<usize>,
    /// When the item was last written.
    pub updated_at: Option<usize>,
    /// What optimistic locking checks.
    pub version: Option<usize>,
    /// When the item expires.
    pub expires_at: Option<usize>,
    /// Whether any is computed from others when they are written.
    pub computes: bool,
}

impl Kept {
    /// Those of the attributes.
    const fn of(attributes: &[AttributeSchema]) -> Self {
        let mut kept = Self { created_at: None, updated_at: None, version: None, expires_at: None, computes: false };
        let mut position = 0;
        while position < attributes.len() {
            match attributes[position].role {
                Some(Role::CreatedAt) => kept.created_at = Some(position),
                Some(Role::UpdatedAt) => kept.updated_at = Some(position),
                Some(Role::Version) => kept.version = Some(position),
                Some(Role::ExpiresAt) => kept.expires_at = Some(position),
                None => {}
            }
            kept.computes |= !matches!(attributes[position].watch, Watch::None);
            position += 1;
        }
        kept
    }

    /// Whether no write has to see to any.
    pub(crate) const fn is_nothing(&self) -> bool {
        matches!(self, Self { created_at: None, updated_at: None, version: None, computes: false, .. })
    }
}

impl EntitySchema {
    #[doc(hidden)]
    #[must_use]
    pub const fn new(
        [service, name, version]: [&'static str; 3],
        attributes: &'static [AttributeSchema],
        indexes: &'static [IndexSchema],
    ) -> Self {
        Self { service, name, version, attributes, indexes, kept: Kept::of(attributes) }
    }

    /// Whether an attribute may be stored otherwise than it is given: it is a key that is cased.
    pub(crate) fn changes_attributes(&self) -> bool {
        let is_cased = |index: &IndexSchema| index.sides().any(|side| side.casing != Casing::None);
        self.attributes.iter().any(|attribute| attribute.is_key) && self.indexes.iter().any(is_cased)
    }

    /// Whether no user gives the attribute: it is stamped, counted or computed at each write.
    pub(crate) fn advances(&self, attribute: usize) -> bool {
        let schema = &self.attributes[attribute];
        matches!(schema.role, Some(Role::UpdatedAt | Role::Version)) || schema.watch != Watch::None
    }

    /// Whether Dynaent keeps the attribute, so that nobody changes it.
    pub(crate) fn keeps(&self, attribute: usize) -> bool {
        self.advances(attribute) || self.attributes[attribute].role == Some(Role::CreatedAt)
    }

    /// Where a composite's attribute is stored.
    pub(crate) fn field(&self, composite: &KeyComposite) -> &'static str {
        self.attributes[composite.attribute].field
    }

    /// The table's own key.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// use dynaent::Entity;
    ///
    /// assert_eq!(Comment::SCHEMA.primary().pk.field, "pk");
    /// ```
    #[must_use]
    pub const fn primary(&self) -> &IndexSchema {
        &self.indexes[0]
    }

    /// Whether an attribute is a key field itself, with a template's text around its value.
    pub(crate) fn is_in_text(&self, attribute: usize) -> bool {
        let field = self.attributes[attribute].field;
        let mut sides = self.indexes.iter().flat_map(IndexSchema::sides);
        let in_text =
            |side: &KeySide| !(side.prefix.is_empty() && side.text_before(0).is_empty() && side.postfix.is_empty());
        sides.any(|side| side.field == field && in_text(side))
    }

    /// Whether an item with this value in the field of the table's partition key may be of this entity: the key names the
    /// service, which nothing else in an item does.
    pub(crate) fn may_have_key(&self, pk: Option<&AttributeValue>) -> bool {
        match pk {
            Some(AttributeValue::S(key)) => self.primary().pk.begins(key),
            _ => true,
        }
    }
}
