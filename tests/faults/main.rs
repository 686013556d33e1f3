//! What Dynaent does when the way to DynamoDB is bad: workloads on the embedded engine, by a connector that throttles,
//! fails, loses answers and cuts them off; and what must hold of them whatever happens.
//!
//! All is drawn from a seed, and a seed that fails can be run again: the failure says how. A long run is
//! `DYNAENT_FAULTS=200x5000 cargo test --release --test faults`: so many seeds of each workload, and operations of each.

mod again;
mod answers;
mod counters;
mod fault;
mod forecast;
mod imports;
mod rewrites;
mod run;
mod transfers;
mod walks;
mod weather;
mod writers;

use self::run::Workload;

const WORKLOADS: [&Workload; 6] = [
    &writers::WORKLOAD,
    &counters::WORKLOAD,
    &transfers::WORKLOAD,
    &walks::WORKLOAD,
    &imports::WORKLOAD,
    &rewrites::WORKLOAD,
];

#[test]
fn writers() {
    writers::WORKLOAD.run();
}

#[test]
fn counters() {
    counters::WORKLOAD.run();
}

#[test]
fn transfers() {
    transfers::WORKLOAD.run();
}

#[test]
fn walks() {
    walks::WORKLOAD.run();
}

#[test]
fn imports() {
    imports::WORKLOAD.run();
}

#[test]
fn rewrites() {
    rewrites::WORKLOAD.run();
}

/// A seed that fails, fails again: requests, faults and answers come in the same order, at the same time.
#[test]
fn a_seed_is_the_same_each_time() {
    for workload in WORKLOADS {
        let [one, again, other] = [1, 1, 4].map(|seed| workload.seed(seed, 60));
        assert_eq!(one.digest(), again.digest(), "{}", workload.name);
        assert_ne!(one.digest(), other.digest(), "{}", workload.name);
    }
}
