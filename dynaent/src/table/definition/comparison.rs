//! The table that is there beside the one that is needed.

use aws_sdk_dynamodb::{
    error::ProvideErrorMetadata,
    types::{BillingMode, IndexStatus, KeySchemaElement, Projection, ProjectionType, TableDescription, TableStatus},
};

use super::{TableDefinition, TableDifference, TableIndex};
use crate::{error::Result, table::Table};

/// A secondary index as it is.
struct Found<'a> {
    keys: &'a [KeySchemaElement],
    projection: Option<&'a Projection>,
    /// Local indexes have none: they are there from the beginning.
    status: Option<&'a IndexStatus>,
}

impl TableDefinition {
    /// What the table lacks, item by item; nothing if it has all that the entities need.
    ///
    /// What it has beyond that is no difference: an index of somebody else, an index that holds more, a stream that
    /// nobody asked for; nor is a change of capacity that is under way. Of the billing only the mode is compared, and only
    /// if [`on_demand`](Self::on_demand) or [`provisioned`](Self::provisioned) was called: capacity is often scaled
    /// automatically. Tags, and what [`customize`](Self::customize) changes, are not compared.
    ///
    /// It changes nothing. On AWS it needs the permission `dynamodb:DescribeTable` and, if the model has an attribute for
    /// expiry, `dynamodb:DescribeTimeToLive`. Without the latter it says so with [`TableDifference::ExpiryUnknown`].
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// use dynaent::{Table, TableDefinition, TableDifference};
    ///
    /// let other = Table::new(table.client().clone(), "other");
    /// let differences = TableDefinition::of::<Blog>()?.check(&other).await?;
    /// assert!(matches!(differences.as_slice(), [TableDifference::NoTable { .. }]));
    /// # Ok(()) });
    /// ```
    ///
    /// # Errors
    /// If a request fails. That there is no table is a difference, and no error.
    pub async fn check(&self, table: &Table) -> Result<Vec<TableDifference>> {
        let Some(found) = self.described(table).await? else {
            return Ok(vec![TableDifference::NoTable { table: table.name().to_owned() }]);
        };
        let mut differences = Vec::new();
        self.compare_table(&found, &mut differences);
        for index in &self.indexes {
            index.compare(&found, &mut differences);
        }
        self.compare_settings(&found, &mut differences);
        differences.extend(self.compare_expiry(table).await?);
        Ok(differences)
    }

    fn compare_table(&self, found: &TableDescription, differences: &mut Vec<TableDifference>) {
        // While it is changed, a table serves as before, and so does an index.
        match found.table_status() {
            None | Some(TableStatus::Active | TableStatus::Updating) => {}
            Some(status) => differences.push(TableDifference::TableNotActive { status: status.clone() }),
        }
        if found.key_schema() != self.keys {
            let (expected, found) = (self.keys.clone(), found.key_schema().to_vec());
            differences.push(TableDifference::TableKeys { expected, found });
        }
        for expected in &self.attributes {
            // A field that the table does not know is missing in a key, which is told with that.
            let mut known = found.attribute_definitions().iter();
            let known = known.find(|known| known.attribute_name == expected.attribute_name);
            if let Some(known) = known.filter(|known| known.attribute_type != expected.attribute_type) {
                differences.push(TableDifference::KeyType {
                    field: expected.attribute_name.clone(),
                    expected: expected.attribute_type.clone(),
                    found: known.attribute_type.clone(),
                });
            }
        }
    }

    fn compare_settings(&self, found: &TableDescription, differences: &mut Vec<TableDifference>) {
        if self.billing.is_some() {
            let expected = self.billing_mode();
            // A table that was never billed on demand has no summary.
            let found = found.billing_mode_summary().and_then(|summary| summary.billing_mode());
            let found = found.unwrap_or(&BillingMode::Provisioned);
            if *found != expected {
                differences.push(TableDifference::Billing { expected, found: found.clone() });
            }
        }
        if let Some(expected) = &self.stream {
            let stream = found.stream_specification().filter(|stream| stream.stream_enabled);
            let found = stream.and_then(|stream| stream.stream_view_type());
            if found != Some(expected) {
                differences.push(TableDifference::Stream { expected: expected.clone(), found: found.cloned() });
            }
        }
        if self.deletion_protection && found.deletion_protection_enabled() != Some(true) {
            differences.push(TableDifference::NoDeletionProtection);
        }
    }

    async fn compare_expiry(&self, table: &Table) -> Result<Option<TableDifference>> {
        let Some(expected) = self.expiry else { return Ok(None) };
        let expected = expected.to_owned();
        match Self::expiry_field(table).await {
            Ok(found) if found.as_ref() == Some(&expected) => Ok(None),
            Ok(found) => Ok(Some(TableDifference::Expiry { expected, found })),
            // Who may read and write a table often may not look at its expiry.
            Err(error) if error.code() == Some("AccessDeniedException") => {
                Ok(Some(TableDifference::ExpiryUnknown { expected }))
            }
            Err(error) => Err(self.failed("description of the expiry", table, error)),
        }
    }
}

impl TableIndex {
    fn compare(&self, table: &TableDescription, differences: &mut Vec<TableDifference>) {
        let index = self.name.to_owned();
        let Some(found) = self.find(table) else {
            differences.push(TableDifference::NoIndex { index, local: self.local });
            return;
        };
        if found.keys != self.keys {
            let (expected, found) = (self.keys.clone(), found.keys.to_vec());
            differences.push(TableDifference::IndexKeys { index: index.clone(), expected, found });
        }
        if let Some(held) = found.projection.filter(|held| !holds(held, &self.projection)) {
            let (expected, found) = (self.projection.clone(), held.clone());
            differences.push(TableDifference::IndexHolds { index: index.clone(), expected, found });
        }
        match found.status {
            None | Some(IndexStatus::Active | IndexStatus::Updating) => {}
            Some(status) => differences.push(TableDifference::IndexNotActive { index, status: status.clone() }),
        }
    }

    fn find<'a>(&self, table: &'a TableDescription) -> Option<Found<'a>> {
        if self.local {
            let mut indexes = table.local_secondary_indexes().iter();
            let index = indexes.find(|index| index.index_name() == Some(self.name))?;
            Some(Found { keys: index.key_schema(), projection: index.projection(), status: None })
        } else {
            let mut indexes = table.global_secondary_indexes().iter();
            let index = indexes.find(|index| index.index_name() == Some(self.name))?;
            Some(Found { keys: index.key_schema(), projection: index.projection(), status: index.index_status() })
        }
    }
}

/// Whether an index holds all that is needed. What it holds beyond that is read past.
fn holds(found: &Projection, needed: &Projection) -> bool {
    match (found.projection_type(), needed.projection_type()) {
        (Some(ProjectionType::All), _) | (_, Some(ProjectionType::KeysOnly)) => true,
        (_, Some(ProjectionType::All)) => false,
        _ => needed.non_key_attributes().iter().all(|field| found.non_key_attributes().contains(field)),
    }
}
