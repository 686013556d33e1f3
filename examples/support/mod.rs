//! What the examples share: the command line, and a look at how the items lie in the table.

pub mod args;
#[allow(dead_code)] // Some have too many items to show.
pub mod grid;

use std::{error::Error, process::ExitCode};

/// What an example can fail with: errors of Dynaent, and a command line that cannot be read.
pub type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// Ends an example: with the error in words, if there is one.
pub fn exit(outcome: Outcome) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
