//! The README shows the example's own code.

#[test]
fn the_quick_start_is_the_code_of_the_example() {
    let example = include_str!("../examples/comments.rs");
    let (_, region) = example.split_once("// README: model\n").expect("the example marks where the model begins");
    let (region, _) = region.split_once("// README: end\n").expect("the example marks where the model ends");
    let readme = include_str!("../README.md");
    assert!(readme.contains(region.trim_end()), "the README's quick start differs from examples/comments.rs");
}
