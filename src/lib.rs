//! The examples and tests of the workspace; the library is in `dynaent/`.
#![deny(missing_docs)]
