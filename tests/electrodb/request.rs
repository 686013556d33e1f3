//! Our requests, whatever their types, as JSON.

use std::collections::HashMap;

use aws_sdk_dynamodb::{
    operation::{
        create_table::CreateTableInput, delete_item::DeleteItemInput, get_item::GetItemInput, put_item::PutItemInput,
        query::QueryInput, scan::ScanInput, update_item::UpdateItemInput,
    },
    types::{
        AttributeDefinition, AttributeValue, BillingMode, GlobalSecondaryIndex, KeySchemaElement, LocalSecondaryIndex,
        Projection,
    },
};
use serde_json::{Value as Json, json};

use crate::{items::to_json, vectors::Object};

/// An input of the SDK.
pub trait Request {
    /// The body that the SDK would send.
    fn json(self) -> Json;
}

macro_rules! requests {
    ($($input:ident { $($field:literal $getter:ident $form:ident,)* })*) => {$(
        impl Request for $input {
            fn json(self) -> Json {
                let mut body = Object::new();
                $(if let Some(value) = self.$getter {
                    body.insert($field.to_owned(), form::$form(&value));
                })*
                Json::Object(body)
            }
        }
    )*};
}

requests! {
    CreateTableInput {
        "TableName" table_name text,
        "BillingMode" billing_mode billing,
        "AttributeDefinitions" attribute_definitions definitions,
        "KeySchema" key_schema key_schema,
        "GlobalSecondaryIndexes" global_secondary_indexes global_indexes,
        "LocalSecondaryIndexes" local_secondary_indexes local_indexes,
    }
    PutItemInput {
        "TableName" table_name text,
        "Item" item attributes,
        "ConditionExpression" condition_expression text,
        "ExpressionAttributeNames" expression_attribute_names names,
        "ExpressionAttributeValues" expression_attribute_values attributes,
    }
    UpdateItemInput {
        "TableName" table_name text,
        "Key" key attributes,
        "UpdateExpression" update_expression text,
        "ConditionExpression" condition_expression text,
        "ExpressionAttributeNames" expression_attribute_names names,
        "ExpressionAttributeValues" expression_attribute_values attributes,
    }
    DeleteItemInput {
        "TableName" table_name text,
        "Key" key attributes,
        "ConditionExpression" condition_expression text,
        "ExpressionAttributeNames" expression_attribute_names names,
        "ExpressionAttributeValues" expression_attribute_values attributes,
    }
    GetItemInput {
        "TableName" table_name text,
        "Key" key attributes,
        "ConsistentRead" consistent_read flag,
        "ProjectionExpression" projection_expression text,
        "ExpressionAttributeNames" expression_attribute_names names,
    }
    QueryInput {
        "TableName" table_name text,
        "IndexName" index_name text,
        "KeyConditionExpression" key_condition_expression text,
        "FilterExpression" filter_expression text,
        "ProjectionExpression" projection_expression text,
        "ExpressionAttributeNames" expression_attribute_names names,
        "ExpressionAttributeValues" expression_attribute_values attributes,
        "ExclusiveStartKey" exclusive_start_key attributes,
        "Limit" limit number,
        "ScanIndexForward" scan_index_forward flag,
        "ConsistentRead" consistent_read flag,
    }
    ScanInput {
        "TableName" table_name text,
        "IndexName" index_name text,
        "FilterExpression" filter_expression text,
        "ProjectionExpression" projection_expression text,
        "ExpressionAttributeNames" expression_attribute_names names,
        "ExpressionAttributeValues" expression_attribute_values attributes,
        "ExclusiveStartKey" exclusive_start_key attributes,
        "Limit" limit number,
        "ConsistentRead" consistent_read flag,
    }
}

/// The forms of the members of a request.
mod form {
    use super::*;

    pub fn text(text: &str) -> Json {
        text.into()
    }

    pub fn flag(flag: &bool) -> Json {
        (*flag).into()
    }

    pub fn number(number: &i32) -> Json {
        (*number).into()
    }

    pub fn names(names: &HashMap<String, String>) -> Json {
        names.iter().map(|(placeholder, field)| (placeholder.clone(), text(field))).collect::<Object>().into()
    }

    pub fn attributes(values: &HashMap<String, AttributeValue>) -> Json {
        to_json(values)
    }

    pub fn billing(mode: &BillingMode) -> Json {
        mode.as_str().into()
    }

    pub fn definitions(definitions: &[AttributeDefinition]) -> Json {
        let definition = |attribute: &AttributeDefinition| {
            let (name, kind) = (&attribute.attribute_name, attribute.attribute_type.as_str());
            json!({ "AttributeName": name, "AttributeType": kind })
        };
        definitions.iter().map(definition).collect()
    }

    pub fn key_schema(keys: &[KeySchemaElement]) -> Json {
        keys.iter()
            .map(|key| json!({ "AttributeName": key.attribute_name, "KeyType": key.key_type.as_str() }))
            .collect()
    }

    pub fn global_indexes(indexes: &[GlobalSecondaryIndex]) -> Json {
        indexes.iter().map(|i| index(&i.index_name, &i.key_schema, i.projection.as_ref())).collect()
    }

    pub fn local_indexes(indexes: &[LocalSecondaryIndex]) -> Json {
        indexes.iter().map(|i| index(&i.index_name, &i.key_schema, i.projection.as_ref())).collect()
    }

    fn index(name: &str, keys: &[KeySchemaElement], projection: Option<&Projection>) -> Json {
        let projection =
            projection.and_then(|projection| projection.projection_type.as_ref()).map(|kind| kind.as_str());
        json!({ "IndexName": name, "KeySchema": key_schema(keys), "Projection": { "ProjectionType": projection } })
    }
}
