//! The operators: from handles to conditions.

use std::marker::PhantomData;

use aws_sdk_dynamodb::types::AttributeValue;

use super::{
    attribute::Attr,
    condition::{Comparator, Condition, Function, Node},
    operand::{Encode, Operand, Operands, Size, Term},
    place::Place,
};
use crate::{
    entity::Entity,
    value::{Contains, Measured, Ordered, StoredType, Textual, ValueError},
};

/// Of an attribute that is not there, no comparison holds but [`ne`](Self::ne).
impl<E: Entity, T, A, P: Place> Attr<E, T, A, P> {
    /// It is this value.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let c = Comment::attributes();
    /// assert_eq!(Comment::scan().filter(c.text.eq("First!")).count(&table).await?, 1);
    /// # Ok(()) });
    /// ```
    pub fn eq(&self, value: impl Operand<E, T>) -> Condition<E> {
        self.compare(Comparator::Equal, value)
    }

    /// It is another value than this, or not there.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let c = Comment::attributes();
    /// assert_eq!(Comment::scan().filter(c.note.ne("old".to_owned())).count(&table).await?, 2);
    /// # Ok(()) });
    /// ```
    pub fn ne(&self, value: impl Operand<E, T>) -> Condition<E> {
        self.compare(Comparator::NotEqual, value)
    }

    /// It is less than this value.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let c = Comment::attributes();
    /// assert_eq!(Comment::scan().filter(c.likes.lt(3)).count(&table).await?, 1);
    /// # Ok(()) });
    /// ```
    pub fn lt(&self, value: impl Operand<E, T>) -> Condition<E>
    where
        T: Ordered,
    {
        self.compare(Comparator::Less, value)
    }

    /// It is less than this value, or the same.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let c = Comment::attributes();
    /// assert_eq!(Comment::scan().filter(c.likes.lte(3)).count(&table).await?, 2);
    /// # Ok(()) });
    /// ```
    pub fn lte(&self, value: impl Operand<E, T>) -> Condition<E>
    where
        T: Ordered,
    {
        self.compare(Comparator::LessOrEqual, value)
    }

    /// It is greater than this value.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let c = Comment::attributes();
    /// assert_eq!(Comment::scan().filter(c.likes.gt(3)).count(&table).await?, 0);
    /// # Ok(()) });
    /// ```
    pub fn gt(&self, value: impl Operand<E, T>) -> Condition<E>
    where
        T: Ordered,
    {
        self.compare(Comparator::Greater, value)
    }

    /// It is greater than this value, or the same.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let c = Comment::attributes();
    /// assert_eq!(Comment::scan().filter(c.likes.gte(3)).count(&table).await?, 1);
    /// # Ok(()) });
    /// ```
    pub fn gte(&self, value: impl Operand<E, T>) -> Condition<E>
    where
        T: Ordered,
    {
        self.compare(Comparator::GreaterOrEqual, value)
    }

    /// It lies between two values, both included. A lower one above the upper one is an error when the request is built.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let c = Comment::attributes();
    /// assert_eq!(Comment::scan().filter(c.likes.between(1, 5)).count(&table).await?, 1);
    /// # Ok(()) });
    /// ```
    pub fn between(&self, lower: impl Operand<E, T>, upper: impl Operand<E, T>) -> Condition<E>
    where
        T: Ordered,
    {
        let encode = self.encoder();
        Condition::new(Node::Between(self.term(), lower.term(encode), upper.term(encode)))
    }

    /// It is one of the values. More of them than DynamoDB takes in one list are put into several; without any, it is
    /// none of them.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let c = Comment::attributes();
    /// assert_eq!(Comment::scan().filter(c.likes.is_in([0, 1, 2])).count(&table).await?, 1);
    /// # Ok(()) });
    /// ```
    pub fn is_in(&self, values: impl Operands<E, T>) -> Condition<E> {
        is_in(self.term(), values.terms(self.encoder()))
    }

