///The states of the builders of `Comment`.
#[allow(dead_code, non_camel_case_types, unreachable_pub, clippy::all, clippy::pedantic)]
pub mod comment_model {
    use ::dynaent::__private as __d;
    __d::builders!(article_id _0, text _1; comment_id article_id);
    /// The attributes that a builder waits for.
    pub mod missing {
        ///`article_id` has not been set.
        pub enum article_id {}
        ///`text` has not been set.
        pub enum text {}
    }
    ///The states of a key of `primary`.
    pub mod primary {
        ///Waits for `comment_id`.
        pub enum CommentId {}
    }
    ///The states of a key of `by_article`.
    pub mod by_article {
        ///Waits for `article_id`.
        pub enum ArticleId {}
        ///Waits for `comment_id`.
        pub enum CommentId {}
        impl super::__d::Ready for CommentId {}
    }
}
#[allow(
    dead_code,
    private_interfaces,
    non_local_definitions,
    clippy::all,
    clippy::pedantic
)]
const _: () = {
    use ::dynaent::__private::{
        self as __d, Codec as _, PickSerde as _, PickUnstorable as _, PickValue as _,
    };
    use comment_model as __m;
    static __SCHEMA: __d::EntitySchema = {
        use __d::{
            AttributeSchema as A, Casing as X, IndexKind as K, IndexSchema as I,
            KeyComposite as C, KeySide as S,
        };
        __d::EntitySchema::new(
            ["myapp", "Comment", "1"],
            &[
                A::new("commentID")
                    .by(__codec_0)
                    .required()
                    .read_only()
                    .with_default()
                    .indexed(),
                A::new("articleID").by(__codec_0).required().read_only().indexed(),
                A::new("text").by(__codec_0).required(),
            ],
            &[
                I::new(
                    "primary",
                    K::Primary,
                    S::new("pk", "$myapp", &[C::new("#commentid_", 0)]),
                    __d::Some(S::new("sk", "$comment_1", &[])),
                ),
                I::new(
                    "by_article",
                    K::Global("gsi1"),
                    S::new("gsi1pk", "$myapp", &[C::new("#articleid_", 1)]),
                    __d::Some(
                        S::new("gsi1sk", "$comment_1", &[C::new("#commentid_", 0)]),
                    ),
                ),
            ],
        )
    };
    fn __codec_0() -> impl __d::Codec<String> {
        (&&&__d::Pick::<String>::NEW).pick()
    }
    ///The handles of the attributes of [`Comment`].
    pub struct __Attributes {
        ///The attribute `commentID`.
        pub comment_id: __d::Handle<Comment, String, __d::PrimaryKey, 0>,
        ///The attribute `articleID`.
        pub article_id: __d::Handle<Comment, String, __d::ReadOnly, 1>,
        ///The attribute `text`.
        pub text: __d::Handle<Comment, String, __d::Required, 2>,
    }
    impl ::core::clone::Clone for __Attributes {
        fn clone(&self) -> Self {
            *self
        }
    }
    impl ::core::marker::Copy for __Attributes {}
    pub struct __Values(__d::Option<String>, __d::Option<String>, __d::Option<String>);
    impl __d::Default for __Values {
        fn default() -> Self {
            Self(__d::None, __d::None, __d::None)
        }
    }
    impl __Values {
        fn whole(self) -> __d::Option<Comment> {
            match self {
                Self(
                    __d::Some(__value_0),
                    __d::Some(__value_1),
                    __d::Some(__value_2),
                ) => {
                    __d::Some(Comment {
                        comment_id: __value_0,
                        article_id: __value_1,
                        text: __value_2,
                    })
                }
                #[allow(unreachable_patterns)]
                _ => __d::None,
            }
        }
    }
    #[automatically_derived]
    impl __d::Entity for Comment {
        const SCHEMA: &'static __d::EntitySchema = &__SCHEMA;
        type Attributes = __Attributes;
        type Values = __Values;
        #[allow(unused_mut)]
        fn from_values(
            mut __v: __Values,
            __defaulted: &mut dyn __d::FnMut(usize),
        ) -> __d::Result<Self> {
            __d::or_default(
                &mut __v.0,
                0,
                __defaulted,
                || __d::Assign::<String>::assign(Ulid::generate().to_string()),
            );
            __v.whole().ok_or_else(|| __d::incomplete(&__SCHEMA))
        }
        #[allow(unused_variables)]
        fn write_composite(
            &self,
            __at: usize,
            __sorts: bool,
            __key: &mut __d::String,
        ) -> bool {
            match __at {
                0 => __d::KeyPart::write_key(&self.comment_id, __key),
                1 => __d::KeyPart::write_key(&self.article_id, __key),
                _ => return false,
            }
            true
        }
        fn write_item(&self, __i: &mut __d::ItemWriter) {
            __i.put(0, "commentID", __codec_0(), &self.comment_id);
            __i.put(1, "articleID", __codec_0(), &self.article_id);
            __i.put(2, "text", __codec_0(), &self.text);
        }
        fn into_item(self, __i: &mut __d::ItemWriter) {
            __i.put_owned(0, "commentID", __codec_0(), self.comment_id);
            __i.put_owned(1, "articleID", __codec_0(), self.article_id);
            __i.put_owned(2, "text", __codec_0(), self.text);
        }
        fn read_item(__i: __d::Item, __r: &mut __d::ItemReader) -> __d::Option<Self> {
            let mut __v = <__Values as __d::Default>::default();
            for (__name, __value) in __i {
                match __name.as_str() {
                    "commentID" => __r.read(0, &mut __v.0, __value, __codec_0()),
                    "articleID" => __r.read(1, &mut __v.1, __value, __codec_0()),
                    "text" => __r.read(2, &mut __v.2, __value, __codec_0()),
                    _ => __r.other(&__name, __value),
                }
            }
            __r.required(0, &mut __v.0, __codec_0());
            __r.required(1, &mut __v.1, __codec_0());
            __r.required(2, &mut __v.2, __codec_0());
            __v.whole()
        }
    }
    type __OnItem<__Q> = __m::Keys<__Q, __m::primary::CommentId>;
    impl Comment {
        ///Makes a new item; fails if its primary key is taken.
        pub fn create() -> __m::Draft<__d::Put<Comment, __d::IfAbsent>> {
            __m::Draft::__state(__d::Default::default())
        }
        ///Writes an item, replacing the one with its primary key if there is one.
        pub fn put() -> __m::Draft<__d::Put<Comment, __d::Always>> {
            __m::Draft::__state(__d::Default::default())
        }
        ///Makes an item, or sets the given attributes of the one with its primary key.
        pub fn upsert() -> __m::Draft<__d::Upsert<Comment>> {
            __m::Draft::__state(__d::Default::default())
        }
        ///Reads an item by its primary key.
        pub fn get() -> __OnItem<__d::Get<Comment>> {
            __m::Keys::__start()
        }
        ///Changes attributes of an item, and makes the item if there is none.
        pub fn update() -> __OnItem<__d::Update<Comment>> {
            __m::Keys::__start()
        }
        ///Changes attributes of an item; fails if there is none.
        pub fn patch() -> __OnItem<__d::Update<Comment, __d::IfExists>> {
            __m::Keys::__start()
        }
        ///Deletes an item, whether there is one or not.
        pub fn delete() -> __OnItem<__d::Delete<Comment>> {
            __m::Keys::__start()
        }
        ///Deletes an item; fails if there is none.
        pub fn remove() -> __OnItem<__d::Delete<Comment, __d::IfExists>> {
            __m::Keys::__start()
        }
        /// Reads items by an access pattern.
        pub fn query() -> __m::AccessPatterns {
            __m::AccessPatterns(())
        }
        /// Reads every item of the entity, by reading the whole table.
        pub fn scan() -> __d::Scan<Comment> {
            __d::Scan::start()
        }
        /// Reads every item of the entity, and tells where to go on.
        pub fn export() -> __d::Export<Comment> {
            __d::Scan::start().export()
        }
        /// Brings all items of a model to this one, or to this one as it is today.
        pub fn rewrite<'a, __O: __d::Entity, __R: __d::Rewritten<Comment>>(
            __made: impl ::core::ops::Fn(__O) -> __R + __d::Send + __d::Sync + 'a,
        ) -> __d::Rewrite<'a, __O, Comment> {
            __d::Rewrite::of(__made)
        }
        /// Reads the items with the key of an index that the given values make up.
        pub fn find() -> __d::Find<Comment> {
            __d::Find::start(false)
        }
        /// Reads the items of which attributes have the given values, by the index that serves best.
        pub fn matching() -> __d::Find<Comment> {
            __d::Find::start(true)
        }
        /// Reads any number of items by their primary keys, a hundred in a request.
        pub fn batch_get<
            'a,
            W_: __d::Whole<Operation = __d::Get<Comment>> + __d::Send + 'a,
            M_,
        >(
            gets: impl __d::Source<'a, W_, M_>,
        ) -> __d::BatchGet<'a, __d::Each<'a, Comment>> {
            __d::BatchGet::each(gets)
        }
        /// Writes any number of items, 25 in a request, replacing those that are there.
        pub fn batch_put<'a, M_>(
            items: impl __d::Source<'a, Comment, M_>,
        ) -> __d::BatchWrite<'a> {
            __d::BatchWrite::new().put_all(items)
        }
        /// Deletes any number of items, 25 in a request, whether they are there or not.
        pub fn batch_delete<
            'a,
            W_: __d::Whole<Operation = __d::Delete<Comment>> + __d::Send + 'a,
            M_,
        >(deletes: impl __d::Source<'a, W_, M_>) -> __d::BatchWrite<'a> {
            __d::BatchWrite::new().items(deletes)
        }
        /// Writes items as `batch_put` does, whatever version those have that are there.
        pub fn import<'a, M_>(
            items: impl __d::Source<'a, Comment, M_>,
        ) -> __d::BatchWrite<'a> {
            __d::BatchWrite::new().import_all(items)
        }
        /// The handles of the attributes.
        pub fn attributes() -> __Attributes {
            __Attributes {
                comment_id: __d::Attr::new(__codec_0),
                article_id: __d::Attr::new(__codec_0),
                text: __d::Attr::new(__codec_0),
            }
        }
    }
    impl __m::AccessPatterns {
        ///Queries the table's own key. Its partition: `comment_id`.
        pub fn primary(
            self,
        ) -> __m::Keys<__d::Query<Comment, __d::Strong>, __m::primary::CommentId> {
            __m::Keys::__waiting(__d::Query::start(0))
        }
        ///Queries the global secondary index `gsi1`. Its partition: `article_id`. Its order: `comment_id`.
        pub fn by_article(
            self,
        ) -> __m::Keys<__d::Query<Comment, __d::Global>, __m::by_article::ArticleId> {
            __m::Keys::__waiting(__d::Query::start(1))
        }
    }
    impl<__Q: __d::KeyOperation> __m::Keys<__Q, __m::primary::CommentId> {
        ///Gives `comment_id`.
        pub fn comment_id(self, value: impl __d::PartOf<String>) -> __Q {
            __d::given(self.0, value)
        }
    }
    impl<__Q: __d::KeyOperation> __m::Keys<__Q, __m::by_article::ArticleId> {
        ///Gives `article_id`.
        pub fn article_id(
            self,
            value: impl __d::PartOf<String>,
        ) -> __m::Keys<__Q, __m::by_article::CommentId> {
            __m::Keys::__waiting(__d::given(self.0, value))
        }
    }
    impl<__Q: __d::KeyOperation> __m::Keys<__Q, __m::by_article::CommentId> {
        ///Gives `comment_id`: a value, or in a query a condition.
        pub fn comment_id<__C: __d::SortKey<__Q, String, __d::Nth<0>>>(
            self,
            value: __C,
        ) -> __C::Then<__Q> {
            value.give(self.0, __d::identity)
        }
    }
    impl<W_: __d::Writes<Entity = Comment>, _0, _1> __m::Draft<W_, _0, _1> {
        ///Sets `comment_id`.
        pub fn comment_id(
            mut self,
            value: impl __d::Assign<String>,
        ) -> __m::Draft<W_, _0, _1> {
            self.values.0 = __d::Some(value.assign());
            __m::Draft::__state(self.values)
        }
        ///Sets `article_id`.
        pub fn article_id(
            mut self,
            value: impl __d::Assign<String>,
        ) -> __m::Draft<W_, __d::Given, _1> {
            self.values.1 = __d::Some(value.assign());
            __m::Draft::__state(self.values)
        }
        ///Sets `text`.
        pub fn text(
            mut self,
            value: impl __d::Assign<String>,
        ) -> __m::Draft<W_, _0, __d::Given> {
            self.values.2 = __d::Some(value.assign());
            __m::Draft::__state(self.values)
        }
    }
};
