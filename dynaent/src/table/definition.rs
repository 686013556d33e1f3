//! The table that a set of entities needs, as a value: what it is, before it is created or compared.

mod agreement;
mod comparison;
mod creation;
mod difference;
mod live;
mod request;

use std::{fmt, sync::Arc};

use aws_sdk_dynamodb::{
    error::BuildError,
    operation::create_table::builders::CreateTableInputBuilder,
    types::{
        AttributeDefinition, KeySchemaElement, KeyType, Projection, ProjectionType, ScalarAttributeType, StreamViewType,
    },
};

use self::agreement::{Agreement, Held};
pub use self::difference::TableDifference;
use crate::{
    entity::Entities,
    error::{Error, Result},
    schema::{IndexKind, KeyKind},
};

/// The table that a set of entities needs: its key, its indexes with what they hold, the types of the key fields, and
/// the attribute by which items expire.
///
/// It says how the table is to be, and is created, compared with the table that is there, or made into a request.
/// Tables are billed on demand unless it says otherwise.
///
/// ```
/// use aws_sdk_dynamodb::types::StreamViewType;
/// use dynaent::{Entity, Expiry, Table, TableDefinition};
///
/// #[derive(Debug, Entity)]
/// #[entity(service = "shop", name = "Basket", version = "1")]
/// #[index(primary, pk = [basket_id], sk = [])]
/// #[index(by_customer, gsi = "gsi1", pk = [customer_id], sk = [basket_id])]
/// struct Basket {
///     basket_id: String,
///     customer_id: String,
///     #[attr(ttl)]
///     expires: Option<Expiry>,
/// }
///
/// // Of several entities that share the table: `of::<(Basket, Order)>()`.
/// let definition = TableDefinition::of::<Basket>()?
///     .stream(StreamViewType::NewAndOldImages)
///     .deletion_protection()
///     .tag("team", "checkout");
///
/// # async fn demo(definition: TableDefinition, table: Table) -> Result<(), Box<dyn std::error::Error>> {
/// // At deployment: creates the table unless it exists, and waits until it can be used.
/// definition.create(&table).await?;
///
/// // At start-up: says what the table lacks.
/// for difference in definition.check(&table).await? {
///     eprintln!("{difference}"); // there is no global secondary index `gsi1`
/// }
/// # Ok(())
/// # }
///
/// // For other tools: the SDK's input, without I/O.
/// let input = definition.request("shop")?;
/// assert_eq!(input.global_secondary_indexes()[0].index_name(), "gsi1");
/// # Ok::<(), dynaent::Error>(())
/// ```
#[derive(Debug, Clone)]
#[must_use = "it says how a table is to be: `create` or `check` it"]
pub struct TableDefinition {
    /// The first entity, for errors.
    entity: &'static str,
    keys: Vec<KeySchemaElement>,
    indexes: Vec<TableIndex>,
    attributes: Vec<AttributeDefinition>,
    expiry: Option<&'static str>,
    /// `None` if nobody asked: on demand, and not checked.
    billing: Option<Billing>,
    stream: Option<StreamViewType>,
    deletion_protection: bool,
    tags: Vec<(String, String)>,
    customization: Customization,
}

/// A secondary index.
#[derive(Debug, Clone)]
struct TableIndex {
    name: &'static str,
    local: bool,
    keys: Vec<KeySchemaElement>,
    projection: Projection,
}

/// How the table is paid for.
#[derive(Debug, Clone, Copy)]
enum Billing {
    OnDemand,
    Provisioned { read: u32, write: u32 },
}

/// What is done to the SDK's input at the end. Shared, and called as often as the definition is used.
#[derive(Clone, Default)]
struct Customization(Option<Arc<dyn Fn(CreateTableInputBuilder) -> CreateTableInputBuilder + Send + Sync>>);

impl TableDefinition {
    /// The table that the entities need: `E` is one, or a tuple of those that share it.
    ///
    /// Where several include attributes in one index, it includes them all. An index that includes attributes also holds
    /// the two identifiers by which entities are told apart.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// use dynaent::TableDefinition;
    ///
    /// let definition = TableDefinition::of::<Blog>()?;
    /// assert!(definition.check(&table).await?.is_empty());
    /// # Ok(()) });
    /// ```
    ///
    /// # Errors
    /// If the entities disagree: on the fields of a key ([`Error::KeyFields`]) or their types ([`Error::KeyType`]), on
    /// what an index holds ([`Error::Projections`]), or on the attribute by which items expire
    /// ([`Error::ExpiryFields`]). If they need more than a table can have ([`Error::TableLimit`]).
    pub fn of<E: Entities>() -> Result<Self> {
        let schemas = E::schemas();
        let agreement = Agreement::of(&schemas)?;
        let entity = schemas.first().map_or("", |schema| schema.name);
        Self::agreed(entity, agreement).map_err(Error::setup)
    }

