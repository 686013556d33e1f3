//! Which index serves a search best.

use aws_sdk_dynamodb::types::AttributeValue;

use crate::{
    expression::{Node, Path},
    schema::{EntitySchema, IndexKind, IndexSchema},
};

/// A value that an attribute, or what is inside one, is to have.
pub(super) struct Given {
    pub(super) path: Path,
    pub(super) value: AttributeValue,
}

/// The value that an attribute was given first.
pub(super) fn value_of(given: &[Given], attribute: usize) -> Option<&AttributeValue> {
    let is_it = |given: &&Given| given.path.attribute == Some(attribute) && given.path.is_whole_attribute();
    given.iter().find(is_it).map(|given| &given.value)
}

/// What an index is chosen by.
pub(super) struct Choice<'a> {
    pub(super) schema: &'static EntitySchema,
    pub(super) given: &'a [Given],
    pub(super) filter: Option<&'a Node>,
    /// Whether everything that is given must hold.
    pub(super) matching: bool,
    pub(super) may_scan: bool,
}

impl Choice<'_> {
    /// The index that serves best; `None` if none does.
    pub(super) fn index(&self) -> Option<usize> {
        let mut candidates: Vec<_> = self.schema.indexes.iter().enumerate().filter(|(_, it)| self.serves(it)).collect();
        // DynamoDB refuses a filter on the key. If there is no other index, that is the error.
        if self.may_scan || candidates.iter().any(|(_, index)| !self.filters_key_of(index)) {
            candidates.retain(|(_, index)| !self.filters_key_of(index));
        }
        let most =
            |indexes: &[(usize, &'static IndexSchema)]| indexes.iter().map(|(_, index)| self.leading(index)).max();
        let primary = candidates.first().filter(|(_, index)| index.kind == IndexKind::Primary).copied();
        if let Some((position, index)) = primary
            && (self.has_whole_key_of(index) || Some(self.leading(index)) == most(&candidates))
        {
            return Some(position);
        }
        let lasting = |(_, index): &(usize, &'static IndexSchema)| {
            index.kind != IndexKind::Primary && !self.may_lack_items(index)
        };
        let secondary: Vec<_> = candidates.into_iter().filter(lasting).collect();
        let last = |wanted: &dyn Fn(&'static IndexSchema) -> bool| {
            secondary.iter().rev().find(|(_, index)| wanted(index)).copied()
        };
        last(&|index| self.has_whole_key_of(index))
            .or_else(|| last(&|index| Some(self.leading(index)) == most(&secondary)))
            .or(primary)
            .map(|(position, _)| position)
    }

    /// Whether a query of the index finds what is asked for, and nothing that is asked is left out.
    fn serves(&self, index: &'static IndexSchema) -> bool {
        self.leading(index) >= index.pk.composites.len().max(1)
            && self.holds_what_is_filtered(index)
            && !self.leaves_out(index)
    }

    /// How many composites of the index are given, one after the other from the first.
    fn leading(&self, index: &IndexSchema) -> usize {
        index.composites().take_while(|composite| self.is_given(composite.attribute)).count()
    }

    fn has_whole_key_of(&self, index: &IndexSchema) -> bool {
        self.leading(index) == index.composites().count()
    }

    fn is_given(&self, attribute: usize) -> bool {
        value_of(self.given, attribute).is_some()
    }

    /// Whether items may be missing in the index.
    fn may_lack_items(&self, index: &IndexSchema) -> bool {
        let is_optional = |attribute: usize| !self.schema.attributes[attribute].required && !self.is_given(attribute);
        index.condition.is_some() || index.composites().any(|composite| is_optional(composite.attribute))
    }

    fn holds_what_is_filtered(&self, index: &'static IndexSchema) -> bool {
        let holds = |path: &Path| index.holds(self.schema, path.root());
        self.filter.is_none_or(|node| node.find_path(&|path| !holds(path)).is_none())
            && (!self.matching || self.given.iter().all(|given| holds(&given.path)))
    }

    /// Whether an attribute that is given is a part of the key, but does not follow on what is given of it, so that it can
    /// be neither queried nor filtered.
    fn leaves_out(&self, index: &'static IndexSchema) -> bool {
        let is_queried = |path: &Path| {
            index.composites().take(self.leading(index)).any(|composite| Some(composite.attribute) == path.attribute)
        };
        let is_left_out = |given: &Given| index.is_key(self.schema, given.path.root()) && !is_queried(&given.path);
        self.matching && self.given.iter().any(is_left_out)
    }

    /// Whether the filter asks something of the index's key.
    fn filters_key_of(&self, index: &'static IndexSchema) -> bool {
        self.filter.is_some_and(|node| node.find_path(&|path| index.is_key(self.schema, path.root())).is_some())
    }
}
