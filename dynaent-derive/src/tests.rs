//! The code that a derive writes, kept in a file, so that a change of it is read in review.

use expect_test::expect_file;
use syn::parse_quote;

use crate::expand;

#[test]
fn the_comments_expansion_is_the_recorded_one() {
    let expansion = expand::entity(&parse_quote! {
        #[derive(Debug, Clone, PartialEq, Entity)]
        #[entity(service = "myapp", name = "Comment", version = "1")]
        #[index(primary, pk = [comment_id], sk = [])]
        #[index(by_article, gsi = "gsi1", pk = [article_id], sk = [comment_id])]
        pub struct Comment {
            #[attr(rename = "commentID", read_only, default = Ulid::generate().to_string())]
            pub comment_id: String,
            #[attr(rename = "articleID", read_only)]
            pub article_id: String,
            pub text: String,
        }
    });
    let file = syn::parse2(expansion).expect("an expansion is items");
    // `UPDATE_EXPECT=1` accepts it.
    expect_file!["../expansions/comment.rs"].assert_eq(&prettyplease::unparse(&file));
}