    fn agreed(entity: &'static str, agreement: Agreement) -> Result<Self, BuildError> {
        let (mut keys, mut indexes) = (Vec::new(), Vec::new());
        for index in agreement.indexes {
            let fields = index.keys.into_iter().map(element).collect::<Result<_, _>>()?;
            let (name, local) = match index.kind {
                IndexKind::Primary => {
                    keys = fields;
                    continue;
                }
                IndexKind::Global(name) => (name, false),
                IndexKind::Local(name) => (name, true),
            };
            indexes.push(TableIndex { name, local, keys: fields, projection: projection(index.held) });
        }
        let attribute = |(field, (kind, _)): (&str, (KeyKind, _))| {
            let kind = match kind {
                KeyKind::Text => ScalarAttributeType::S,
                KeyKind::Number => ScalarAttributeType::N,
            };
            AttributeDefinition::builder().attribute_name(field).attribute_type(kind).build()
        };
        Ok(Self {
            entity,
            keys,
            indexes,
            attributes: agreement.kinds.into_iter().map(attribute).collect::<Result<_, _>>()?,
            expiry: agreement.expiry.map(|(field, _)| field),
            billing: None,
            stream: None,
            deletion_protection: false,
            tags: Vec::new(),
            customization: Customization::default(),
        })
    }

    /// Billed by the request. That is the default; said, it is also [checked](Self::check).
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// use aws_sdk_dynamodb::types::BillingMode;
    /// use dynaent::TableDefinition;
    ///
    /// let input = TableDefinition::of::<Blog>()?.on_demand().request("app")?;
    /// assert_eq!(input.billing_mode(), Some(&BillingMode::PayPerRequest));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn on_demand(mut self) -> Self {
        self.billing = Some(Billing::OnDemand);
        self
    }

    /// Billed by capacity: so many units for reads and for writes, of the table and of each global index.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// use dynaent::TableDefinition;
    ///
    /// let input = TableDefinition::of::<Blog>()?.provisioned(10, 5).request("app")?;
    /// assert_eq!(input.provisioned_throughput().unwrap().read_capacity_units(), 10);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn provisioned(mut self, read: u32, write: u32) -> Self {
        self.billing = Some(Billing::Provisioned { read, write });
        self
    }

    /// With a stream of changes.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// use aws_sdk_dynamodb::types::StreamViewType;
    /// use dynaent::TableDefinition;
    ///
    /// let input = TableDefinition::of::<Blog>()?.stream(StreamViewType::NewAndOldImages).request("app")?;
    /// assert!(input.stream_specification().unwrap().stream_enabled());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn stream(mut self, view: StreamViewType) -> Self {
        self.stream = Some(view);
        self
    }

    /// Protected from being deleted.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// use dynaent::TableDefinition;
    ///
    /// let input = TableDefinition::of::<Blog>()?.deletion_protection().request("app")?;
    /// assert_eq!(input.deletion_protection_enabled(), Some(true));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn deletion_protection(mut self) -> Self {
        self.deletion_protection = true;
        self
    }

    /// With a tag; may be called again for more.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// use dynaent::TableDefinition;
    ///
    /// let input = TableDefinition::of::<Blog>()?.tag("team", "blog").tag("stage", "test").request("app")?;
    /// assert_eq!(input.tags().len(), 2);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn tag(mut self, key: impl Into<String>, value: impl Into<String>) -> Self {
        self.tags.push((key.into(), value.into()));
        self
    }

    /// Without expiry, whatever the model says: DynamoDB deletes nothing. Items that have expired are still not read.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// use dynaent::{Table, TableDefinition};
    ///
    /// let kept = Table::new(table.client().clone(), "kept");
    /// TableDefinition::of::<Comment>()?.without_ttl().create(&kept).await?;
    /// # Ok(()) });
    /// ```
    pub fn without_ttl(mut self) -> Self {
        self.expiry = None;
        self
    }

    /// Changes the SDK's input at the end, to reach what Dynaent does not wrap: encryption, the table's class, a limit of
    /// the throughput. [`check`](Self::check) knows nothing of it.
    ///
    /// ```
    /// use aws_sdk_dynamodb::types::TableClass;
    /// # use dynaent::{Entity, TableDefinition};
    /// # #[derive(Debug, Entity)]
    /// # #[entity(service = "myapp", name = "Note", version = "1")]
    /// # #[index(primary, pk = [id], sk = [])]
    /// # struct Note { id: String }
    ///
    /// let archive = TableDefinition::of::<Note>()?
    ///     .customize(|input| input.table_class(TableClass::StandardInfrequentAccess));
    /// # assert_eq!(archive.request("notes")?.table_class(), Some(&TableClass::StandardInfrequentAccess));
    /// # Ok::<(), dynaent::Error>(())
    /// ```
    pub fn customize(
        mut self,
        change: impl Fn(CreateTableInputBuilder) -> CreateTableInputBuilder + Send + Sync + 'static,
    ) -> Self {
        self.customization = Customization(Some(match self.customization.0 {
            Some(before) => Arc::new(move |input| change(before(input))),
            None => Arc::new(change),
        }));
        self
    }
}

impl fmt::Debug for Customization {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() { "customized" } else { "as it is" })
    }
}

fn element((field, kind): (&'static str, KeyType)) -> Result<KeySchemaElement, BuildError> {
    KeySchemaElement::builder().attribute_name(field).key_type(kind).build()
}

fn projection(held: Held) -> Projection {
    let projection = Projection::builder();
    let projection = match held {
        Held::All => projection.projection_type(ProjectionType::All),
        Held::KeysOnly => projection.projection_type(ProjectionType::KeysOnly),
        Held::Include(fields) => {
            let fields = fields.into_iter().map(str::to_owned).collect();
            projection.projection_type(ProjectionType::Include).set_non_key_attributes(Some(fields))
        }
    };
    projection.build()
}
