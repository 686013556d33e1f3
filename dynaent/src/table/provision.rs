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
    schema::{EntitySchema, IndexKind, IndexSchema},
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
    let mut seen: Vec<(&'static str, &'static IndexSchema)> = Vec::new();
    for schema in schemas {
        for index in schema.indexes {
            if let Some((first, known)) = seen.iter().find(|(_, known)| known.name() == index.name()) {
                if !same_fields(known, index) {
                    let index = index.name().map_or_else(|| "the table".to_owned(), |name| format!("index `{name}`"));
                    return Err(Error::KeyFields { first, second: schema.name, index });
                }
                continue;
            }
            seen.push((schema.name, index));
            fields.extend(index.sides().map(|side| side.field));
            input = add(input, index).map_err(Error::setup)?;
        }
    }
    for field in fields {
        let definition =
            AttributeDefinition::builder().attribute_name(field).attribute_type(ScalarAttributeType::S).build();
        input = input.attribute_definitions(definition.map_err(Error::setup)?);
    }
    Ok(input)
}

fn add(input: CreateTableInputBuilder, index: &IndexSchema) -> Result<CreateTableInputBuilder, BuildError> {
    let keys = Some(key_schema(index)?);
    let all = Projection::builder().projection_type(ProjectionType::All).build();
    Ok(match index.kind {
        IndexKind::Primary => input.set_key_schema(keys),
        IndexKind::Global(name) => input.global_secondary_indexes(
            GlobalSecondaryIndex::builder().index_name(name).set_key_schema(keys).projection(all).build()?,
        ),
        IndexKind::Local(name) => input.local_secondary_indexes(
            LocalSecondaryIndex::builder().index_name(name).set_key_schema(keys).projection(all).build()?,
        ),
    })
}

fn key_schema(index: &IndexSchema) -> Result<Vec<KeySchemaElement>, BuildError> {
    let element = |(side, kind): (&crate::schema::KeySide, KeyType)| {
        KeySchemaElement::builder().attribute_name(side.field).key_type(kind).build()
    };
    index.sides().zip([KeyType::Hash, KeyType::Range]).map(element).collect()
}

fn same_fields(one: &IndexSchema, other: &IndexSchema) -> bool {
    std::mem::discriminant(&one.kind) == std::mem::discriminant(&other.kind)
        && one.sides().map(|side| side.field).eq(other.sides().map(|side| side.field))
}
