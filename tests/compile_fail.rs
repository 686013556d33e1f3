//! Mistakes and what the compiler says of them: one file for each, named after the mistake, its messages beside it. The
//! models that many cases share are files beside their folders.
//!
//! `TRYBUILD=overwrite cargo test --test compile_fail` writes the messages anew; read them as if you had made the
//! mistake. `cargo test --test compile_fail -- mistakes trybuild=set_on_get` runs one.

use std::{io::Write, process::Command};

/// The compiler whose words the `.stderr` files hold. Others say the same in other words.
const RUSTC: &str = "rustc 1.95.";

#[test]
fn mistakes_are_named() {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let version = Command::new(rustc).arg("--version").output().expect("cargo has found rustc, so it is there");
    let version = String::from_utf8_lossy(&version.stdout);
    if !version.starts_with(RUSTC) {
        // Not `println`, which the test harness keeps to itself when a test passes.
        let _ = writeln!(std::io::stderr(), "skipped: the messages are those of {RUSTC}x, this is {}", version.trim());
        return;
    }
    trybuild::TestCases::new().compile_fail("tests/compile_fail/*/*.rs");
}
