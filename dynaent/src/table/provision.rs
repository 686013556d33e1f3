//! The table that a set of entities needs: key fields, indexes, attribute types.

use std::{collections::BTreeSet, time::Duration};

use aws_sdk_dynamodb::{
    client::Waiters,
    error::BuildError,
    operation::create_table::{CreateTableInput, builders::CreateTableInputBuilder},
    types::{
        AttributeDefinition, BillingMode, GlobalSecondaryIndex, KeySchemaElement, KeyType, LocalSecondaryIndex,
        Projection, ProjectionType, ScalarAttributeType, TableStatus,
    },
};

use super::Table;
use crate::{
    entity::Entities,
    error::{Error, Result},
    schema::{self, ENTITY_FIELD, EntitySchema, IndexKind, IndexSchema, KeyKind, VERSION_FIELD},
};

/// How long AWS may take to make a table; it mostly takes seconds.
const CREATION_TIME: Duration = Duration::from_secs(300);

impl Table {
    /// Creates the table unless it exists, with the keys and indexes that the entities need, billed on demand, and waits until it can be
    /// used.
    ///
    /// All indexes project all attributes. An existing table is left as it is.
    ///
    /// # Errors
    /// If the entities disagree on the table's keys, or the request fails.
    pub async fn create_if_absent<E: Entities>(&self) -> Result<()> {
        let schemas = E::schemas();
        let input = definition(&schemas, self.name())?;
        let failed = |source: aws_sdk_dynamodb::Error| Error::Request {
            operation: "creation of the table",
            entity: schemas.first().map_or("", |schema| schema.name),
            table: self.name().to_owned(),
            source: Box::new(source),
        };
        let active = match input.send_with(self.client()).await.map_err(aws_sdk_dynamodb::Error::from) {
            Ok(output) => {
                let status = output.table_description.and_then(|description| description.table_status);
                status == Some(TableStatus::Active)
            }
            // Another one may be creating it at this moment.
            Err(aws_sdk_dynamodb::Error::ResourceInUseException(_)) => false,
            Err(error) => return Err(failed(error)),
        };
        if !active {
            let waiter = self.client().wait_until_table_exists().table_name(self.name());
            waiter.wait(CREATION_TIME).await.map_err(Error::setup)?;
        }
        Ok(())
    }

    /// The request that creates the table of [`create_if_absent`](Self::create_if_absent), without sending it.
    ///
    /// # Errors
    /// If the entities disagree on the table's keys.
    pub fn creation_request<E: Entities>(name: impl Into<String>) -> Result<CreateTableInput> {
        definition(&E::schemas(), name)?.build().map_err(Error::setup)
    }
}

fn definition(schemas: &[&'static EntitySchema], name: impl Into<String>) -> Result<CreateTableInputBuilder> {
    let mut input = CreateTableInput::builder().table_name(name).billing_mode(BillingMode::PayPerRequest);
    let mut fields = BTreeSet::new();
    let mut seen: Vec<(&'static EntitySchema, &'static IndexSchema)> = Vec::new();
    for schema in schemas {
        for index in schema.indexes {
            if let Some((first, known)) = seen.iter().find(|(_, known)| known.name() == index.name()) {
                if !same_fields((first, known), (schema, index)) {
                    let index = index.name().map_or_else(|| "the table".to_owned(), |name| format!("index `{name}`"));
                    return Err(Error::KeyFields { first: first.name, second: schema.name, index });
                }
                continue;
            }
            seen.push((schema, index));
            fields.extend(index.fields(schema));
            input = add(input, schema, index).map_err(Error::setup)?;
        }
    }
    for (field, kind) in fields {
        let kind = match kind {
            KeyKind::Text => ScalarAttributeType::S,
            KeyKind::Number => ScalarAttributeType::N,
        };
        let definition = AttributeDefinition::builder().attribute_name(field).attribute_type(kind).build();
        input = input.attribute_definitions(definition.map_err(Error::setup)?);
    }
    Ok(input)
}

fn add(
    input: CreateTableInputBuilder,
    schema: &'static EntitySchema,
    index: &'static IndexSchema,
) -> Result<CreateTableInputBuilder, BuildError> {
    let keys = Some(key_schema(schema, index)?);
    let projected = projection(schema, index);
    Ok(match index.kind {
        IndexKind::Primary => input.set_key_schema(keys),
        IndexKind::Global(name) => input.global_secondary_indexes(
            GlobalSecondaryIndex::builder().index_name(name).set_key_schema(keys).projection(projected).build()?,
        ),
        IndexKind::Local(name) => input.local_secondary_indexes(
            LocalSecondaryIndex::builder().index_name(name).set_key_schema(keys).projection(projected).build()?,
        ),
    })
}

fn key_schema(schema: &'static EntitySchema, index: &'static IndexSchema) -> Result<Vec<KeySchemaElement>, BuildError> {
    // In a multi-attribute key, each kind has as many fields as its side has composites.
    let hashes = if index.multi_attribute { index.pk.composites.len() } else { 1 };
    let element = |(position, (field, _)): (usize, (&str, _))| {
        let kind = if position < hashes { KeyType::Hash } else { KeyType::Range };
        KeySchemaElement::builder().attribute_name(field).key_type(kind).build()
    };
    index.fields(schema).enumerate().map(element).collect()
}

/// What the index holds. The identifiers are added, so that entities can be told apart there.
fn projection(schema: &'static EntitySchema, index: &'static IndexSchema) -> Projection {
    let projection = Projection::builder();
    let projection = match index.projection {
        schema::Projection::All => projection.projection_type(ProjectionType::All),
        schema::Projection::KeysOnly => projection.projection_type(ProjectionType::KeysOnly),
        schema::Projection::Include(attributes) => {
            let is_key =
                |field: &str| schema.primary().fields(schema).chain(index.fields(schema)).any(|(key, _)| key == field);
            let fields = attributes.iter().map(|attribute| schema.attributes[*attribute].field);
            let fields = fields.chain([ENTITY_FIELD, VERSION_FIELD]).filter(|field| !is_key(field)).map(str::to_owned);
            projection.projection_type(ProjectionType::Include).set_non_key_attributes(Some(fields.collect()))
        }
    };
    projection.build()
}

fn same_fields(
    (one, known): (&'static EntitySchema, &IndexSchema),
    (other, index): (&'static EntitySchema, &IndexSchema),
) -> bool {
    std::mem::discriminant(&known.kind) == std::mem::discriminant(&index.kind)
        && known.fields(one).eq(index.fields(other))
}
