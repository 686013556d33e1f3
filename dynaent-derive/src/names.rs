//! Names: case rules, and guesses at what a misspelt one was meant to be.

use proc_macro2::Span;
use quote::format_ident;
use syn::Ident;

/// The forms that `rename_all` takes.
pub const CASE_RULES: [&str; 8] = [
    "lowercase",
    "UPPERCASE",
    "PascalCase",
    "camelCase",
    "snake_case",
    "SCREAMING_SNAKE_CASE",
    "kebab-case",
    "SCREAMING-KEBAB-CASE",
];

/// A name in the form of a rule, from its words.
pub fn rename(rule: &str, name: &str) -> String {
    let words = words(name);
    let join = |separator: &str, form: fn(&str) -> String| {
        words.iter().map(|word| form(word)).collect::<Vec<_>>().join(separator)
    };
    match rule {
        "lowercase" => join("", str::to_lowercase),
        "UPPERCASE" => join("", str::to_uppercase),
        "PascalCase" => join("", capitalized),
        "camelCase" => {
            let pascal = join("", capitalized);
            let mut chars = pascal.chars();
            chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
        }
        "SCREAMING_SNAKE_CASE" => join("_", str::to_uppercase),
        "kebab-case" => join("-", str::to_lowercase),
        "SCREAMING-KEBAB-CASE" => join("-", str::to_uppercase),
        _ => join("_", str::to_lowercase),
    }
}

/// The words of a name in snake case or in Pascal case.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut begins = true;
    for letter in name.chars() {
        if letter == '_' {
            begins = true;
            continue;
        }
        if begins || letter.is_uppercase() {
            words.push(String::new());
        }
        begins = false;
        if let Some(word) = words.last_mut() {
            word.extend(letter.to_lowercase());
        }
    }
    words
}

fn capitalized(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// A name without the `r#` of a raw identifier.
pub fn plain(ident: &Ident) -> String {
    let name = ident.to_string();
    name.strip_prefix("r#").map(str::to_owned).unwrap_or(name)
}

/// Whether a text can be a name. Nothing else is given to the compiler's lexer, which would report it itself.
pub fn is_name(text: &str) -> bool {
    let fits = |c: char| c == '_' || c.is_ascii_alphanumeric() || !c.is_ascii();
    text.chars().all(fits) && syn::parse_str::<Ident>(text).is_ok_and(|name| name == text)
}

/// The name of a type after an attribute: `comment_id` becomes `CommentId`.
pub fn type_name(ident: &Ident) -> Ident {
    let name = rename("PascalCase", &plain(ident));
    // `Self` is no name, nor is what begins with a digit.
    let names = [name.clone(), format!("{name}_"), format!("_{name}")];
    let name = names.into_iter().find(|name| is_name(name));
    Ident::new(name.as_deref().unwrap_or("Attribute"), Span::call_site())
}

/// The name of the module of an entity's builders: `Comment` has `comment_model`.
pub fn module_name(entity: &Ident) -> Ident {
    let name = format!("{}_model", rename("snake_case", &plain(entity)));
    if is_name(&name) { format_ident!("{name}") } else { format_ident!("_{name}") }
}

/// `, did you mean …?`, if one of the candidates is close.
pub fn did_you_mean<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> String {
    closest(name, candidates).map_or_else(String::new, |guess| format!(", did you mean `{guess}`?"))
}

/// The closest of the candidates, if it is close.
pub fn closest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let lower = name.to_lowercase();
    let near = candidates.into_iter().map(|candidate| (distance(&lower, &candidate.to_lowercase()), candidate)).min();
    near.filter(|(distance, candidate)| *distance <= candidate.len().div_ceil(3)).map(|(_, candidate)| candidate)
}

/// How many letters must be inserted, dropped, replaced or swapped with a neighbour to get from one text to the other.
fn distance(from: &str, to: &str) -> usize {
    let (from, to): (Vec<_>, Vec<_>) = (from.chars().collect(), to.chars().collect());
    let mut rows = vec![(0..=to.len()).collect::<Vec<_>>()];
    for (i, a) in from.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, b) in to.iter().enumerate() {
            let replaced = rows[i][j] + usize::from(a != b);
            let mut best = replaced.min(rows[i][j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *a == to[j - 1] && from[i - 1] == *b {
                best = best.min(rows[i - 1][j - 1] + 1);
            }
            row.push(best);
        }
        rows.push(row);
    }
    rows[from.len()][to.len()]
}
