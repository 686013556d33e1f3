//! The filters of reads over one entity or several: each is asked of the items of its entity.

use crate::{
    error::{ConditionProblem, Error, Result},
    expression::{Conditions, Node, ownership},
    schema::{EntitySchema, IndexSchema, Projection},
};

/// What is asked of the items of each entity.
#[derive(Debug, Default)]
pub(super) struct Filters(Vec<Conditions>);

impl From<Conditions> for Filters {
    fn from(conditions: Conditions) -> Self {
        Self(vec![conditions])
    }
}

impl Filters {
    /// Asks this of the items of an entity, too.
    pub(super) fn add(&mut self, schema: &'static EntitySchema, node: Node) {
        let known = self.0.iter().position(|conditions| std::ptr::eq(conditions.schema(), schema));
        let known = known.unwrap_or_else(|| {
            self.0.push(Conditions::new(schema));
            self.0.len() - 1
        });
        self.0[known].add(node);
    }

    /// Refuses a filter on the key of the index, and one that the index cannot ask of one of several entities alone.
    pub(super) fn checked(self, members: &[(&'static EntitySchema, &'static IndexSchema)]) -> Result<Self> {
        for conditions in &self.0 {
            let member = members.iter().find(|(schema, _)| std::ptr::eq(*schema, conditions.schema()));
            if let (Some(node), Some((schema, index))) = (conditions.node(), member) {
                check_filter(node, schema, index)?;
                if members.len() > 1 && index.projection == Projection::KeysOnly {
                    let problem = ConditionProblem::NotIdentified { index: index.pattern };
                    return Err(Error::Condition { entity: schema.name, problem: Box::new(problem) });
                }
            }
        }
        Ok(self)
    }

    /// Refuses a filter of a scan on what the index does not hold.
    pub(super) fn held(self, index: &'static IndexSchema) -> Result<Self> {
        for conditions in &self.0 {
            if let Some(node) = conditions.node() {
                check_held(node, conditions.schema(), index)?;
            }
        }
        Ok(self)
    }

    /// The filter. That of the sole entity that is read is asked of all items, after `owned` has left out others; that of
    /// several leaves them as they are.
    pub(super) fn into_node(self, sole: bool, owned: Option<Node>) -> Option<Node> {
        let others = self.0.into_iter().filter_map(|conditions| {
            let schema = conditions.schema();
            let node = Node::Of(schema, Box::new(conditions.into_node()?));
            Some(if sole { node } else { Node::any([ownership(schema).negated(), node]) })
        });
        let nodes: Vec<_> = owned.into_iter().chain(others).collect();
        (!nodes.is_empty()).then(|| Node::all(nodes))
    }
}

/// Refuses a filter on the key that is queried, as DynamoDB does, and one on what the index does not hold, which would
/// never hold.
pub(super) fn check_filter(filter: &Node, schema: &'static EntitySchema, index: &'static IndexSchema) -> Result<()> {
    match filter.find_path(&|path| index.is_key(schema, path.root())) {
        Some(path) => {
            let problem = ConditionProblem::Key { attribute: path.describe(schema), index: index.pattern };
            Err(Error::Condition { entity: schema.name, problem: Box::new(problem) })
        }
        None => check_held(filter, schema, index),
    }
}

/// Refuses a filter on what the index does not hold, which would never hold.
pub(super) fn check_held(filter: &Node, schema: &'static EntitySchema, index: &'static IndexSchema) -> Result<()> {
    let Some(path) = filter.find_path(&|path| !index.holds(schema, path.root())) else { return Ok(()) };
    let problem = ConditionProblem::NotHeld { attribute: path.describe(schema), index: index.pattern };
    Err(Error::Condition { entity: schema.name, problem: Box::new(problem) })
}