    /// It is there.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let c = Comment::attributes();
    /// assert_eq!(Comment::scan().filter(c.note.exists()).count(&table).await?, 0);
    /// # Ok(()) });
    /// ```
    pub fn exists(&self) -> Condition<E> {
        self.function(Function::Exists, None)
    }

    /// It is not there.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let c = Comment::attributes();
    /// Comment::patch().comment_id("c1").set(c.note, "Mine.").condition(c.note.not_exists()).send(&table).await?;
    /// # Ok(()) });
    /// ```
    pub fn not_exists(&self) -> Condition<E> {
        self.function(Function::NotExists, None)
    }

    /// It is this value, or not there.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let c = Comment::attributes();
    /// let open = c.note.eq_or_not_exists("open".to_owned());
    /// assert_eq!(Comment::scan().filter(open).count(&table).await?, 2);
    /// # Ok(()) });
    /// ```
    pub fn eq_or_not_exists(&self, value: impl Operand<E, T>) -> Condition<E> {
        self.eq(value).or(self.not_exists())
    }

    /// What is stored is of this type.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// use dynaent::{StoredType, raw};
    ///
    /// // What an older program may have stored otherwise.
    /// let texts = Comment::scan().filter(raw("likes").is_type(StoredType::Text)).all(&table).await?;
    /// assert!(texts.is_empty());
    /// # Ok(()) });
    /// ```
    pub fn is_type(&self, stored: StoredType) -> Condition<E> {
        self.function(Function::Type, Some(Term::Value(Ok(AttributeValue::S(stored.name().to_owned())))))
    }

    /// Its text begins so.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let c = Comment::attributes();
    /// assert_eq!(Comment::scan().filter(c.text.begins_with("Why")).count(&table).await?, 1);
    /// # Ok(()) });
    /// ```
    pub fn begins_with(&self, text: impl AsRef<str>) -> Condition<E>
    where
        T: Textual,
    {
        self.function(Function::BeginsWith, Some(Term::Value(Ok(AttributeValue::S(text.as_ref().to_owned())))))
    }

    /// It holds the value: a list or a set as a member, text as a part.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let c = Comment::attributes();
    /// let filter = c.text.contains("irs") & c.tags.contains("short");
    /// assert_eq!(Comment::scan().filter(filter).count(&table).await?, 1);
    /// # Ok(()) });
    /// ```
    pub fn contains(&self, member: impl Operand<E, T::Member>) -> Condition<E>
    where
        T: Contains,
    {
        self.function(Function::Contains, Some(member.term(T::member)))
    }

    /// It does not hold the value, or is not there.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let c = Comment::attributes();
    /// assert_eq!(Comment::scan().filter(c.tags.not_contains("short")).count(&table).await?, 1);
    /// # Ok(()) });
    /// ```
    pub fn not_contains(&self, member: impl Operand<E, T::Member>) -> Condition<E>
    where
        T: Contains,
    {
        self.contains(member).not()
    }

    /// Its size: the length of text in UTF-16 code units, that of binary in bytes, and how many members a list, a set or a map
    /// has.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let c = Comment::attributes();
    /// assert_eq!(Comment::scan().filter(c.text.size().gt(6)).count(&table).await?, 1);
    /// # Ok(()) });
    /// ```
    pub fn size(&self) -> Size<E>
    where
        T: Measured,
    {
        Size { path: self.path(), marker: PhantomData }
    }

    fn term(&self) -> Term {
        Term::Path(self.path())
    }

    fn compare(&self, comparator: Comparator, value: impl Operand<E, T>) -> Condition<E> {
        Condition::new(Node::Compare(self.term(), comparator, value.term(self.encoder())))
    }

    fn function(&self, function: Function, argument: Option<Term>) -> Condition<E> {
        Condition::new(Node::Function(function, self.path(), argument))
    }
}

