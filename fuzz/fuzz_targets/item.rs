//! Any item, read as an entity and as a service: it is read, or refused with a typed error. What is written is read as it
//! was, and what was read is written and read again as it was.

#![no_main]

use arbitrary::Arbitrary;
use dynaent::{Entity, Error, KeyComposites, KeyPart};
use dynaent_fuzz::{
    Fields, Item,
    models::{Everything, Note, Shop},
};
use libfuzzer_sys::fuzz_target;

#[derive(Debug, Arbitrary)]
enum Input {
    Any(Fields),
    /// An item that was written, less some of its fields, and with others.
    Doctored {
        written: Box<Shop>,
        less: Vec<u8>,
        with: Fields,
    },
}

fuzz_target!(|input: Input| {
    let item = match input {
        Input::Any(fields) => fields.into(),
        Input::Doctored { written, less, with } => {
            let Some(mut item) = round_trip(*written) else { return };
            let mut fields: Vec<_> = item.keys().cloned().collect();
            fields.sort_unstable();
            for number in less {
                item.remove(&fields[usize::from(number) % fields.len()]);
            }
            item.extend(Item::from(with));
            item
        }
    };
    keys(&item);
    match Shop::decode(item.clone()) {
        Ok(read) => {
            // The item says that it is one of that entity, and of no other.
            let is = |name: &str| item["__edb_e__"].as_s().is_ok_and(|entity| entity == name);
            assert!(is(match read {
                Shop::Everything(_) => "Everything",
                Shop::Note(_) => "Note",
            }));
            round_trip(read);
        }
        Err(Error::UnknownItem { entity, version, .. }) => {
            let known = matches!(entity.as_deref(), Some("Everything" | "Note")) && version.as_deref() == Some("1");
            // Of another service, whose entities may have the same names.
            let other = item.get("pk").and_then(|pk| pk.as_s().ok()).is_some_and(|pk| !pk.starts_with("$fuzz#id_"));
            assert!(!known || other);
        }
        Err(error @ Error::Item(_)) => drop(error.to_string()),
        Err(error) => panic!("{error:?}"),
    }
});

/// Writes an item, if the library lets it, and reads it again.
fn round_trip(one: Shop) -> Option<Item> {
    let item = one.clone().written()?;
    let read = Shop::decode(item.clone()).expect("what was written is read");
    assert_eq!(read.clone().as_read(), one.as_read());
    // Once more: what is stored stays the same, but for what is stamped and what is hidden.
    let again = read.clone().written().expect("what was read is written");
    let again = Shop::decode(again).expect("what was written is read");
    assert_eq!(again.as_read(), read.as_read());
    keys(&item);
    Some(item)
}

/// What its keys tell of the item, of whatever entity it is.
fn keys(item: &Item) {
    fn told<E: Entity>(item: &Item) -> Option<KeyComposites<E>> {
        match KeyComposites::<E>::of(item) {
            Ok(composites) => Some(composites),
            Err(error) => {
                assert!(matches!(error, Error::ForeignKey { .. }), "{error:?}");
                drop(error.to_string());
                None
            }
        }
    }
    fn got<T: KeyPart>(value: dynaent::Result<Option<T>>) {
        assert!(matches!(value, Ok(_) | Err(Error::ForeignKey { .. })));
    }
    let e = Everything::attributes();
    if let Some(composites) = told::<Everything>(item) {
        got(composites.get(e.id));
        got(composites.get(e.count));
        got(composites.get(e.at));
        got(composites.get(e.stage));
        got(composites.get(e.flag));
        got(composites.get(e.big));
        got(composites.get(e.slug));
    }
    if let Some(composites) = told::<Note>(item) {
        got(composites.get(Note::attributes().id));
    }
}
