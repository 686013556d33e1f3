//! Services and collections of entities that are hidden, have names that derived code might use, or come from a macro.

/// Public ones, of entities that nobody else sees.
pub mod hidden {
    use dynaent::{Collection, Entity, Service};

    #[derive(Debug, Clone, PartialEq, Entity)]
    #[entity(service = "app", name = "Post", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    #[index(by_site, gsi = "gsi1", pk = [site], sk = [id], collection = "pages", clustered)]
    struct Post {
        id: String,
        site: String,
    }

    #[derive(Debug, Clone, PartialEq, Entity)]
    #[entity(service = "app", name = "Note", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    #[index(by_site, gsi = "gsi1", pk = [site], sk = [id], collection = "pages", clustered)]
    pub(super) struct Note {
        id: String,
        site: String,
    }

    /// All of them.
    #[derive(Debug, Clone, PartialEq, Collection)]
    #[collection(name = "pages")]
    pub struct Pages {
        posts: Vec<Post>,
        notes: Vec<Note>,
    }

    /// Nobody else's.
    #[derive(Debug, Clone, PartialEq, Service)]
    enum App {
        Post(Post),
        Note(Note),
    }

    #[test]
    fn here() {
        let _ = App::scan().request("app");
        let pages = Pages::query().site("s").id("1");
        assert!(pages.in_order::<App>().request("app").is_ok());
        let pages = Pages { posts: vec![], notes: vec![] };
        assert!(pages.posts.is_empty() && pages.notes.is_empty());
    }
}

/// Not the prelude's, nor the derives' own.
mod shadowed {
    #![allow(dead_code, non_camel_case_types)]

    use dynaent::Entity;

    macro_rules! shadows {
        ($($name:ident)*) => {$(
            pub struct $name;
        )*};
    }

    shadows!(Option Result String Vec Box Some None Ok Err Default Clone Copy Send Sync Sized From Into Table Query);
    shadows!(Collection Service Scan Mixed Item Expired Member Holds Shared);

    pub mod core {}
    pub mod std {}

    macro_rules! entities {
        ($($ty:ident $name:literal,)*) => {$(
            #[derive(Debug, Entity)]
            #[entity(service = "app", name = $name, version = "1")]
            #[index(primary, pk = [r#type], sk = [])]
            #[index(r#in, gsi = "gsi1", pk = [r#fn], sk = [r#type], collection = "match", clustered)]
            pub struct $ty {
                pub r#type: ::std::string::String,
                pub r#fn: ::std::string::String,
            }
        )*};
    }

    entities! {
        E "e",
        K "k",
        S "s",
        r#async "a",
    }

    macro_rules! groups {
        ($service:ident, $collection:ident: $($variant:ident $field:ident $ty:ty,)*) => {
            #[derive(Debug, dynaent::Service)]
            pub enum $service {
                $($variant($ty),)*
            }

            #[derive(Debug, dynaent::Collection)]
            #[collection(name = "match")]
            pub struct $collection {
                $(pub $field: ::std::vec::Vec<$ty>,)*
            }
        };
    }

    groups!(r#enum, r#struct: Some found E, Ok r#as K, r#Try r#match S, Err __found self::r#async,);

    #[test]
    fn the_preludes_are_meant() {
        assert!(r#enum::scan().request("app").is_ok());
        let query = r#struct::query().r#fn("x").r#type("y");
        assert!(query.in_order::<r#enum>().request("app").is_ok());
    }
}

#[test]
fn inside_a_function() {
    use dynaent::Entity;

    #[derive(Debug, Entity)]
    #[entity(service = "app", name = "Line", version = "1")]
    #[index(primary, pk = [id], sk = [], collection = "all")]
    struct Line {
        id: String,
    }

    #[derive(Debug, dynaent::Service)]
    enum Lines {
        Line(Line),
    }

    #[derive(Debug, dynaent::Collection)]
    #[collection(name = "all")]
    struct AllLines {
        lines: Vec<Line>,
    }

    assert!(Lines::scan().segment(0, 2).request("app").is_ok());
    assert!(AllLines::query().id("1").consistent().in_order::<Lines>().request("app").is_ok());
    assert!(AllLines { lines: vec![] }.lines.is_empty());
}

/// What is awaited can be sent to another thread.
#[test]
fn futures_can_be_sent() {
    use dynaent::{Collection, Entity, Service, Table};

    #[derive(Debug, Entity)]
    #[entity(service = "app", name = "Line", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    #[index(by_text, gsi = "gsi1", pk = [text], sk = [id], collection = "all", projection = keys_only)]
    struct Line {
        id: String,
        text: String,
    }

    #[derive(Debug, Service)]
    enum Lines {
        Line(Line),
    }

    #[derive(Debug, Collection)]
    #[collection(name = "all")]
    struct AllLines {
        lines: Vec<Line>,
    }

    fn is_send(_: impl Send) {}
    let all = |table: &Table| {
        is_send(Lines::scan().in_parallel(2).all(table));
        let l = Line::attributes();
        is_send(AllLines::query().text("t").send(table));
        is_send(AllLines::query().text("t").all(table));
        is_send(AllLines::query().text("t").limit(1).hydrate().in_order::<Lines>().first(table));
        is_send(Line::query().by_text().text("t").hydrate().send(table));
        is_send(Line::query().by_text().scan().hydrate().in_parallel(4).all(table));
        is_send(Lines::scan().filter(l.text.eq("t")).all(table));
        is_send(Line::find().with(l.text, "t").first(table));
        is_send(Line::matching().with(l.text, "t").allow_scan().all(table));
    };
    is_send(all);
    assert!(AllLines { lines: vec![] }.lines.is_empty());
}
