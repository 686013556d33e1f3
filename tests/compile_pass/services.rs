//! Services and collections in odd surroundings.

pub mod entities {
    //! Entities of another module, some of which only the crate knows.

    use dynaent::Entity;

    /// A post, named by a keyword.
    #[derive(Debug, Clone, PartialEq, Entity)]
    #[entity(service = "app", name = "Post", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    #[index(by_author, gsi = "gsi1", pk = [author], sk = [id], collection = "works")]
    #[index(by_day, gsi = "gsi2", pk = [day], sk = [id], collection = "days")]
    #[allow(non_camel_case_types)]
    pub struct r#try {
        /// The id.
        pub id: String,
        /// The author.
        pub author: String,
        /// The day.
        pub day: String,
    }

    #[derive(Debug, Clone, PartialEq, Entity)]
    #[entity(service = "app", name = "Note", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    #[index(by_author, gsi = "gsi1", pk = [author], sk = [id], collection = "works")]
    #[index(by_day, gsi = "gsi2", pk = [day], sk = [id], collection = "days")]
    pub(crate) struct Note {
        pub(crate) id: String,
        pub(crate) author: String,
        pub(crate) day: String,
    }
}

/// Names of one's own.
pub mod aliases {
    /// A list.
    pub type List<T> = Vec<T>;
    /// Notes.
    pub(crate) type Notes = List<super::entities::Note>;
    /// A post.
    pub type Post = super::entities::r#try;
}

/// Private entities in a public module.
pub mod private {
    use dynaent::{Collection, Service};

    use super::{aliases::Notes, entities};

    #[derive(Debug, Clone, PartialEq, Service)]
    pub(crate) enum App {
        #[allow(non_camel_case_types)]
        r#try(entities::r#try),
        Note(super::entities::Note),
    }

    #[derive(Debug, Default, Clone, PartialEq, Collection)]
    #[collection(name = "works")]
    pub(super) struct Works {
        pub(super) r#try: super::aliases::List<super::aliases::Post>,
        pub(super) notes: Notes,
    }

    /// The same entities by another index.
    #[derive(Debug, Clone, PartialEq, Collection)]
    #[collection(name = "days")]
    struct Days {
        notes: Notes,
        r#type: ::std::vec::Vec<crate::compile_pass::services::entities::r#try>,
    }

    #[test]
    fn here() {
        let query = Days::query().day("1");
        assert!(query.in_order::<App>().request("app").is_ok());
        let items = Days { notes: vec![], r#type: vec![] };
        assert!(items.notes.is_empty() && items.r#type.is_empty());
    }
}

#[test]
fn from_outside() {
    let post = aliases::Post { id: "1".into(), author: "ada".into(), day: "1".into() };
    let app: private::App = post.into();
    assert!(matches!(app, private::App::r#try(_)));
    assert!(private::App::scan().limit(1).request("app").is_ok());
    assert!(private::Works::query().author("ada").request("app").is_ok());
    let works = private::Works::default();
    assert!(works.r#try.is_empty() && works.notes.is_empty());
}

/// Public, of everything that is public.
#[derive(Debug, Clone, PartialEq, dynaent::Service)]
pub enum Open {
    /// A post.
    Post(aliases::Post),
}

/// Public as well.
#[derive(Debug, Clone, PartialEq, dynaent::Collection)]
#[collection(name = "works")]
pub struct OpenWorks {
    /// Posts.
    pub posts: Vec<entities::r#try>,
}

/// Under another name.
pub mod facade {
    pub use dynaent as modelling;

    /// A service.
    #[derive(Debug, modelling::Service)]
    #[service(crate = self::modelling)]
    pub enum App {
        /// A post.
        Post(super::aliases::Post),
    }

    /// A collection.
    #[derive(Debug, modelling::Collection)]
    #[collection(name = "works", crate = crate::compile_pass::services::facade::modelling)]
    pub struct Works {
        /// Posts.
        pub posts: Vec<super::aliases::Post>,
    }
}

/// Types of the user's with the names of the prelude's.
pub mod shadows {
    macro_rules! shadows {
        ($($name:ident)*) => {$(
            /// Not the prelude's.
            pub struct $name;
        )*};
    }

    shadows!(Option Result String Vec Some None Ok Err From Into Send Sync Sized Default Item);

    /// Not std's.
    pub mod core {}
    /// Not std's.
    pub mod std {}

    /// A service.
    #[derive(dynaent::Service)]
    pub enum App {
        /// A post.
        Post(super::entities::r#try),
    }

    /// A collection.
    #[derive(dynaent::Collection)]
    #[collection(name = "works")]
    pub struct Works {
        /// Posts.
        pub posts: ::std::vec::Vec<super::entities::r#try>,
    }
}

macro_rules! app {
    ($service:ident { $($variant:ident($entity:ty)),* }, $collection:ident($name:literal) { $($field:ident: $list:ty),* }) => {
        /// A service.
        #[derive(Debug, dynaent::Service)]
        pub enum $service {
            $(
                /// An entity.
                $variant($entity),
            )*
        }

        /// A collection.
        #[derive(Debug, dynaent::Collection)]
        #[collection(name = $name)]
        pub struct $collection {
            $(
                /// A list.
                pub $field: $list,
            )*
        }
    };
}

app!(Made { Post(aliases::Post) }, MadeWorks("works") { posts: Vec<aliases::Post> });

#[test]
fn inside_a_function() {
    use dynaent::{Collection, Entity, Service};

    #[derive(Debug, Entity)]
    #[entity(service = "app", name = "Local", version = "1")]
    #[index(primary, pk = [id], sk = [], collection = "locals")]
    struct Local {
        id: String,
    }

    #[derive(Debug, Service)]
    enum App {
        Local(Local),
    }

    #[derive(Collection)]
    #[collection(name = "locals")]
    struct Locals {
        locals: Vec<Local>,
    }

    assert!(App::scan().request("app").is_ok());
    assert!(Locals::query().id("1").consistent().request("app").is_ok());
    assert!(matches!(App::from(Local { id: "1".into() }), App::Local(local) if local.id == "1"));
    assert!(Locals { locals: vec![] }.locals.is_empty());
    assert!(Made::scan().request("app").is_ok() && MadeWorks::query().author("ada").request("app").is_ok());
    assert!(
        shadows::App::scan().request("app").is_ok() && shadows::Works::query().author("ada").request("app").is_ok()
    );
    assert!(facade::App::scan().request("app").is_ok() && facade::Works::query().author("ada").request("app").is_ok());
    assert!(Open::scan().request("app").is_ok() && OpenWorks::query().author("ada").request("app").is_ok());
}

const fn send<T: Send>(_: &T) {}

/// Never called: that the futures can be sent to another thread is the test.
#[allow(clippy::let_underscore_future)]
pub fn futures(table: &dynaent::Table) {
    let a = aliases::Post::attributes();
    send(&Open::scan().send(table));
    send(&Open::scan().filter(a.day.eq("1")).in_parallel(2).all(table));
    send(&OpenWorks::query().author("ada").send(table));
    send(&OpenWorks::query().author("ada").limit(3).all(table));
    send(&OpenWorks::query().author("ada").in_order::<Open>().first(table));
    send(&OpenWorks::query().author("ada").filter(a.day.eq("1")).in_order::<Open>().all(table));
    send(&aliases::Post::find().with(a.author, "ada").all(table));
    send(&aliases::Post::matching().with(a.author, "ada").first(table));
    send(&aliases::Post::query().by_day().scan().all(table));
    send(&dynaent::Table::local::<Open>());
    send(&async { OpenWorks::query().author("ada").in_order::<Open>().send(table).await });
}
