//! From the tree of a condition to its text, with parentheses where the meaning needs them and nowhere else: DynamoDB
//! refuses those that it does not.

use std::{cmp::Ordering, fmt};

use aws_sdk_dynamodb::types::AttributeValue;

use super::{
    condition::{Comparator, Condition, Conditions, Function, Node},
    names::Placeholders,
    operand::Term,
    place::Path,
};
use crate::{
    entity::Entity,
    error::{ConditionProblem, Error},
    key::{self, Extent},
    schema::EntitySchema,
    value::{ValueError, compare_stored, show},
};

/// DynamoDB's limits on an expression.
const MAX_OPERATORS: usize = 300;
const MAX_LENGTH: usize = 4096;
const MAX_DEPTH: usize = 32;

/// The text of a condition; `None` if it always holds.
///
/// # Errors
/// If DynamoDB would refuse it.
pub(crate) fn condition(
    node: Node,
    schema: &'static EntitySchema,
    placeholders: &mut Placeholders,
) -> Result<Option<String>, Error> {
    let refuse = |schema: &EntitySchema, problem| Error::Condition { entity: schema.name, problem: Box::new(problem) };
    let node = match node {
        Node::Constant(true) => return Ok(None),
        Node::Constant(false) => never(),
        node => node,
    };
    let mut renderer = Renderer { schema, text: String::new(), operators: 0, output: placeholders };
    renderer.node(node, Binding::Or, 0).map_err(|problem| refuse(renderer.schema, problem))?;
    let Renderer { text, operators, .. } = renderer;
    if operators > MAX_OPERATORS {
        return Err(refuse(schema, ConditionProblem::TooManyOperators { count: operators, limit: MAX_OPERATORS }));
    }
    check_length(schema, &text)?;
    Ok(Some(text))
}

/// Checks the length of an expression.
pub(crate) fn check_length(schema: &EntitySchema, text: &str) -> Result<(), Error> {
    if text.len() <= MAX_LENGTH {
        return Ok(());
    }
    let problem = ConditionProblem::TooLong { size: text.len(), limit: MAX_LENGTH };
    Err(Error::Condition { entity: schema.name, problem: Box::new(problem) })
}

/// A condition that never holds: the name of the entity is text.
fn never() -> Node {
    let null = Term::Value(Ok(AttributeValue::S("NULL".to_owned())));
    Node::Function(Function::Type, Path::field(crate::schema::ENTITY_FIELD), Some(null))
}

impl<E: Entity> fmt::Debug for Condition<E> {
    /// As it is written, with the values in place; those of `hidden` attributes are left out.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&describe(&self.node, E::SCHEMA))
    }
}

impl fmt::Debug for Conditions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.node.as_ref().map_or_else(|| "none".to_owned(), |node| describe(node, self.schema)))
    }
}

/// A condition as people read it, with the values in place but those of hidden attributes.
fn describe(node: &Node, schema: &'static EntitySchema) -> String {
    match node {
        Node::Constant(true) => return "always".to_owned(),
        Node::Constant(false) => return "never".to_owned(),
        _ => {}
    }
    let mut renderer = Renderer { schema, text: String::new(), operators: 0, output: &mut Shown };
    match renderer.node(node.clone(), Binding::Or, 0) {
        Ok(()) => renderer.text,
        Err(problem) => format!("{} … ({problem})", renderer.text),
    }
}

/// What becomes of names and values.
trait Output {
    fn path(&mut self, text: &mut String, path: &Path, schema: &'static EntitySchema);
    fn value(&mut self, text: &mut String, value: AttributeValue, hidden: bool);
}

impl Output for Placeholders {
    fn path(&mut self, text: &mut String, path: &Path, _: &'static EntitySchema) {
        Placeholders::path(self, text, path);
    }

    fn value(&mut self, text: &mut String, value: AttributeValue, _: bool) {
        Placeholders::value(self, text, value);
    }
}

/// For people.
struct Shown;

impl Output for Shown {
    fn path(&mut self, text: &mut String, path: &Path, schema: &'static EntitySchema) {
        text.push_str(&path.describe(schema));
    }

    fn value(&mut self, text: &mut String, value: AttributeValue, hidden: bool) {
        text.push_str(&if hidden { "<hidden>".to_owned() } else { show(&value) });
    }
}

/// How tightly the words bind, from the loosest on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Binding {
    Or,
    And,
    Not,
}

