//! What happened to an item, as a stream of the table tells it.

use super::{Service, decode};
use crate::{error::Result, value::Item};

/// A change of an item: as it was before, and as it is after. `None` where there was none, or where the stream does not
/// tell (its view type decides).
///
/// ```
/// use dynaent::{Change, Entity, Service};
///
/// #[derive(Debug, Clone, PartialEq, Entity)]
/// #[entity(service = "blog", name = "Article", version = "1")]
/// #[index(primary, pk = [id], sk = [])]
/// struct Article { id: String, title: String }
///
/// #[derive(Debug, Clone, PartialEq, Service)]
/// enum Blog { Article(Article) }
///
/// fn announce(change: Change<Blog>) -> Option<String> {
///     match change {
///         Change { before: None, after: Some(Blog::Article(article)) } => Some(format!("new: {}", article.title)),
///         _ => None,
///     }
/// }
/// # let article = Article { id: "1".into(), title: "Hi".into() };
/// # let item = Article::put().item(article).request("app")?.item.unwrap();
/// # assert_eq!(announce(Change::of(None, Some(item))?).as_deref(), Some("new: Hi"));
/// # Ok::<(), dynaent::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change<S> {
    /// The item before the change.
    pub before: Option<S>,
    /// The item after the change.
    pub after: Option<S>,
}

impl<S> Change<S> {
    /// The change that the images of a stream's record tell.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// use dynaent::Change;
    ///
    /// let image = Comment::put().comment_id("c1").article_id("a1").text("First!").request("app")?.item;
    /// let change = Change::<Blog>::of(None, image)?;
    /// assert!(matches!(change.after, Some(Blog::Comment(_))));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::UnknownItem`](crate::Error::UnknownItem) if an image is of none of the service's entities, and
    /// [`Error::Item`](crate::Error::Item) if it cannot be read.
    pub fn of(before: Option<Item>, after: Option<Item>) -> Result<Self>
    where
        S: Service,
    {
        // A stream that does not show an image may give an empty one.
        let read = |image: Option<Item>| image.filter(|item| !item.is_empty()).map(decode).transpose();
        Ok(Self { before: read(before)?, after: read(after)? })
    }

    /// The item was made.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// use dynaent::Change;
    ///
    /// let image = Comment::put().comment_id("c1").article_id("a1").text("First!").request("app")?.item;
    /// assert!(Change::<Blog>::of(None, image)?.is_insertion());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub const fn is_insertion(&self) -> bool {
        self.before.is_none() && self.after.is_some()
    }

    /// The item was deleted.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// use dynaent::Change;
    ///
    /// let image = Comment::put().comment_id("c1").article_id("a1").text("First!").request("app")?.item;
    /// assert!(Change::<Blog>::of(image, None)?.is_deletion());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub const fn is_deletion(&self) -> bool {
        self.before.is_some() && self.after.is_none()
    }
}
