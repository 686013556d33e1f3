//! The request that creates the table.

use aws_sdk_dynamodb::{
    error::BuildError,
    operation::create_table::{CreateTableInput, builders::CreateTableInputBuilder},
    types::{BillingMode, GlobalSecondaryIndex, LocalSecondaryIndex, ProvisionedThroughput, StreamSpecification, Tag},
};

use super::{Billing, TableDefinition, TableIndex};
use crate::error::{Error, Result};

impl TableDefinition {
    /// The request that creates the table, without sending it.
    ///
    /// Expiry is not part of it: in DynamoDB that is a request of its own, which [`create`](Self::create) sends.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// use dynaent::TableDefinition;
    ///
    /// let input = TableDefinition::of::<Blog>()?.request("app")?;
    /// assert_eq!(input.global_secondary_indexes().len(), 2);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// If the SDK refuses what [`customize`](Self::customize) has made of it.
    pub fn request(&self, table: impl Into<String>) -> Result<CreateTableInput> {
        self.input(table)?.build().map_err(Error::setup)
    }

    pub(super) fn input(&self, table: impl Into<String>) -> Result<CreateTableInputBuilder> {
        let input = self.uncustomized(table.into()).map_err(Error::setup)?;
        Ok(match &self.customization.0 {
            Some(change) => change(input),
            None => input,
        })
    }

    fn uncustomized(&self, table: String) -> Result<CreateTableInputBuilder, BuildError> {
        let throughput = self.throughput()?;
        let mut input = CreateTableInput::builder()
            .table_name(table)
            .set_key_schema(Some(self.keys.clone()))
            .set_attribute_definitions(Some(self.attributes.clone()))
            .billing_mode(self.billing_mode())
            .set_provisioned_throughput(throughput.clone());
        for TableIndex { name, local, keys, projection } in &self.indexes {
            let (keys, projection) = (Some(keys.clone()), projection.clone());
            input = if *local {
                let index = LocalSecondaryIndex::builder().index_name(*name);
                input.local_secondary_indexes(index.set_key_schema(keys).projection(projection).build()?)
            } else {
                let index = GlobalSecondaryIndex::builder().index_name(*name);
                let index = index.set_provisioned_throughput(throughput.clone());
                input.global_secondary_indexes(index.set_key_schema(keys).projection(projection).build()?)
            };
        }
        if let Some(view) = &self.stream {
            let stream = StreamSpecification::builder().stream_enabled(true).stream_view_type(view.clone());
            input = input.stream_specification(stream.build()?);
        }
        if self.deletion_protection {
            input = input.deletion_protection_enabled(true);
        }
        for (key, value) in &self.tags {
            input = input.tags(Tag::builder().key(key).value(value).build()?);
        }
        Ok(input)
    }

    pub(super) fn billing_mode(&self) -> BillingMode {
        match self.billing {
            None | Some(Billing::OnDemand) => BillingMode::PayPerRequest,
            Some(Billing::Provisioned { .. }) => BillingMode::Provisioned,
        }
    }

    fn throughput(&self) -> Result<Option<ProvisionedThroughput>, BuildError> {
        let Some(Billing::Provisioned { read, write }) = self.billing else { return Ok(None) };
        let throughput = ProvisionedThroughput::builder();
        throughput.read_capacity_units(read.into()).write_capacity_units(write.into()).build().map(Some)
    }
}