struct Renderer<'a, O> {
    schema: &'static EntitySchema,
    text: String,
    operators: usize,
    output: &'a mut O,
}

impl<O: Output> Renderer<'_, O> {
    /// Writes a condition where words bind as tightly as `around`.
    fn node(&mut self, node: Node, around: Binding, depth: usize) -> Result<(), ConditionProblem> {
        if depth > MAX_DEPTH {
            return Err(ConditionProblem::TooDeep { limit: MAX_DEPTH });
        }
        match node {
            // `Node::all` and its like leave none inside others.
            Node::Constant(constant) => self.node(if constant { never().negated() } else { never() }, around, depth),
            Node::Compare(left, comparator, right) => {
                self.operators += 1;
                check_operands(&left, &right, self.schema)?;
                let subject = Subject::of(&left).or(Subject::of(&right));
                self.term(left, subject.as_ref(), Extent::Whole)?;
                self.text.push_str(comparator.text());
                self.term(right, subject.as_ref(), Extent::Whole)
            }
            Node::Between(term, lower, upper) => {
                self.operators += 1;
                check_operands(&term, &lower, self.schema)?;
                check_operands(&term, &upper, self.schema)?;
                let subject = Subject::of(&term);
                if let (Term::Value(Ok(low)), Term::Value(Ok(high))) = (&lower, &upper) {
                    // A key's casing may turn them round.
                    let [low, high] =
                        [low, high].map(|value| self.stored(value.clone(), subject.as_ref(), Extent::Whole));
                    if compare_stored(&low, &high) == Some(Ordering::Greater) {
                        return Err(ConditionProblem::EmptyRange { attribute: self.name(subject.as_ref()) });
                    }
                }
                self.term(term, subject.as_ref(), Extent::Whole)?;
                self.text.push_str(" BETWEEN ");
                self.term(lower, subject.as_ref(), Extent::Whole)?;
                self.text.push_str(" AND ");
                self.term(upper, subject.as_ref(), Extent::Whole)
            }
            Node::In(term, values) => {
                self.operators += 1;
                let subject = Subject::of(&term);
                for value in &values {
                    check_operands(&term, value, self.schema)?;
                }
                self.term(term, subject.as_ref(), Extent::Whole)?;
                self.text.push_str(" IN (");
                for (number, value) in values.into_iter().enumerate() {
                    self.text.push_str(if number == 0 { "" } else { ", " });
                    self.term(value, subject.as_ref(), Extent::Whole)?;
                }
                self.text.push(')');
                Ok(())
            }
            Node::Function(function, path, argument) => {
                self.operators += 1;
                self.text.push_str(function.text());
                self.path(&path)?;
                if let Some(argument) = argument {
                    self.text.push_str(", ");
                    if function != Function::Type {
                        check_operands(&Term::Path(path.clone()), &argument, self.schema)?;
                    }
                    if function == Function::Contains && !path.form.is_empty() {
                        return Err(in_module(&path, self.schema));
                    }
                    let extent = if function == Function::BeginsWith { Extent::Beginning } else { Extent::Part };
                    let subject = Subject { path, is_size: false };
                    self.term(argument, Some(&subject).filter(|_| function != Function::Type), extent)?;
                }
                self.text.push(')');
                Ok(())
            }
            Node::Not(inner) => {
                self.operators += 1;
                self.text.push_str("NOT ");
                self.node(*inner, Binding::Not, depth + 1)
            }
            Node::All(nodes) => self.joined(nodes, " AND ", Binding::And, around, depth),
            Node::Any(nodes) => self.joined(nodes, " OR ", Binding::Or, around, depth),
            Node::Of(schema, inner) => {
                let outer = std::mem::replace(&mut self.schema, schema);
                // An error is one of that entity, whose schema stays.
                self.node(*inner, around, depth)?;
                self.schema = outer;
                Ok(())
            }
        }
    }

    fn joined(
        &mut self,
        nodes: Vec<Node>,
        word: &str,
        binding: Binding,
        around: Binding,
        depth: usize,
    ) -> Result<(), ConditionProblem> {
        let parentheses = around > binding;
        self.operators += nodes.len().saturating_sub(1);
        self.text.push_str(if parentheses { "(" } else { "" });
        for (number, node) in nodes.into_iter().enumerate() {
            self.text.push_str(if number == 0 { "" } else { word });
            self.node(node, binding, depth + 1)?;
        }
        self.text.push_str(if parentheses { ")" } else { "" });
        Ok(())
    }

    fn term(&mut self, term: Term, subject: Option<&Subject>, extent: Extent) -> Result<(), ConditionProblem> {
        match term {
            Term::Path(path) => self.path(&path),
            Term::Size(path) => {
                self.operators += 1;
                self.text.push_str("size(");
                self.path(&path)?;
                self.text.push(')');
                Ok(())
            }
            Term::Value(Ok(value)) => {
                let value = self.stored(value, subject, extent);
                self.output.value(&mut self.text, value, subject.is_some_and(|subject| subject.path.hidden));
                Ok(())
            }
            Term::Value(Err(error)) => {
                let error = match subject {
                    Some(subject) => subject.path.shown(error),
                    None => error,
                };
                Err(ConditionProblem::Value { attribute: self.name(subject), error })
            }
        }
    }

    /// A value as the subject stores it.
    fn stored(&self, value: AttributeValue, subject: Option<&Subject>, extent: Extent) -> AttributeValue {
        match subject.and_then(Subject::key) {
            Some(attribute) => key::stored_as_key(self.schema, attribute, value, extent),
            None => value,
        }
    }

    fn path(&mut self, path: &Path) -> Result<(), ConditionProblem> {
        if path.segments().len() > MAX_DEPTH {
            return Err(ConditionProblem::TooDeep { limit: MAX_DEPTH });
        }
        self.output.path(&mut self.text, path, self.schema);
        Ok(())
    }

    fn name(&self, subject: Option<&Subject>) -> String {
        subject.map_or_else(String::new, |subject| subject.path.describe(self.schema))
    }
}

