//! What became of the calls: counted, so that none is left out silently.

use std::{collections::BTreeMap, fmt};

/// What our types refuse to compile, and ElectroDB takes or throws an error for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Forbidden {
    /// A required attribute is not given.
    MissingAttribute,
    /// A composite of the key is not given.
    IncompleteKey,
    /// A value is of another type than the attribute.
    WrongType,
    /// The attribute is read-only or part of the primary key.
    FixedAttribute,
    /// There is no such attribute.
    UnknownAttribute,
    /// A range of, or the beginning of, numbers that sort as text.
    RangeOfNumbers,
    /// One operator over several composites.
    RangeOfSeveral,
    /// Bounds that reach differently far.
    UnequalBounds,
}

impl Forbidden {
    /// What ElectroDB says at run time: the error's code and words. Nothing if it takes the call.
    pub const fn thrown(self) -> Option<(u32, &'static str)> {
        match self {
            Self::MissingAttribute => Some((3001, "Value is required.")),
            Self::IncompleteKey => Some((2002, "Incomplete or invalid key composite attributes supplied.")),
            Self::WrongType => Some((3001, "Received value of type")),
            Self::FixedAttribute => Some((3001, "is Read-Only and cannot be updated")),
            Self::UnknownAttribute | Self::RangeOfNumbers | Self::RangeOfSeveral | Self::UnequalBounds => None,
        }
    }
}

impl fmt::Display for Forbidden {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::MissingAttribute => "missing attribute",
            Self::IncompleteKey => "incomplete key",
            Self::WrongType => "wrong type",
            Self::FixedAttribute => "change of a fixed attribute",
            Self::UnknownAttribute => "unknown attribute",
            Self::RangeOfNumbers => "range of numbers",
            Self::RangeOfSeveral => "range over several composites",
            Self::UnequalBounds => "unequal bounds",
        })
    }
}

/// What our types allow, or what keeps a call from being written down.
pub type Written<T> = Result<T, Forbidden>;

/// What became of a call.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// The same as ElectroDB.
    Same,
    /// Different from ElectroDB, exactly as documented.
    Deviates(&'static str),
    /// An error of ElectroDB or of DynamoDB, and of ours.
    BothRefuse,
    /// It does not compile.
    DoesNotCompile(Forbidden),
    /// It cannot be compared.
    Skipped(&'static str),
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Same => f.write_str("same"),
            Self::Deviates(how) => write!(f, "deviates: {how}"),
            Self::BothRefuse => f.write_str("refused by both"),
            Self::DoesNotCompile(what) => what.fmt(f),
            Self::Skipped(why) => write!(f, "skipped: {why}"),
        }
    }
}

/// The outcomes of the calls, per model and operation.
#[derive(Default)]
pub struct Report {
    groups: Vec<(String, BTreeMap<Outcome, usize>)>,
    counts: BTreeMap<String, usize>,
    failures: Vec<String>,
}

impl Report {
    /// Counts a call; what it differs in is kept, so that one run shows all differences.
    pub fn add(&mut self, group: impl Into<String>, call: &str, outcome: Result<Outcome, String>) {
        let group = group.into();
        match outcome {
            Ok(outcome) => {
                let position = self.groups.iter().position(|(name, _)| *name == group).unwrap_or_else(|| {
                    self.groups.push((group, BTreeMap::new()));
                    self.groups.len() - 1
                });
                *self.groups[position].1.entry(outcome).or_default() += 1;
            }
            Err(difference) => self.failures.push(format!("{group}: {call}: {difference}")),
        }
    }

    /// Counts something else, to show that the calls are about something.
    pub fn count(&mut self, what: impl Into<String>, more: usize) {
        *self.counts.entry(what.into()).or_default() += more;
    }

    /// Nothing differs, and the outcomes are these.
    pub fn assert(&self, expected: &str) {
        println!("{self}");
        assert!(self.failures.is_empty(), "{} calls differ:\n{}", self.failures.len(), self.failures.join("\n"));
        let lines = |text: &str| {
            text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(lines(&self.to_string()), lines(expected));
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (group, outcomes) in &self.groups {
            let (forbidden, made): (Vec<_>, Vec<_>) =
                outcomes.iter().partition(|(outcome, _)| matches!(outcome, Outcome::DoesNotCompile(_)));
            for (kind, outcomes) in [("", made), (", compile errors", forbidden)] {
                let outcomes = outcomes.iter().map(|(outcome, count)| format!("{count} {outcome}")).collect::<Vec<_>>();
                if !outcomes.is_empty() {
                    writeln!(f, "{group}{kind}: {}", outcomes.join(", "))?;
                }
            }
        }
        for (what, count) in &self.counts {
            writeln!(f, "{what}: {count}")?;
        }
        Ok(())
    }
}

/// The difference between two things, if there is one.
pub fn same<T: fmt::Debug + PartialEq>(what: impl fmt::Display, ours: T, theirs: T) -> Result<(), String> {
    if ours == theirs { Ok(()) } else { Err(format!("{what}:\n  ours   {ours:?}\n  theirs {theirs:?}")) }
}
