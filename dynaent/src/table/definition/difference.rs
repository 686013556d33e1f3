//! In what a table differs from the one that is needed, in words.

use std::fmt;

use aws_sdk_dynamodb::types::{
    BillingMode, IndexStatus, KeySchemaElement, KeyType, Projection, ProjectionType, ScalarAttributeType,
    StreamViewType, TableStatus,
};

/// Something that a table lacks, or has otherwise than the entities need: what
/// [`TableDefinition::check`](crate::TableDefinition::check) tells.
///
/// Its text says in words what is there and what is needed.
///
/// ```
/// # use dynaent_workspace::*;
/// # example(async |table| {
/// use aws_sdk_dynamodb::types::StreamViewType;
/// use dynaent::{TableDefinition, TableDifference};
///
/// let streamed = TableDefinition::of::<Blog>()?.stream(StreamViewType::NewImage);
/// for difference in streamed.check(&table).await? {
///     assert!(matches!(difference, TableDifference::Stream { .. }));
/// }
/// # Ok(()) });
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum TableDifference {
    /// There is no such table; nothing else is compared then.
    NoTable {
        /// The table's name.
        table: String,
    },
    /// The table is being created or deleted, or cannot be used.
    TableNotActive {
        /// What it is.
        status: TableStatus,
    },
    /// The table has another key.
    TableKeys {
        /// The key that is needed.
        expected: Vec<KeySchemaElement>,
        /// The key that is there.
        found: Vec<KeySchemaElement>,
    },
    /// A key field, of the table or of an index, is of another type.
    KeyType {
        /// The field.
        field: String,
        /// The type that is needed.
        expected: ScalarAttributeType,
        /// The type that is there.
        found: ScalarAttributeType,
    },
    /// An index is missing, or is local and should be global, or the other way round.
    NoIndex {
        /// The index's name.
        index: String,
        /// Whether it is a local index that is needed.
        local: bool,
    },
    /// An index has another key.
    IndexKeys {
        /// The index's name.
        index: String,
        /// The key that is needed.
        expected: Vec<KeySchemaElement>,
        /// The key that is there.
        found: Vec<KeySchemaElement>,
    },
    /// An index holds less than is needed: what is read from it lacks attributes.
    IndexHolds {
        /// The index's name.
        index: String,
        /// What it has to hold.
        expected: Projection,
        /// What it holds.
        found: Projection,
    },
    /// An index is being created and filled, or deleted.
    IndexNotActive {
        /// The index's name.
        index: String,
        /// What it is.
        status: IndexStatus,
    },
    /// Items do not expire, or by another attribute.
    Expiry {
        /// The attribute that says when an item expires.
        expected: String,
        /// The one by which they do; `None` if they do not.
        found: Option<String>,
    },
    /// Whether items expire could not be found out: `dynamodb:DescribeTimeToLive` is not allowed.
    ExpiryUnknown {
        /// The attribute that says when an item expires.
        expected: String,
    },
    /// The table has no stream of changes, or another one.
    Stream {
        /// The stream that is needed.
        expected: StreamViewType,
        /// The one that is there; `None` if there is none.
        found: Option<StreamViewType>,
    },
    /// The table is billed otherwise.
    Billing {
        /// The mode that was asked for.
        expected: BillingMode,
        /// The mode that it has.
        found: BillingMode,
    },
    /// The table is not protected from being deleted.
    NoDeletionProtection,
}

impl fmt::Display for TableDifference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoTable { table } => write!(f, "there is no table `{table}`"),
            Self::TableNotActive { status } => write!(f, "the table is {status}, and has to be ACTIVE"),
            Self::TableKeys { expected, found } => {
                write!(f, "the table's key is {}, and has to be {}", Keys(found), Keys(expected))
            }
            Self::KeyType { field, expected, found } => {
                write!(f, "the key field `{field}` is of type {found}, and has to be of type {expected}")
            }
            Self::NoIndex { index, local } => {
                write!(f, "there is no {} secondary index `{index}`", if *local { "local" } else { "global" })
            }
            Self::IndexKeys { index, expected, found } => {
                write!(f, "the key of index `{index}` is {}, and has to be {}", Keys(found), Keys(expected))
            }
            Self::IndexHolds { index, expected, found } => {
                write!(f, "index `{index}` holds {}, and has to hold {}", Holds(found), Holds(expected))
            }
            Self::IndexNotActive { index, status } => write!(f, "index `{index}` is {status}, and has to be ACTIVE"),
            Self::Expiry { expected, found: None } => {
                write!(f, "items do not expire, and have to by `{expected}`: time to live is off")
            }
            Self::Expiry { expected, found: Some(found) } => {
                write!(f, "items expire by `{found}`, and have to by `{expected}`")
            }
            Self::ExpiryUnknown { expected } => {
                write!(f, "items have to expire by `{expected}`, and dynamodb:DescribeTimeToLive is not allowed")
            }
            Self::Stream { expected, found: None } => {
                write!(f, "there is no stream of changes, and has to be one of {expected}")
            }
            Self::Stream { expected, found: Some(found) } => {
                write!(f, "the stream of changes is one of {found}, and has to be one of {expected}")
            }
            Self::Billing { expected, found } => write!(f, "the table is billed {found}, and has to be {expected}"),
            Self::NoDeletionProtection => f.write_str("the table is not protected from being deleted, and has to be"),
        }
    }
}

struct Keys<'a>(&'a [KeySchemaElement]);

impl fmt::Display for Keys<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, key) in self.0.iter().enumerate() {
            let kind = if key.key_type == KeyType::Hash { "partition" } else { "sort" };
            write!(f, "{}`{}` ({kind})", if position == 0 { "" } else { ", " }, key.attribute_name)?;
        }
        Ok(())
    }
}

struct Holds<'a>(&'a Projection);

impl fmt::Display for Holds<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.projection_type() {
            Some(ProjectionType::All) => f.write_str("all attributes"),
            Some(ProjectionType::Include) => {
                let fields = self.0.non_key_attributes().iter().map(|field| format!("`{field}`"));
                write!(f, "its keys and {}", fields.collect::<Vec<_>>().join(", "))
            }
            _ => f.write_str("only its keys"),
        }
    }
}
