//! One index of an entity: which composites form its keys, and the text between them.

use super::{EntitySchema, KeyComposite, KeyKind, KeySide};

/// The primary index or a secondary index of an entity, under the name of its access pattern.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::Entity;
///
/// let by_article = &Comment::SCHEMA.indexes[1];
/// assert_eq!((by_article.pattern, by_article.pk.field), ("by_article", "gsi1pk"));
/// assert_eq!(by_article.collections, ["discussion"]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct IndexSchema {
    /// The access pattern's name, as in `query().by_article()`.
    pub pattern: &'static str,
    /// What kind of index it is, with its name in DynamoDB.
    pub kind: IndexKind,
    /// The partition key.
    pub pk: KeySide,
    /// The sort key, if the index has one.
    pub sk: Option<KeySide>,
    /// Whether its keys are the attributes themselves, DynamoDB's multi-attribute keys: no key field is written.
    pub multi_attribute: bool,
    /// Whether the entity stands at the end of its sort keys, so that the entities of a collection mix in one order.
    pub clustered: bool,
    /// The collections it belongs to: the outermost first.
    pub collections: &'static [&'static str],
    /// What its items hold.
    pub projection: Projection,
    /// Where only some items are in the index: the attributes that decide, as their places in
    /// [`EntitySchema::attributes`](super::EntitySchema::attributes), besides the composites.
    pub condition: Option<&'static [usize]>,
}

impl IndexSchema {
    #[doc(hidden)]
    #[must_use]
    pub const fn new(pattern: &'static str, kind: IndexKind, pk: KeySide, sk: Option<KeySide>) -> Self {
        Self {
            pattern,
            kind,
            pk,
            sk,
            multi_attribute: false,
            clustered: false,
            collections: &[],
            projection: Projection::All,
            condition: None,
        }
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn multi_attribute(self) -> Self {
        Self { multi_attribute: true, ..self }
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn clustered(self) -> Self {
        Self { clustered: true, ..self }
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn in_collections(self, collections: &'static [&'static str]) -> Self {
        Self { collections, ..self }
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn projecting(self, projection: Projection) -> Self {
        Self { projection, ..self }
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn on_condition(self, attributes: &'static [usize]) -> Self {
        Self { condition: Some(attributes), ..self }
    }

    /// The index's name in DynamoDB; `None` for the primary index.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// use dynaent::Entity;
    ///
    /// assert_eq!(Comment::SCHEMA.indexes[1].name(), Some("gsi1"));
    /// assert_eq!(Comment::SCHEMA.primary().name(), None);
    /// ```
    #[must_use]
    pub const fn name(&self) -> Option<&'static str> {
        self.kind.name()
    }

    /// The sides of the key: the partition key and, if there is one, the sort key.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// use dynaent::Entity;
    ///
    /// let fields: Vec<_> = Comment::SCHEMA.indexes[1].sides().map(|side| side.field).collect();
    /// assert_eq!(fields, ["gsi1pk", "gsi1sk"]);
    /// ```
    pub fn sides(&self) -> impl Iterator<Item = &KeySide> {
        std::iter::once(&self.pk).chain(&self.sk)
    }

    /// The key fields, with their types in DynamoDB.
    pub(crate) fn fields(&self, schema: &'static EntitySchema) -> impl Iterator<Item = (&'static str, KeyKind)> {
        let attribute = |composite: &KeyComposite| (schema.field(composite), composite.kind.of_field());
        let attributes = self.multi_attribute.then(|| self.composites().map(attribute));
        let sides = (!self.multi_attribute).then(|| self.sides().map(|side| (side.field, side.kind)));
        attributes.into_iter().flatten().chain(sides.into_iter().flatten())
    }

    /// Whether a field is one of the index's key.
    pub(crate) fn is_key(&self, schema: &'static EntitySchema, field: &str) -> bool {
        self.fields(schema).any(|(key, _)| key == field)
    }

    /// Whether the index holds what is stored under a name; of names that the model does not know, that is not known.
    pub(crate) fn holds(&self, schema: &'static EntitySchema, field: &str) -> bool {
        let included = match self.projection {
            Projection::All => return true,
            Projection::KeysOnly => &[],
            Projection::Include(included) => included,
        };
        let is_known = schema.attributes.iter().any(|attribute| attribute.field == field);
        let mut fields = schema.primary().fields(schema).chain(self.fields(schema)).map(|(field, _)| field);
        !is_known
            || fields.any(|key| key == field)
            || included.iter().any(|attribute| schema.attributes[*attribute].field == field)
    }

    /// The attributes in the key, the partition key's first.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// use dynaent::Entity;
    ///
    /// let schema = Comment::SCHEMA;
    /// let names: Vec<_> = schema.indexes[1].composites().map(|composite| schema.attributes[composite.attribute].name).collect();
    /// assert_eq!(names, ["articleID", "commentID"]);
    /// ```
    pub fn composites(&self) -> impl Iterator<Item = &'static KeyComposite> {
        self.sides().flat_map(|side| side.composites)
    }
}

/// The kind of an index.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{Entity, IndexKind};
///
/// let kinds = Comment::SCHEMA.indexes.iter().map(|index| index.kind);
/// assert_eq!(kinds.collect::<Vec<_>>(), [IndexKind::Primary, IndexKind::Global("gsi1")]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IndexKind {
    /// The table's own key.
    Primary,
    /// A global secondary index, with its name.
    Global(&'static str),
    /// A local secondary index, with its name.
    Local(&'static str),
}

impl IndexKind {
    /// The index's name in DynamoDB; `None` for the primary index.
    pub(crate) const fn name(self) -> Option<&'static str> {
        match self {
            Self::Primary => None,
            Self::Global(name) | Self::Local(name) => Some(name),
        }
    }
}

/// What the items of an index hold.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{Entity, Projection};
///
/// assert_eq!(Comment::SCHEMA.indexes[1].projection, Projection::All);
/// assert_eq!(Article::SCHEMA.indexes[2].projection, Projection::KeysOnly);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Projection {
    /// Every attribute.
    All,
    /// The index's key and the table's.
    KeysOnly,
    /// The keys, the identifiers, and these attributes, as their places in
    /// [`EntitySchema::attributes`](super::EntitySchema::attributes).
    Include(&'static [usize]),
}