/// Of an attribute that is not there, or has no size, no comparison holds.
impl<E: Entity> Size<E> {
    /// It is this number.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let c = Comment::attributes();
    /// assert_eq!(Comment::scan().filter(c.tags.size().eq(1)).count(&table).await?, 1);
    /// # Ok(()) });
    /// ```
    pub fn eq(&self, value: impl Operand<E, u64>) -> Condition<E> {
        self.compare(Comparator::Equal, value)
    }

    /// It is another number.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let c = Comment::attributes();
    /// assert_eq!(Comment::scan().filter(c.text.size().ne(6)).count(&table).await?, 1);
    /// # Ok(()) });
    /// ```
    pub fn ne(&self, value: impl Operand<E, u64>) -> Condition<E> {
        self.compare(Comparator::NotEqual, value)
    }

    /// It is less than this number.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let c = Comment::attributes();
    /// assert_eq!(Comment::scan().filter(c.text.size().lt(6)).count(&table).await?, 0);
    /// # Ok(()) });
    /// ```
    pub fn lt(&self, value: impl Operand<E, u64>) -> Condition<E> {
        self.compare(Comparator::Less, value)
    }

    /// It is at most this number.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let c = Comment::attributes();
    /// assert_eq!(Comment::scan().filter(c.text.size().lte(6)).count(&table).await?, 1);
    /// # Ok(()) });
    /// ```
    pub fn lte(&self, value: impl Operand<E, u64>) -> Condition<E> {
        self.compare(Comparator::LessOrEqual, value)
    }

    /// It is greater than this number.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let c = Comment::attributes();
    /// assert_eq!(Comment::scan().filter(c.text.size().gt(7)).count(&table).await?, 1);
    /// # Ok(()) });
    /// ```
    pub fn gt(&self, value: impl Operand<E, u64>) -> Condition<E> {
        self.compare(Comparator::Greater, value)
    }

    /// It is at least this number.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let c = Comment::attributes();
    /// assert_eq!(Comment::scan().filter(c.text.size().gte(6)).count(&table).await?, 2);
    /// # Ok(()) });
    /// ```
    pub fn gte(&self, value: impl Operand<E, u64>) -> Condition<E> {
        self.compare(Comparator::GreaterOrEqual, value)
    }

    /// It lies between two numbers, both included.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let c = Comment::attributes();
    /// assert_eq!(Comment::scan().filter(c.text.size().between(1, 6)).count(&table).await?, 1);
    /// # Ok(()) });
    /// ```
    pub fn between(&self, lower: impl Operand<E, u64>, upper: impl Operand<E, u64>) -> Condition<E> {
        let size = Term::Size(self.path.clone());
        Condition::new(Node::Between(size, lower.term(number()), upper.term(number())))
    }

    /// It is one of the numbers.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// let c = Comment::attributes();
    /// assert_eq!(Comment::scan().filter(c.text.size().is_in([6, 7])).count(&table).await?, 1);
    /// # Ok(()) });
    /// ```
    pub fn is_in(&self, values: impl Operands<E, u64>) -> Condition<E> {
        is_in(Term::Size(self.path.clone()), values.terms(number()))
    }

    fn compare(&self, comparator: Comparator, value: impl Operand<E, u64>) -> Condition<E> {
        Condition::new(Node::Compare(Term::Size(self.path.clone()), comparator, value.term(number())))
    }
}

fn number() -> Encode<u64> {
    |number| -> Result<AttributeValue, ValueError> { Ok(AttributeValue::N(number.to_string())) }
}

/// The most values that one list of DynamoDB's `IN` takes. It documents 100 operands, and some engines count the left
/// one too.
pub(super) const MOST_IN: usize = 99;

fn is_in<E>(term: Term, values: impl Iterator<Item = Term>) -> Condition<E> {
    let values: Vec<Term> = values.collect();
    let lists = values.chunks(MOST_IN).map(|values| Node::In(term.clone(), values.to_vec()));
    Condition::new(Node::any(lists))
}
