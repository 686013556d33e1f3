//! One attribute of an entity.

use crate::value::{Codec, StoredType};

/// An attribute of an entity: its name in the model and its name in the table.
///
/// ```
/// # use dynaent_workspace::*;
/// let c = Comment::attributes();
/// assert_eq!(c.comment_id.schema().name, "commentID");
/// assert!(c.text.schema().required && !c.note.schema().required);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct AttributeSchema {
    /// The attribute's name: the field's name, or what `rename` says. It labels the attribute's place in keys.
    pub name: &'static str,
    /// The name under which it is stored: the attribute's name, or what `field` says.
    pub field: &'static str,
    /// Whether a written item must have it.
    pub required: bool,
    /// Whether it is fixed once the item exists: declared `read_only`, or part of the primary key.
    pub read_only: bool,
    /// Whether the model has a default for it.
    pub default: bool,
    /// Whether it is a composite of a secondary index, so that a change of it changes that index's keys.
    pub indexed: bool,
    /// Whether it is stored in a key field, so that it is that key, and the key is it.
    pub is_key: bool,
    /// Whether it is only written: never read back, nor shown in what is logged.
    pub hidden: bool,
    /// What Dynaent keeps in it, if it does.
    pub role: Option<Role>,
    /// Which attributes it is computed from when they are written.
    pub watch: Watch,
    /// What it is stored as, if its type tells.
    pub stored: Option<StoredType>,
    /// Whether a module stores it (`with`), in a form that it alone knows.
    pub of_module: bool,
    /// Whether it is read as another value than it is stored as (`on_read`).
    pub reads_otherwise: bool,
    /// The fields of the document it is, if that is flattened into the item; it is stored as these then.
    pub flattened: &'static [AttributeSchema],
}

/// What Dynaent keeps in an attribute.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::Role;
///
/// assert_eq!(Article::attributes().version.schema().role, Some(Role::Version));
/// assert_eq!(Comment::attributes().expires.schema().role, Some(Role::ExpiresAt));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// When the item was made.
    CreatedAt,
    /// When the item was last written.
    UpdatedAt,
    /// How often the item was written: what optimistic locking checks.
    Version,
    /// When the item expires.
    ExpiresAt,
}

/// What an attribute is computed from when it is written.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::Watch;
///
/// assert_eq!(Comment::attributes().text.schema().watch, Watch::None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Watch {
    /// From nothing: it is what it is given.
    None,
    /// From these attributes, as their places in [`EntitySchema::attributes`](super::EntitySchema::attributes).
    These(&'static [usize]),
    /// From nothing, at each write.
    Every,
}

#[doc(hidden)]
impl AttributeSchema {
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Self {
            name,
            field: name,
            required: false,
            read_only: false,
            default: false,
            indexed: false,
            is_key: false,
            hidden: false,
            role: None,
            watch: Watch::None,
            stored: None,
            of_module: false,
            reads_otherwise: false,
            flattened: &[],
        }
    }

    /// Stored by that codec.
    #[must_use]
    pub const fn by<T, C: Codec<T>>(self, _: fn() -> C) -> Self {
        let (of_module, reads_otherwise) = (!C::FORM.is_empty(), C::READS_OTHERWISE);
        Self { stored: C::STORED, of_module, reads_otherwise, ..self }
    }

    #[must_use]
    pub const fn stored_as(self, field: &'static str) -> Self {
        Self { field, ..self }
    }

    #[must_use]
    pub const fn required(self) -> Self {
        Self { required: true, ..self }
    }

    #[must_use]
    pub const fn read_only(self) -> Self {
        Self { read_only: true, ..self }
    }

    #[must_use]
    pub const fn with_default(self) -> Self {
        Self { default: true, ..self }
    }

    #[must_use]
    pub const fn indexed(self) -> Self {
        Self { indexed: true, ..self }
    }

    #[must_use]
    pub const fn hidden(self) -> Self {
        Self { hidden: true, ..self }
    }

    #[must_use]
    pub const fn keeps(self, role: Role) -> Self {
        Self { role: Some(role), ..self }
    }

    #[must_use]
    pub const fn watching(self, watch: Watch) -> Self {
        Self { watch, ..self }
    }

    #[must_use]
    pub const fn flattened(self, flattened: &'static [AttributeSchema]) -> Self {
        Self { flattened, ..self }
    }

    #[must_use]
    pub const fn is_key(self) -> Self {
        Self { is_key: true, ..self }
    }
}
