//! What a collection tells by numbers, because types can be made of nothing else: the hash of its name, the kind of its
//! index, how many composites its members share.

use super::MemberIndex;
use crate::{
    reading::{Global, Included, KeysOnly, Strong},
    schema::{IndexKind, Projection},
};

/// What tells the name of a collection from others, where only a number can: FNV-1a.
#[must_use]
pub const fn hash(name: &str) -> u64 {
    let bytes = name.as_bytes();
    let (mut hash, mut at) = (0xcbf2_9ce4_8422_2325_u64, 0);
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u64).wrapping_mul(0x0100_0000_01b3);
        at += 1;
    }
    hash
}

/// A collection whose members share composite number `N` of the sort key.
pub trait SharesComposite<const N: usize> {}

/// How many composites of the sort key are shared.
#[derive(Debug)]
pub enum Shared<const COUNT: usize> {}

/// Composite number `N` is one of so many.
pub trait Covers<const N: usize> {}

/// The kind of a collection's index, as the schemas tell it: to name it by an entity would show a private one.
#[derive(Debug)]
pub enum KindOf<const KIND: u8> {}

/// A kind that is told by a number.
pub trait IndexKindOf {
    /// The kind.
    type Kind;
}

macro_rules! kinds {
    ($($number:literal $kind:ty;)*) => {$(
        impl IndexKindOf for KindOf<$number> {
            type Kind = $kind;
        }
    )*};
}

kinds! {
    0 Strong;
    1 KeysOnly<Strong>;
    2 Included<Strong>;
    3 Global;
    4 KeysOnly<Global>;
    5 Included<Global>;
}

/// The number of the kind of the members' index.
#[must_use]
pub const fn kind_of(members: &[MemberIndex]) -> u8 {
    let held = match members[0].index.projection {
        Projection::All => 0,
        Projection::KeysOnly => 1,
        Projection::Include(_) => 2,
    };
    held + if matches!(members[0].index.kind, IndexKind::Global(_)) { 3 } else { 0 }
}

/// The most shared composites that a chain can be given: DynamoDB has four in a multi-attribute key, and a text of eight
/// composites is long.
pub const MAX_SHARED: usize = 8;

macro_rules! covers {
    ($($count:literal: $($position:literal)*;)*) => {$($(
        impl Covers<$position> for Shared<$count> {}
    )*)*};
}

covers! {
    1: 0;
    2: 0 1;
    3: 0 1 2;
    4: 0 1 2 3;
    5: 0 1 2 3 4;
    6: 0 1 2 3 4 5;
    7: 0 1 2 3 4 5 6;
    8: 0 1 2 3 4 5 6 7;
}
