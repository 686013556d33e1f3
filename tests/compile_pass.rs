//! Models and call sites that must compile, without a warning: each file holds what derived code could trip over.
//!
//! They are modules of an ordinary test, not cases of trybuild, which would build and link every dependency once more.

#![deny(warnings, missing_docs)]

/// The files.
pub mod compile_pass {
    pub mod attribute_options;
    pub mod builder_names;
    pub mod conditions;
    pub mod crate_path;
    pub mod documents;
    pub mod every_option;
    pub mod foreign_types;
    pub mod futures;
    pub mod groups;
    pub mod inside_function;
    pub mod inside_macro;
    pub mod internal_names;
    pub mod key_names;
    pub mod key_types;
    pub mod names_of_parameters;
    pub mod prefix;
    pub mod raw_identifiers;
    pub mod services;
    pub mod shadowed_names;
    pub mod strict_lints;
    pub mod visibility;
}
