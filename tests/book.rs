//! The book is whole: every page is in its summary and compiled, every link leads somewhere, every picture is checked, and
//! every error is on the page of errors.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use dynaent_workspace::book::pictures;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn read(path: impl AsRef<Path>) -> String {
    fs::read_to_string(path.as_ref()).unwrap_or_else(|error| panic!("{}: {error}", path.as_ref().display()))
}

/// The pages, by their names.
fn pages() -> BTreeMap<String, String> {
    let files = fs::read_dir(format!("{ROOT}/docs/src")).expect("the book").map(|file| file.expect("a file").path());
    let files = files.filter(|path| path.extension().is_some_and(|it| it == "md"));
    files.map(|path| (path.file_name().expect("a name").to_string_lossy().into_owned(), read(path))).collect()
}

#[test]
fn every_page_is_in_the_summary() {
    let mut pages = pages();
    let summary = pages.remove("SUMMARY.md").expect("a summary");
    for page in pages.keys() {
        assert!(summary.contains(&format!("]({page})")), "SUMMARY.md lacks {page}");
    }
}

#[test]
fn the_code_of_every_page_is_run() {
    let library = read(format!("{ROOT}/src/lib.rs"));
    for (page, text) in pages() {
        let code: Vec<_> = text.lines().filter(|line| line.starts_with("```rust")).collect();
        assert!(code.is_empty() || library.contains(&format!("docs/src/{page}\"")), "src/lib.rs lacks {page}");
        assert!(code.iter().all(|it| *it == "```rust"), "{page}: {code:?}");
    }
}

/// The page whose whole program is to be copied, without any hidden line.
const WHOLE_PROGRAM: &str = "quick-start.md";

#[test]
fn the_quick_start_is_the_code_of_the_example() {
    let example = read(format!("{ROOT}/examples/comments.rs"));
    let (_, region) = example.split_once("// Quick start: model\n").expect("the example marks where the model begins");
    let (region, _) = region.split_once("// Quick start: end\n").expect("the example marks where the model ends");
    assert!(pages()[WHOLE_PROGRAM].contains(region.trim_end()), "the quick start differs from examples/comments.rs");
}

#[test]
fn every_picture_is_compared_with_a_table() {
    for (page, text) in pages().into_iter().filter(|(page, _)| page != WHOLE_PROGRAM) {
        for number in 1..=pictures(&text).len() {
            let call = format!("picture(&table, \"{page}\", {number})");
            assert!(text.contains(&call), "{page} has no line with {call}");
        }
    }
}

/// The README shows the table of a page's example, where it is compared.
#[test]
fn the_readme_shows_a_picture_of_the_book() {
    let readme = pictures(&read(format!("{ROOT}/README.md")));
    let book = pictures(&pages()["collections.md"]);
    assert!(!readme.is_empty() && readme.iter().all(|picture| book.contains(picture)), "{readme:?}");
}

/// So does the quick start, of the model that `entities.md` has too; its ids are random.
#[test]
fn the_quick_start_shows_a_row_of_the_book() {
    let book = pages();
    let [shown, compared] = [WHOLE_PROGRAM, "entities.md"].map(|page| pictures(&book[page]).swap_remove(0));
    for (column, text) in shown[0].iter().zip(&shown[1]) {
        let place = compared[0].iter().position(|it| it == column).expect("a column of both");
        let there = &compared[1][place];
        let same = text.strip_suffix('…').map_or(there == text, |begin| there.starts_with(begin));
        assert!(same, "{column}: {text} is shown, and {there} is there");
    }
}

#[test]
fn every_link_leads_somewhere() {
    let mut documents: Vec<PathBuf> =
        ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"].map(|it| Path::new(ROOT).join(it)).into();
    documents.extend(pages().keys().map(|page| Path::new(ROOT).join("docs/src").join(page)));
    let mut broken = Vec::new();
    for document in &documents {
        let folder = document.parent().expect("a folder");
        for link in links(&read(document)) {
            let (path, anchor) = link.split_once('#').unwrap_or((&link, ""));
            let target = if path.is_empty() { document.clone() } else { folder.join(path) };
            let there = target.exists() && (anchor.is_empty() || anchors(&read(&target)).contains(anchor));
            // A page of the book is read where there is no repository around it.
            let stays = !document.starts_with(Path::new(ROOT).join("docs")) || !path.contains('/');
            if !there || !stays {
                broken.push(format!("{}: {link}", document.display()));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

/// The text of a page without its code.
fn prose(text: &str) -> impl Iterator<Item = &str> {
    text.split("\n```").step_by(2)
}

/// Where the links of a page lead, but for those into the web.
fn links(text: &str) -> Vec<String> {
    let links = prose(text).flat_map(|prose| prose.split("](").skip(1));
    let links = links.filter_map(|rest| rest.split_once(')')).map(|(link, _)| link.to_owned());
    links.filter(|link| !link.contains("://") && !link.contains(' ')).collect()
}

/// The names of a page's headings in links.
fn anchors(text: &str) -> BTreeSet<String> {
    let headings = prose(text).flat_map(str::lines).filter(|line| line.starts_with('#'));
    let kept = |heading: &str| heading.trim_start_matches('#').trim().to_lowercase();
    let name = |heading: String| {
        let letters = heading.chars().filter(|it| it.is_alphanumeric() || " -_".contains(*it));
        letters.map(|it| if it == ' ' { '-' } else { it }).collect()
    };
    headings.map(kept).map(name).collect()
}

/// The enums of which the page of errors has a row for each variant.
const ERRORS: [&str; 8] = [
    "Error",
    "KeyProblem",
    "AttributeProblem",
    "ValueProblem",
    "ConditionProblem",
    "TransactionProblem",
    "Cause",
    "LocalEngineError",
];

#[test]
fn every_error_is_on_its_page() {
    let page = &pages()["errors.md"];
    let mut missing = Vec::new();
    for name in ERRORS {
        let (_, section) =
            page.split_once(&format!("\n## `{name}`\n")).unwrap_or_else(|| panic!("no section of {name}"));
        let section = section.split("\n## ").next().expect("a section");
        let rows: BTreeSet<_> = section.lines().filter_map(|row| row.strip_prefix("| `")?.split('`').next()).collect();
        let variants = variants(name);
        missing.extend(variants.iter().filter(|it| !rows.contains(it.as_str())).map(|it| format!("{name}::{it}")));
        let gone: Vec<_> = rows.iter().filter(|it| !variants.contains(**it)).collect();
        assert!(gone.is_empty(), "{name} has no {gone:?}");
    }
    assert!(missing.is_empty(), "errors.md lacks {missing:?}");
}

/// The variants of a public enum, as the library's source has them.
fn variants(name: &str) -> BTreeSet<String> {
    let mut folders = vec![PathBuf::from(format!("{ROOT}/dynaent/src"))];
    let mut variants = BTreeSet::new();
    while let Some(folder) = folders.pop() {
        for file in fs::read_dir(folder).expect("a folder") {
            let path = file.expect("a file").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let source = read(path);
            let Some((_, body)) = source.split_once(&format!("\npub enum {name} {{\n")) else { continue };
            let body = body.split("\n}").next().expect("a body");
            // As rustfmt writes it: variants are those with one indentation.
            let lines = body.lines().filter_map(|line| line.strip_prefix("    "));
            let names = lines.filter(|line| line.starts_with(|it: char| it.is_ascii_uppercase()));
            variants.extend(names.map(|line| line.chars().take_while(|it| it.is_alphanumeric()).collect::<String>()));
        }
    }
    assert!(!variants.is_empty(), "there is no enum {name}");
    variants
}
