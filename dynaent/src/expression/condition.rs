//! Conditions: what must hold of an item for it to be written or returned.

use std::{
    marker::PhantomData,
    ops::{BitAnd, BitOr, Not},
};

use super::{operand::Term, place::Path};
use crate::schema::EntitySchema;

/// What must hold of an item: a condition of a write, or a filter of a read. Made of the handles of attributes, and of
/// other conditions.
///
/// ```
/// # use dynaent::Entity;
/// # #[derive(Debug, Entity)]
/// # #[entity(service = "shop", name = "Product", version = "1")]
/// # #[index(primary, pk = [id], sk = [])]
/// # struct Product { id: String, name: String, price: u32, stock: Option<u32> }
/// use dynaent::{Condition, all};
///
/// let p = Product::attributes();
/// let cheap = p.price.lt(100).and(p.stock.exists());
/// // The operators say the same: `&`, `|` and `!`.
/// let same = p.price.lt(100) & !p.stock.not_exists();
///
/// // A search form, of which any field may be empty.
/// fn search(text: Option<&str>, most: Option<u32>) -> Condition<Product> {
///     let p = Product::attributes();
///     all([text.map(|text| p.name.contains(text)), most.map(|most| p.price.lte(most))])
/// }
/// # let filters = [cheap, same, search(None, None), search(Some("lamp"), Some(90))];
/// # filters.map(|filter| assert!(Product::scan().filter(filter).request("shop").is_ok()));
/// ```
#[must_use = "a condition does nothing until an operation is given it"]
pub struct Condition<E> {
    pub(crate) node: Node,
    marker: PhantomData<fn() -> E>,
}

/// A condition as a tree. What is joined by the same word is in one list. It has no `Debug`, which would show hidden values.
#[doc(hidden)]
#[derive(Clone, PartialEq)]
pub enum Node {
    /// Holds always, or never.
    Constant(bool),
    Compare(Term, Comparator, Term),
    Between(Term, Term, Term),
    /// Never without values.
    In(Term, Vec<Term>),
    Function(Function, Path, Option<Term>),
    Not(Box<Node>),
    All(Vec<Node>),
    Any(Vec<Node>),
    /// A condition whose attributes are another entity's.
    Of(&'static EntitySchema, Box<Node>),
}

/// How two terms compare.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparator {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// The functions that are conditions.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Function {
    Exists,
    NotExists,
    Type,
    BeginsWith,
    Contains,
}

impl<E> Condition<E> {
    pub(crate) const fn new(node: Node) -> Self {
        Self { node, marker: PhantomData }
    }

    /// Both must hold.
    pub fn and(self, other: Self) -> Self {
        Self::new(Node::all([self.node, other.node]))
    }

    /// One of the two must hold.
    pub fn or(self, other: Self) -> Self {
        Self::new(Node::any([self.node, other.node]))
    }

    /// It must not hold.
    ///
    /// Of an attribute that is not there no comparison holds, so that the opposite of each does.
    #[allow(clippy::should_implement_trait)] // It is, too: this one needs no import.
    pub fn not(self) -> Self {
        Self::new(self.node.negated())
    }
}

/// All of the conditions must hold; those that are `None` do not count. Without any, everything does.
pub fn all<E>(conditions: impl IntoIterator<Item = impl Into<Option<Condition<E>>>>) -> Condition<E> {
    Condition::new(Node::all(conditions.into_iter().filter_map(|condition| Some(condition.into()?.node))))
}

/// One of the conditions must hold; those that are `None` do not count. Without any, nothing does.
pub fn any<E>(conditions: impl IntoIterator<Item = impl Into<Option<Condition<E>>>>) -> Condition<E> {
    Condition::new(Node::any(conditions.into_iter().filter_map(|condition| Some(condition.into()?.node))))
}

/// The conditions that a builder was given, which must all hold. Boxed, for most builders have none, and are moved at
/// every call.
#[doc(hidden)]
#[derive(Clone)]
pub struct Conditions {
    pub(super) node: Option<Box<Node>>,
    /// Tells which values nobody is to see.
    pub(super) schema: &'static EntitySchema,
}

impl Conditions {
    /// None so far.
    pub(crate) const fn new(schema: &'static EntitySchema) -> Self {
        Self { node: None, schema }
    }

