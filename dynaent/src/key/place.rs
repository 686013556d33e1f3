//! The places that a part of a key can have, as types: what a range can ask for depends on it.

/// As its text, between other texts: the usual place in a key.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{AsText, Sorts};
///
/// fn sorts_as_text<T: Sorts<AsText>>() {}
/// sorts_as_text::<String>();
/// ```
#[derive(Debug, Clone, Copy)]
pub enum AsText {}

/// Filled up with zeros: `#[attr(padding(5, "0"))]`.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{Padded, Sorts};
///
/// // With zeros in front, unsigned numbers sort as text.
/// fn sorts_padded<T: Sorts<Padded>>() {}
/// sorts_padded::<u32>();
/// ```
#[derive(Debug, Clone, Copy)]
pub enum Padded {}

/// Filled up with something else than zeros.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{Filled, KeyPart};
///
/// // What is filled up with something else does not sort: it is given whole.
/// fn is_part<T: KeyPart>(_: std::marker::PhantomData<(T, Filled)>) {}
/// is_part::<u32>(std::marker::PhantomData);
/// ```
#[derive(Debug, Clone, Copy)]
pub enum Filled {}

/// In the form of fixed width that sorts as the values do: `#[attr(sortable)]`.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{Sortable, Sorts};
///
/// fn sorts_as_sortable<T: Sorts<Sortable>>() {}
/// sorts_as_sortable::<i64>();
/// ```
#[derive(Debug, Clone, Copy)]
pub enum Sortable {}

/// As a number, alone in its key: `cast = "number"`.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{AsNumber, Sorts};
///
/// fn sorts_as_number<T: Sorts<AsNumber>>() {}
/// sorts_as_number::<i64>();
/// ```
#[derive(Debug, Clone, Copy)]
pub enum AsNumber {}

/// As it is stored, alone in its key field: a template that is nothing else, or a multi-attribute key.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{AsStored, Sorts};
///
/// fn sorts_as_stored<T: Sorts<AsStored>>() {}
/// sorts_as_stored::<u32>();
/// ```
#[derive(Debug, Clone, Copy)]
pub enum AsStored {}
