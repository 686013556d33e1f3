//! Any record of a stream, as AWS Lambda hands it over: it is a change of the service's items, or refused with a typed
//! error. The change tells what the images tell, and of what was written, what was written.

#![no_main]

use std::mem::discriminant;

use arbitrary::Arbitrary;
use aws_lambda_events::event::dynamodb::EventRecord;
use dynaent::{Change, Error};
use dynaent_fuzz::{Fields, Item, json, models::Shop};
use libfuzzer_sys::fuzz_target;
use serde_json::json;

#[derive(Debug, Arbitrary)]
enum Input<'a> {
    /// The text of a record.
    Text(&'a str),
    /// A record whose images are these texts.
    Images(&'a str, &'a str),
    Record {
        name: Name,
        keys: Fields,
        before: Option<Image>,
        after: Option<Image>,
    },
}

#[derive(Debug, Clone, Copy, Arbitrary)]
enum Name {
    Insert,
    Modify,
    Remove,
}

#[derive(Debug, Arbitrary)]
enum Image {
    Any(Fields),
    Written(Box<Shop>),
    Doctored(Box<Shop>, Fields),
}

impl Image {
    /// The item, and what is read of it if that is known.
    fn item(self) -> (Item, Option<Shop>) {
        match self {
            Self::Any(fields) => (fields.into(), None),
            Self::Written(shop) => match Shop::clone(&shop).written() {
                Some(item) => (item, Some(*shop)),
                None => (Item::new(), None),
            },
            Self::Doctored(shop, fields) => {
                let mut item = shop.written().unwrap_or_default();
                item.extend(Item::from(fields));
                (item, None)
            }
        }
    }
}

fuzz_target!(|input: Input<'_>| {
    let (name, keys, before, after) = match input {
        Input::Text(text) => return drop(change(text)),
        Input::Images(before, after) => {
            return drop(change(&record("MODIFY", "{}", &format!(r#","OldImage":{before},"NewImage":{after}"#))));
        }
        Input::Record { name, keys, before, after } => (name, Item::from(keys), before, after),
    };
    let name = match name {
        Name::Insert => "INSERT",
        Name::Modify => "MODIFY",
        Name::Remove => "REMOVE",
    };
    let [before, after] = [before, after].map(|image| image.map(Image::item));
    let image = |name: &str, image: &Option<(Item, Option<Shop>)>| {
        image.as_ref().map_or_else(String::new, |(item, _)| format!(r#","{name}":{}"#, json(item)))
    };
    let images = [image("OldImage", &before), image("NewImage", &after)].concat();
    // A null that is false, say, is no value of Lambda's: what was written always is.
    let is_written = |image: &Option<(Item, Option<Shop>)>| image.as_ref().is_none_or(|(_, written)| written.is_some());
    let Some(change) = change(&record(name, &json(&keys).to_string(), &images)) else {
        return assert!(!(keys.is_empty() && is_written(&before) && is_written(&after)));
    };

    let item = |image: &Option<(Item, Option<Shop>)>| image.as_ref().map(|(item, _)| item.clone());
    match (change, Change::<Shop>::of(item(&before), item(&after))) {
        (Ok(change), Ok(same)) => {
            // Only a number that is none differs from itself.
            assert!(change == same || same != same.clone(), "{change:?}, {same:?}");
            assert_eq!(change.is_insertion(), change.before.is_none() && change.after.is_some());
            assert!(!(change.is_insertion() && change.is_deletion()));
            for (read, image) in [(change.before, before), (change.after, after)] {
                let (item, written) = image.unwrap_or_default();
                assert_eq!(read.is_some(), !item.is_empty());
                if let Some(written) = written {
                    assert_eq!(read.map(Shop::as_read), Some(written.as_read()));
                }
            }
        }
        // Which of several attributes cannot be read is told of the one that came first.
        (Err(one), Err(other)) => assert_eq!(discriminant(&one), discriminant(&other)),
        (one, other) => panic!("{one:?}, {other:?}"),
    }
});

fn record(name: &str, keys: &str, images: &str) -> String {
    let rest = json!({ "awsRegion": "eu-central-1", "eventID": "1", "eventName": name }).to_string();
    let change = format!(
        r#"{{"ApproximateCreationDateTime":1480642020,"Keys":{keys},"SequenceNumber":"1","SizeBytes":1{images}}}"#
    );
    format!(r#"{},"dynamodb":{change}}}"#, &rest[..rest.len() - 1])
}

/// The change of a record; `None` if Lambda could not have handed it over.
fn change(record: &str) -> Option<dynaent::Result<Change<Shop>>> {
    let record: EventRecord = serde_json::from_str(record).ok()?;
    let change = Change::<Shop>::of_record(record);
    if let Err(error) = &change {
        assert!(matches!(error, Error::Item(_) | Error::UnknownItem { .. }), "{error:?}");
        drop(error.to_string());
    }
    Some(change)
}