    /// One more.
    pub(crate) fn add(&mut self, node: Node) {
        self.node = Some(Box::new(match self.node.take() {
            Some(known) => Node::all([*known, node]),
            None => node,
        }));
    }

    pub(crate) const fn schema(&self) -> &'static EntitySchema {
        self.schema
    }

    pub(crate) fn node(&self) -> Option<&Node> {
        self.node.as_deref()
    }

    pub(crate) fn into_node(mut self) -> Option<Node> {
        self.take()
    }

    pub(crate) fn take(&mut self) -> Option<Node> {
        self.node.take().map(|node| *node)
    }
}

impl Node {
    /// Whether a stored field is there.
    pub(crate) fn exists(field: &'static str, exists: bool) -> Self {
        Self::exists_at(Path::field(field), exists)
    }

    /// Whether something is there.
    pub(crate) const fn exists_at(path: Path, exists: bool) -> Self {
        Self::Function(if exists { Function::Exists } else { Function::NotExists }, path, None)
    }

    /// Something is this.
    pub(crate) const fn equal(path: Path, term: Term) -> Self {
        Self::Compare(Term::Path(path), Comparator::Equal, term)
    }

    /// Something is less than this.
    pub(crate) const fn less(path: Path, term: Term) -> Self {
        Self::Compare(Term::Path(path), Comparator::Less, term)
    }

    /// All must hold.
    pub(crate) fn all(nodes: impl IntoIterator<Item = Self>) -> Self {
        Self::joined(nodes, true)
    }

    /// One must hold.
    pub(crate) fn any(nodes: impl IntoIterator<Item = Self>) -> Self {
        Self::joined(nodes, false)
    }

    /// Joins the nodes. A constant of `neutral` changes nothing, and the other one decides.
    fn joined(nodes: impl IntoIterator<Item = Self>, neutral: bool) -> Self {
        let mut joined = Vec::new();
        for node in nodes {
            match node {
                Self::Constant(constant) if constant == neutral => {}
                Self::Constant(_) => return Self::Constant(!neutral),
                Self::All(inner) if neutral => joined.extend(inner),
                Self::Any(inner) if !neutral => joined.extend(inner),
                node => joined.push(node),
            }
        }
        match joined.len() {
            0 => Self::Constant(neutral),
            1 => joined.remove(0),
            _ if neutral => Self::All(joined),
            _ => Self::Any(joined),
        }
    }

    /// A path in it that is such a one.
    pub(crate) fn find_path<'a>(&'a self, is: &dyn Fn(&Path) -> bool) -> Option<&'a Path> {
        let of = |term: &'a Term| match term {
            Term::Path(path) | Term::Size(path) => Some(path).filter(|path| is(path)),
            Term::Value(_) => None,
        };
        match self {
            Self::Constant(_) => None,
            Self::Compare(left, _, right) => [left, right].into_iter().find_map(of),
            Self::Between(term, lower, upper) => [term, lower, upper].into_iter().find_map(of),
            Self::In(term, values) => std::iter::once(term).chain(values).find_map(of),
            Self::Function(_, path, argument) => {
                Some(path).filter(|path| is(path)).or_else(|| argument.iter().find_map(of))
            }
            Self::Not(inner) | Self::Of(_, inner) => inner.find_path(is),
            Self::All(nodes) | Self::Any(nodes) => nodes.iter().find_map(|node| node.find_path(is)),
        }
    }

    pub(crate) fn negated(self) -> Self {
        match self {
            Self::Constant(constant) => Self::Constant(!constant),
            Self::Not(inner) => *inner,
            node => Self::Not(Box::new(node)),
        }
    }
}

impl<E> BitAnd for Condition<E> {
    type Output = Self;

    fn bitand(self, other: Self) -> Self {
        self.and(other)
    }
}

impl<E> BitOr for Condition<E> {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.or(other)
    }
}

impl<E> Not for Condition<E> {
    type Output = Self;

    fn not(self) -> Self {
        Condition::not(self)
    }
}

impl<E> Clone for Condition<E> {
    fn clone(&self) -> Self {
        Self::new(self.node.clone())
    }
}

impl<E> PartialEq for Condition<E> {
    fn eq(&self, other: &Self) -> bool {
        self.node == other.node
    }
}
