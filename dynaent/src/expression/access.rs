//! What may be done with an attribute once its item exists.

/// What may be done with an attribute: one of the types below.
pub trait Access: Sized + 'static {
    /// The access of a field inside, of which its own document says `F`.
    type Field<F: Access>: Access;
    /// The access of an element of a list, or an entry of a map, inside.
    type Element: Access;
}

/// Access of an attribute that every item has, and that can be changed.
#[derive(Debug, Clone, Copy)]
pub enum Required {}

/// Access of an attribute that items may lack, and that can be changed.
#[derive(Debug, Clone, Copy)]
pub enum Optional {}

/// Access of an attribute declared `read_only`: fixed once the item exists. So are those that Dynaent keeps itself:
/// `created_at`, `updated_at`, `version`, and what is computed from others.
#[derive(Debug, Clone, Copy)]
pub enum ReadOnly {}

/// Access of an attribute that is part of the primary key: fixed, because the item is found by it.
#[derive(Debug, Clone, Copy)]
pub enum PrimaryKey {}

/// Access of an attribute that is a composite of a secondary index, or decides whether the item is in one, and otherwise
/// is `A`: it is changed by giving its value, so that the index's key can follow.
#[derive(Debug, Clone, Copy)]
pub struct Composite<A>(A);

impl Access for Required {
    type Field<F: Access> = F;
    type Element = Optional;
}

impl Access for Optional {
    type Field<F: Access> = F;
    type Element = Optional;
}

impl Access for ReadOnly {
    type Field<F: Access> = Self;
    type Element = Self;
}

impl Access for PrimaryKey {
    type Field<F: Access> = Self;
    type Element = Self;
}

impl<A: Access> Access for Composite<A> {
    type Field<F: Access> = Inside;
    type Element = Inside;
}

/// Access of what is inside an attribute on which an index depends: such an attribute is set as a whole.
#[derive(Debug, Clone, Copy)]
pub enum Inside {}

impl Access for Inside {
    type Field<F: Access> = Self;
    type Element = Self;
}

/// Access that allows an update to set the attribute.
#[diagnostic::on_unimplemented(
    message = "this attribute is `{Self}`: it cannot be changed after creation",
    label = "cannot be changed",
    note = "`ReadOnly` attributes are declared `#[attr(read_only)]`, or kept by Dynaent itself",
    note = "`PrimaryKey` attributes identify the item: create another item, and remove this one",
    note = "what is `Inside` an attribute on which an index depends is changed with it: set that attribute as a whole"
)]
pub trait Changeable {}

// What is marked, here and below, would only lengthen the list in rustc's messages.
#[diagnostic::do_not_recommend]
impl Changeable for Required {}
#[diagnostic::do_not_recommend]
impl Changeable for Optional {}
#[diagnostic::do_not_recommend]
impl<A: Changeable> Changeable for Composite<A> {}

/// Access that allows an update to remove the attribute.
#[diagnostic::on_unimplemented(
    message = "this attribute is `{Self}`: it cannot be removed",
    label = "cannot be removed",
    note = "an item without a `Required` attribute could not be read: make the field an `Option` to remove it",
    note = "`ReadOnly` and `PrimaryKey` attributes stay as they are",
    note = "what is `Inside` an attribute on which an index depends is changed with it: set that attribute as a whole"
)]
pub trait Removable {}

#[diagnostic::do_not_recommend]
impl Removable for Optional {}
#[diagnostic::do_not_recommend]
impl<A: Removable> Removable for Composite<A> {}

/// Access that allows DynamoDB to compute the attribute: to add to it, to append, to copy another one.
#[diagnostic::on_unimplemented(
    message = "this attribute is `{Self}`: DynamoDB cannot compute its new value",
    label = "cannot be computed",
    note = "an index depends on a `Composite` attribute, and cannot follow what only DynamoDB knows: give the value with \
            `set`",
    note = "`ReadOnly` and `PrimaryKey` attributes stay as they are",
    note = "what is `Inside` an attribute on which an index depends is changed with it: set that attribute as a whole"
)]
pub trait Computable {}

#[diagnostic::do_not_recommend]
impl Computable for Required {}
#[diagnostic::do_not_recommend]
impl Computable for Optional {}