/// The attribute that values are compared with, or with its size.
struct Subject {
    path: Path,
    is_size: bool,
}

impl Subject {
    fn of(term: &Term) -> Option<Self> {
        match term {
            Term::Path(path) => Some(Self { path: path.clone(), is_size: false }),
            Term::Size(path) => Some(Self { path: path.clone(), is_size: true }),
            Term::Value(_) => None,
        }
    }

    /// The attribute of the entity, if it is it as a whole.
    fn key(&self) -> Option<usize> {
        self.path.attribute.filter(|_| !self.is_size && self.path.is_whole_attribute())
    }
}

/// DynamoDB refuses to compare something with itself.
fn check_operands(left: &Term, right: &Term, schema: &EntitySchema) -> Result<(), ConditionProblem> {
    match (left, right) {
        (Term::Path(one), Term::Path(other)) | (Term::Size(one), Term::Size(other)) if one == other => {
            Err(ConditionProblem::SameOperand { attribute: one.describe(schema) })
        }
        (Term::Path(one), Term::Path(other)) if !one.means_the_same(other, schema) => {
            let problem = format!("it is stored in another form than `{}`, and never the same", other.describe(schema));
            Err(ConditionProblem::Value { attribute: one.describe(schema), error: ValueError::other(problem) })
        }
        (Term::Path(path) | Term::Size(path), _) | (_, Term::Path(path) | Term::Size(path)) if path.is_in_module() => {
            Err(in_module(path, schema))
        }
        _ => Ok(()),
    }
}

/// What a module stores is known to it alone.
fn in_module(path: &Path, schema: &EntitySchema) -> ConditionProblem {
    let error = ValueError::other("it is stored by a module of its own (`with`), which alone knows what is in it");
    ConditionProblem::Value { attribute: path.describe(schema), error }
}

impl Comparator {
    const fn text(self) -> &'static str {
        match self {
            Self::Equal => " = ",
            Self::NotEqual => " <> ",
            Self::Less => " < ",
            Self::LessOrEqual => " <= ",
            Self::Greater => " > ",
            Self::GreaterOrEqual => " >= ",
        }
    }
}

impl Function {
    const fn text(self) -> &'static str {
        match self {
            Self::Exists => "attribute_exists(",
            Self::NotExists => "attribute_not_exists(",
            Self::Type => "attribute_type(",
            Self::BeginsWith => "begins_with(",
            Self::Contains => "contains(",
        }
    }
}
