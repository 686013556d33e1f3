//! An entity whose tokens come out of a `macro_rules!`, in parts.

macro_rules! note {
    ($name:ident, $service:literal, $ty:ty) => {
        /// A note.
        #[derive(Debug, Clone, PartialEq, dynaent::Entity)]
        #[entity(service = $service, name = "Note", version = "1")]
        #[index(primary, pk = [id], sk = [])]
        #[index(by_topic, gsi = "gsi1", pk = [topic], sk = [id])]
        pub struct $name {
            /// The id.
            #[attr(default = "n1".to_owned())]
            pub id: String,
            /// The topic.
            pub topic: Option<$ty>,
            /// The text.
            #[attr(default)]
            pub text: $ty,
        }
    };
}

note!(Note, "app", String);

#[test]
fn names_mean_the_same_in_a_macro() {
    assert!(Note::create().topic("rust").request("app").is_ok());
    assert!(Note::get().id("n1").request("app").is_ok());
}
