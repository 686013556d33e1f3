//! The table: what all entities in it share.

use aws_sdk_dynamodb::Client;
use modyne::{
    Table,
    keys::{
        GlobalSecondaryIndexDefinition, IndexKey, Key, KeyDefinition, LocalSecondaryIndexDefinition, PrimaryKey,
        PrimaryKeyDefinition, SecondaryIndexDefinition,
    },
};
use serde::Serialize;

#[derive(Clone, Debug, Serialize)]
pub struct Primary {
    pub pk: String,
    pub sk: String,
}

impl PrimaryKey for Primary {
    const PRIMARY_KEY_DEFINITION: PrimaryKeyDefinition = PrimaryKeyDefinition { hash_key: "pk", range_key: Some("sk") };
}

impl Key for Primary {
    const DEFINITION: KeyDefinition = KeyDefinition::Primary(Self::PRIMARY_KEY_DEFINITION);
}

#[derive(Clone, Debug, Serialize)]
pub struct ByAuthor {
    pub gsi1pk: String,
    pub gsi1sk: String,
}

impl IndexKey for ByAuthor {
    const INDEX_DEFINITION: SecondaryIndexDefinition =
        SecondaryIndexDefinition::Global(GlobalSecondaryIndexDefinition {
            index_name: "gsi1",
            hash_key: "gsi1pk",
            range_key: Some("gsi1sk"),
        });
}

// Its partition key is the table's, which modyne writes.
#[derive(Clone, Debug, Serialize)]
pub struct ByLikes {
    pub lsi1sk: String,
}

impl IndexKey for ByLikes {
    const INDEX_DEFINITION: SecondaryIndexDefinition = SecondaryIndexDefinition::Local(LocalSecondaryIndexDefinition {
        index_name: "lsi1",
        hash_key: "pk",
        range_key: "lsi1sk",
    });
}

pub struct App {
    pub client: Client,
}

impl Table for App {
    const ENTITY_TYPE_ATTRIBUTE: &'static str = "__edb_e__";
    type PrimaryKey = Primary;
    type IndexKeys = (ByAuthor, ByLikes);

    fn table_name(&self) -> &str {
        "app"
    }

    fn client(&self) -> &Client {
        &self.client
    }
}
