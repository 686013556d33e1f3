//! What may be done with an attribute once its item exists.

/// What may be done with an attribute: one of the types below.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{Access, Attr, Entity, Place};
///
/// // Any handle, whatever may be done with the attribute.
/// fn name<E: Entity, T, A: Access, P: Place>(attribute: Attr<E, T, A, P>) -> String {
///     format!("{attribute:?}")
/// }
/// assert_eq!(name(Comment::attributes().text), "Comment.text");
/// ```
pub trait Access: Sized + 'static {
    /// The access of a field inside, of which its own document says `F`.
    type Field<F: Access>: Access;
    /// The access of an element of a list, or an entry of a map, inside.
    type Element: Access;
}

/// Access of an attribute that every item has, and that can be changed.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{Attr, Required, Top};
///
/// let text: Attr<Comment, String, Required, Top<2>> = Comment::attributes().text;
/// let edit = Comment::patch().comment_id("c1").set(text, "Edited.");
/// ```
#[derive(Debug, Clone, Copy)]
pub enum Required {}

/// Access of an attribute that items may lack, and that can be changed.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{Attr, Optional, Top};
///
/// let note: Attr<Comment, String, Optional, Top<5>> = Comment::attributes().note;
/// let edit = Comment::patch().comment_id("c1").remove(note);
/// ```
#[derive(Debug, Clone, Copy)]
pub enum Optional {}

/// Access of an attribute declared `read_only`: fixed once the item exists. So are those that Dynaent keeps itself:
/// `created_at`, `updated_at`, `version`, and what is computed from others.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{Attr, ReadOnly, Top};
///
/// // It can be asked for, but not set.
/// let version: Attr<Article, u64, ReadOnly, Top<7>> = Article::attributes().version;
/// let first = Article::scan().filter(version.eq(1));
/// ```
#[derive(Debug, Clone, Copy)]
pub enum ReadOnly {}

/// Access of an attribute that is part of the primary key: fixed, because the item is found by it.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{Attr, PrimaryKey, Top};
///
/// let id: Attr<Comment, String, PrimaryKey, Top<0>> = Comment::attributes().comment_id;
/// let some = Comment::scan().filter(id.gt("c1"));
/// ```
#[derive(Debug, Clone, Copy)]
pub enum PrimaryKey {}

/// Access of an attribute that is a composite of a secondary index, or decides whether the item is in one, and otherwise
/// is `A`: it is changed by giving its value, so that the index's key can follow.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{Attr, Composite, Required, Top};
///
/// let author: Attr<Article, String, Composite<Required>, Top<1>> = Article::attributes().author;
/// // The key of `by_author` follows; the rest of that key must be known.
/// let edit = Article::patch().article_id("a1").set(author, "bob").known(Article::attributes().year, 2026);
/// ```
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
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{Attr, Composite, Inside, Path, Required};
///
/// // An entry of a map on which an index depends: it can be asked for, and is changed with the whole map.
/// fn has_entry<T>(entry: Attr<Article, T, Inside, Path>) -> dynaent::Condition<Article> {
///     entry.exists()
/// }
/// ```
#[derive(Debug, Clone, Copy)]
pub enum Inside {}

impl Access for Inside {
    type Field<F: Access> = Self;
    type Element = Self;
}

/// Access that allows an update to set the attribute.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{Attr, Changeable, IfExists, Place, Update};
///
/// // Blanks any text that may be changed.
/// fn blank<X: Changeable, P: Place>(text: Attr<Comment, String, X, P>) -> Update<Comment, IfExists> {
///     Comment::patch().comment_id("c1").set(text, "")
/// }
/// let edit = blank(Comment::attributes().text);
/// ```
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
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{Attr, IfExists, Place, Removable, Update};
///
/// fn forget<T, X: Removable, P: Place>(attribute: Attr<Comment, T, X, P>) -> Update<Comment, IfExists> {
///     Comment::patch().comment_id("c1").remove(attribute)
/// }
/// let edit = forget(Comment::attributes().note);
/// ```
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
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{Attr, Computable, IfExists, Place, Update};
///
/// fn count<X: Computable, P: Place>(number: Attr<Comment, u32, X, P>) -> Update<Comment, IfExists> {
///     Comment::patch().comment_id("c1").add(number, 1)
/// }
/// let edit = count(Comment::attributes().likes);
/// ```
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
