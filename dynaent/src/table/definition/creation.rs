//! Creating the table, waiting for it, and turning its expiry on.

use std::time::Duration;

use aws_sdk_dynamodb::types::{IndexStatus, TableDescription, TableStatus, TimeToLiveSpecification};

use super::TableDefinition;
use crate::{
    error::{Error, Result},
    table::Table,
};

/// How often it is asked whether a table is ready, and how many times: AWS mostly takes seconds. The SDK's own waiter
/// asks every twenty seconds, and panics if the client cannot sleep.
const INTERVAL: Duration = Duration::from_secs(1);
const ROUNDS: usize = 300;

/// How far a table is.
enum State {
    Absent,
    Ready,
    /// It will be ready: what is not yet, in words.
    Waiting(String),
    /// It will not be ready by itself.
    Stuck(String),
}

impl TableDefinition {
    /// Creates the table unless it exists, waits until it and its indexes are active, and turns expiry on if the model
    /// has an attribute for it.
    ///
    /// A table that exists is left as it is, but for expiry that is off: whether the table fits is what
    /// [`check`](Self::check) tells. Another process may do the same at the same time.
    ///
    /// On AWS it needs the permissions `dynamodb:DescribeTable`, `dynamodb:CreateTable` if there is no table, and, if
    /// the model has an attribute for expiry, `dynamodb:DescribeTimeToLive` and, if that is off,
    /// `dynamodb:UpdateTimeToLive`.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// use dynaent::{Table, TableDefinition};
    ///
    /// let other = Table::new(table.client().clone(), "other");
    /// TableDefinition::of::<Blog>()?.create(&other).await?;
    /// assert_eq!(Blog::scan().all(&other).await?, []);
    /// # Ok(()) });
    /// ```
    ///
    /// # Errors
    /// If a request fails, or the table is not active after five minutes.
    pub async fn create(&self, table: &Table) -> Result<()> {
        self.make(table).await?;
        match self.expiry {
            Some(field) => self.expire(table, field).await,
            None => Ok(()),
        }
    }

    /// Creates the table and waits for it.
    async fn make(&self, table: &Table) -> Result<()> {
        // What cannot be sent is found before anything is.
        let input = self.input(table.name())?;
        let not_active = |state| Error::NotActive { table: table.name().to_owned(), state };
        let mut asked = false;
        let mut last = String::new();
        for _ in 0..ROUNDS {
            last = match self.state(self.described(table).await?) {
                State::Ready => return Ok(()),
                State::Absent if !asked => {
                    match input.clone().send_with(table.client()).await.map_err(aws_sdk_dynamodb::Error::from) {
                        // Another one may be creating it at this moment.
                        Ok(_) | Err(aws_sdk_dynamodb::Error::ResourceInUseException(_)) => {}
                        Err(error) => return Err(self.failed("creation of the table", table, error)),
                    }
                    asked = true;
                    continue;
                }
                // For a moment after its creation AWS may not know a table.
                State::Absent => "it is not there yet".to_owned(),
                State::Waiting(state) => state,
                State::Stuck(state) => return Err(not_active(state)),
            };
            if !table.sleep(INTERVAL).await {
                return Err(not_active(format!("{last}, and the client has no timer to wait with")));
            }
            asked = false;
        }
        Err(not_active(last))
    }

    fn state(&self, description: Option<TableDescription>) -> State {
        let Some(description) = description else { return State::Absent };
        match description.table_status() {
            None | Some(TableStatus::Active) => {}
            Some(status @ (TableStatus::Creating | TableStatus::Updating | TableStatus::Deleting)) => {
                return State::Waiting(format!("it is {status}"));
            }
            Some(status) => return State::Stuck(format!("it is {status}")),
        }
        // Others' indexes may take hours to be filled.
        let ours = |name: &str| self.indexes.iter().any(|index| !index.local && index.name == name);
        let mut indexes = description.global_secondary_indexes().iter();
        let waiting = indexes.find_map(|index| match (index.index_name(), index.index_status()) {
            (_, None | Some(IndexStatus::Active)) => None,
            (Some(name), Some(status)) if ours(name) => Some(format!("index `{name}` is {status}")),
            _ => None,
        });
        waiting.map_or(State::Ready, State::Waiting)
    }

    /// Turns expiry on unless it is on.
    async fn expire(&self, table: &Table, field: &'static str) -> Result<()> {
        let unknown = |error| self.failed("description of the expiry", table, error);
        if Self::expiry_field(table).await.map_err(unknown)?.is_some() {
            return Ok(());
        }
        let on =
            TimeToLiveSpecification::builder().attribute_name(field).enabled(true).build().map_err(Error::setup)?;
        let request = table.client().update_time_to_live().table_name(table.name()).time_to_live_specification(on);
        let Err(error) = request.send().await else { return Ok(()) };
        // It is refused if another one has turned it on at this moment.
        match Self::expiry_field(table).await {
            Ok(Some(_)) => Ok(()),
            _ => Err(self.failed("turning on of the expiry", table, error)),
        }
    }
}
