//! Entities of every visibility, used from where they can be seen.

/// A module.
pub mod outer {
    pub(in crate::compile_pass::visibility) mod inner {
        use dynaent::Entity;

        /// Public, with private fields.
        #[derive(Debug, Clone, PartialEq, Entity)]
        #[entity(service = "app", name = "Open", version = "1")]
        #[index(primary, pk = [id], sk = [])]
        #[index(by_text, gsi = "gsi1", pk = [text], sk = [id])]
        pub struct Open {
            id: String,
            pub(super) text: String,
        }

        #[derive(Debug, Clone, PartialEq, Entity)]
        #[entity(service = "app", name = "Crate", version = "1")]
        #[index(primary, pk = [id], sk = [])]
        pub(crate) struct Crate {
            id: String,
        }

        #[derive(Debug, Clone, PartialEq, Entity)]
        #[entity(service = "app", name = "Parent", version = "1")]
        #[index(primary, pk = [id], sk = [])]
        pub(super) struct Parent {
            id: String,
        }

        #[derive(Debug, Clone, PartialEq, Entity)]
        #[entity(service = "app", name = "Own", version = "1")]
        #[index(primary, pk = [id], sk = [])]
        struct Own {
            id: Secret,
        }

        #[derive(Debug, Clone, PartialEq, dynaent::KeyPart)]
        struct Secret(String);

        #[derive(Debug, Clone, PartialEq, dynaent::Document)]
        pub(super) struct Part {
            pub(super) text: String,
            secret: Secret,
        }

        #[derive(Debug, Clone, PartialEq, Entity)]
        #[entity(service = "app", name = "Holder", version = "1")]
        #[index(primary, pk = [id], sk = [])]
        pub(in crate::compile_pass::visibility) struct Holder {
            id: String,
            part: Part,
            #[attr(flatten)]
            flat: Part,
        }

        #[test]
        fn here() {
            let h = Holder::attributes();
            let secret = h.part.secret.eq(Secret("a".into())) & h.flat.secret.exists();
            assert!(Holder::scan().filter(secret).request("app").is_ok());
            assert!(Own::create().id(Secret("a".into())).request("app").is_ok());
        }
    }

    #[test]
    fn from_the_parent() {
        assert!(inner::Parent::get().id("a").request("app").is_ok());
        assert!(inner::Holder::get().id("a").request("app").is_ok());
        assert_eq!(inner::Open::attributes().text.schema().name, "text");
    }
}

#[test]
fn from_outside() {
    assert!(outer::inner::Open::create().id("a").text("b").request("app").is_ok());
    assert!(outer::inner::Open::query().by_text().text("b").request("app").is_ok());
    assert!(outer::inner::Crate::patch().id("a").request("app").is_ok());
}
