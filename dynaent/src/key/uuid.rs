//! UUIDs as parts of keys: as they are stored.

use ::uuid::{Uuid, fmt::Hyphenated};

use super::{AsNumber, AsStored, AsText, Filled, KeyPart, Padded, Sorts, TextPart};

// All are marked: they would only lengthen the lists in rustc's messages.
#[diagnostic::do_not_recommend]
impl KeyPart for Uuid {
    fn write_key(&self, key: &mut String) {
        key.push_str(self.hyphenated().encode_lower(&mut [0; Hyphenated::LENGTH]));
    }

    fn read_key(text: &str) -> Option<Self> {
        Self::try_parse(text).ok()
    }
}

macro_rules! sorts {
    ($($place:ty: $plain:literal),*) => {$(
        #[diagnostic::do_not_recommend]
        impl Sorts<$place> for Uuid {
            const PLAIN: bool = $plain;
        }
    )*};
}

sorts!(AsText: true, AsStored: true, Padded: true, Filled: false, AsNumber: true);

#[diagnostic::do_not_recommend]
impl TextPart<AsText> for Uuid {}
#[diagnostic::do_not_recommend]
impl TextPart<AsStored> for Uuid {}
