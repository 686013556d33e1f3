//! The difference between two items, as the fewest changes.

use aws_sdk_dynamodb::types::AttributeValue;

use crate::{
    expression::{Action, Path, Segment},
    value::Item,
};

/// Of each key of two maps, in order: what it is in the first and in the second.
fn pairs(
    before: &Item,
    mut after: Item,
) -> impl Iterator<Item = (String, Option<&AttributeValue>, Option<AttributeValue>)> {
    let mut keys: Vec<String> = before.keys().chain(after.keys()).cloned().collect();
    keys.sort_unstable();
    keys.dedup();
    keys.into_iter().map(move |key| {
        let (before, after) = (before.get(&key), after.remove(&key));
        (key, before, after)
    })
}

/// The difference between what flattened documents hold before and after.
pub(super) fn difference_of_rest(before: &Item, after: Item, found: &mut Vec<(Path, Action, Option<AttributeValue>)>) {
    for (field, before, after) in pairs(before, after) {
        difference(&Path::field(field), before, after, found);
    }
}

/// The difference between what is stored before and after, as the fewest changes: inside maps by their entries, of sets
/// by their members. Gives each change with what it replaces.
pub(super) fn difference(
    path: &Path,
    before: Option<&AttributeValue>,
    after: Option<AttributeValue>,
    found: &mut Vec<(Path, Action, Option<AttributeValue>)>,
) {
    use AttributeValue::{Bs, M, Ns, Ss};
    let action = match (before, after) {
        (None, None) => return,
        (Some(before), Some(after)) if *before == after => return,
        (Some(M(before)), Some(M(after))) if !path.of_module => {
            for (key, before, after) in pairs(before, after) {
                let mut inner = path.clone();
                inner.push(Segment::Name(key.into()));
                difference(&inner, before, after, found);
            }
            return;
        }
        (Some(Ss(before)), Some(Ss(after))) => match members(before, after) {
            Some(action) => action.map(Ss),
            None => return,
        },
        (Some(Ns(before)), Some(Ns(after))) => match members(before, after) {
            Some(action) => action.map(Ns),
            None => return,
        },
        (Some(Bs(before)), Some(Bs(after))) => match members(before, after) {
            Some(action) => action.map(Bs),
            None => return,
        },
        (_, Some(after)) => Difference::Whole(after),
        (Some(_), None) => return found.push((path.clone(), Action::Remove, before.cloned())),
    };
    let action = match action {
        Difference::More(members) => Action::Add(members),
        Difference::Fewer(members) => Action::Delete(members),
        Difference::Whole(value) => Action::Set(value),
    };
    found.push((path.clone(), action, before.cloned()));
}

enum Difference<T> {
    More(T),
    Fewer(T),
    Whole(T),
}

impl<T> Difference<T> {
    fn map<U>(self, wrap: impl FnOnce(T) -> U) -> Difference<U> {
        match self {
            Self::More(members) => Difference::More(wrap(members)),
            Self::Fewer(members) => Difference::Fewer(wrap(members)),
            Self::Whole(members) => Difference::Whole(wrap(members)),
        }
    }
}

/// How the members of a set differ; nothing if only their order does.
fn members<T: PartialEq + Clone>(before: &[T], after: Vec<T>) -> Option<Difference<Vec<T>>> {
    let more: Vec<T> = after.iter().filter(|member| !before.contains(member)).cloned().collect();
    let fewer: Vec<T> = before.iter().filter(|member| !after.contains(member)).cloned().collect();
    match (more.is_empty(), fewer.is_empty()) {
        (true, true) => None,
        (false, true) => Some(Difference::More(more)),
        (true, false) => Some(Difference::Fewer(fewer)),
        (false, false) => Some(Difference::Whole(after)),
    }
}
