//! The table as it is.

use aws_sdk_dynamodb::types::{TableDescription, TimeToLiveStatus};

use super::TableDefinition;
use crate::{
    error::{Error, Result},
    table::Table,
};

impl TableDefinition {
    /// The table as DynamoDB describes it; `None` if there is none.
    pub(super) async fn described(&self, table: &Table) -> Result<Option<TableDescription>> {
        let request = table.client().describe_table().table_name(table.name());
        match request.send().await.map_err(aws_sdk_dynamodb::Error::from) {
            Ok(output) => Ok(output.table),
            Err(aws_sdk_dynamodb::Error::ResourceNotFoundException(_)) => Ok(None),
            Err(error) => Err(self.failed("description of the table", table, error)),
        }
    }

    /// The field by which items expire; `None` if they do not.
    pub(super) async fn expiry_field(table: &Table) -> Result<Option<String>, aws_sdk_dynamodb::Error> {
        let output = table.client().describe_time_to_live().table_name(table.name()).send().await?;
        let on = output.time_to_live_description.filter(|description| {
            let status = description.time_to_live_status();
            matches!(status, Some(TimeToLiveStatus::Enabled | TimeToLiveStatus::Enabling))
        });
        Ok(on.map(|on| on.attribute_name.unwrap_or_default()))
    }

    pub(super) fn failed(
        &self,
        operation: &'static str,
        table: &Table,
        error: impl Into<aws_sdk_dynamodb::Error>,
    ) -> Error {
        let source = Box::new(error.into());
        Error::Request { operation, entity: self.entity, table: table.name().to_owned(), source }
    }
}
