//! Reading pages: from a request to what is made of the items that come, page by page.

use aws_sdk_dynamodb::operation::{query::builders::QueryInputBuilder, scan::builders::ScanInputBuilder};

use super::hydrate::Hydrate;
use crate::{
    cursor::Cursor,
    error::Result,
    operation::send::{call, call::Call, request::Request},
    page::Page,
    table::Table,
    value::Item,
};

/// Makes what is asked for of the items that come.
pub(in crate::operation) trait Reader: Send + Sync {
    /// What is made of them.
    type Found: Send;

    /// What there is before any came.
    fn nothing(&self) -> Self::Found;

    /// What an item is to the one who asks, as far as its keys and its identifiers tell.
    fn standing(&self, item: &Item) -> Standing;

    /// Takes an item. `false` if it is of no entity that is asked for.
    fn read(&self, item: Item, found: &mut Self::Found) -> Result<bool>;

    /// Makes room for so many.
    fn reserve(_: &mut Self::Found, _: usize) {}
}

/// What an item is to the one who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::operation) enum Standing {
    /// It is asked for, unless it turns out to be of another entity.
    Wanted,
    /// It is of an entity that is asked for, and lies between the keys that are.
    Neighbour,
    /// It is of another entity.
    Foreign,
}

/// What came of one request.
pub(in crate::operation) struct Came<T> {
    pub(in crate::operation) found: T,
    /// How many items were of no entity that was asked for.
    pub(super) foreign: usize,
    /// How many items DynamoDB has read, also those that a filter left out.
    pub(in crate::operation) scanned: usize,
    /// Where the next page begins.
    pub(in crate::operation) cursor: Option<Cursor>,
}

impl<T> From<Came<Vec<T>>> for Page<T> {
    fn from(Came { found, foreign, cursor, .. }: Came<Vec<T>>) -> Self {
        Self { items: found, cursor, foreign }
    }
}

/// The pages that a request leads to.
pub(in crate::operation) struct Pages<I, R> {
    pub(in crate::operation) input: I,
    pub(in crate::operation) reader: R,
    pub(in crate::operation) request: Request,
    /// DynamoDB's name of the index that is read; `None` for the table itself.
    pub(in crate::operation) index: Option<&'static str>,
    /// Whether the items are to be got whole, by the keys that come.
    pub(in crate::operation) hydrate: Option<Hydrate>,
}

impl<I: Paged, R: Reader> Pages<I, R> {
    /// One page.
    pub(super) async fn one(self, table: &Table) -> Result<Came<R::Found>> {
        let mut found = self.reader.nothing();
        let call = self.call();
        let answer = self.input.answer(call, table).await.map_err(|error| self.request.failed(table, error))?;
        let foreign = take(&self.reader, self.request, self.hydrate, answer.items, table, &mut found).await?;
        Ok(Came { found, foreign, scanned: answer.scanned, cursor: answer.last.as_ref().and_then(Cursor::of) })
    }

    /// All pages.
    pub(super) async fn all(self, table: &Table) -> Result<R::Found> {
        let mut found = self.reader.nothing();
        let mut last = self.page(self.input.clone(), table, &mut found).await?.last;
        while last.is_some() {
            last = self.page(self.input.clone().starting_after(last), table, &mut found).await?.last;
        }
        Ok(found)
    }

    /// The first item.
    pub(super) async fn first<T: Send>(self, table: &Table) -> Result<Option<T>>
    where
        R: Reader<Found = Vec<T>>,
    {
        let mut found = self.reader.nothing();
        let mut last = self.page(self.input.clone().limited_to_one(), table, &mut found).await?.last;
        // The first item read was not one asked for: look further, in pages of the usual size.
        while found.is_empty() && last.is_some() {
            last = self.page(self.input.clone().starting_after(last), table, &mut found).await?.last;
        }
        Ok(found.into_iter().next())
    }

    /// The page after a key, or the first one, and the key at which it ended if there may be more.
    pub(super) async fn fetch(&self, table: &Table, after: Option<Item>) -> Result<(Came<R::Found>, Option<Item>)> {
        let mut found = self.reader.nothing();
        let Taken { foreign, scanned, last } =
            self.page(self.input.clone().starting_after(after), table, &mut found).await?;
        Ok((Came { found, foreign, scanned, cursor: last.as_ref().and_then(Cursor::of) }, last))
    }

    /// The first `count` items, and the cursor behind the last of them.
    ///
    /// The first request asks for as many items; where some are not asked for, the next ones ask for more each time.
    pub(super) async fn exactly<T: Send>(self, count: usize, fields: &[&str], table: &Table) -> Result<Came<Vec<T>>>
    where
        R: Reader<Found = Vec<T>>,
    {
        let (mut found, mut foreign, mut scanned) = (self.reader.nothing(), 0, 0);
        let (mut after, mut limit) = (None, count);
        while found.len() < count {
            let input = self.input.clone().limited_unless_it_is(limit).starting_after(after.take());
            limit = limit.saturating_mul(2);
            let answer = self.ask(input, table).await?;
            scanned += answer.scanned;
            let mut items = answer.items.unwrap_or_default().into_iter();
            // No more than are missing, so that the last of them is where it ends.
            while found.len() < count && items.len() > 0 {
                let some: Vec<Item> = items.by_ref().take(count - found.len()).collect();
                let field = |item: &Item, field: &str| Some((field.to_owned(), item.get(field)?.clone()));
                after = some.last().map(|item| fields.iter().filter_map(|name| field(item, name)).collect());
                foreign += take(&self.reader, self.request, self.hydrate, Some(some), table, &mut found).await?;
            }
            if items.len() == 0 {
                after = answer.last;
                if after.is_none() {
                    break;
                }
            }
        }
        Ok(Came { found, foreign, scanned, cursor: after.as_ref().and_then(Cursor::of) })
    }

    /// Sends one of the requests.
    pub(super) async fn ask(&self, input: I, table: &Table) -> Result<Answer> {
        input.answer(self.call(), table).await.map_err(|error| self.request.failed(table, error))
    }

    /// What is sent.
    fn call(&self) -> Call {
        Call { index: self.index, ..self.request.call() }
    }

    /// Takes a page.
    async fn page(&self, input: I, table: &Table, found: &mut R::Found) -> Result<Taken> {
        let answer = self.ask(input, table).await?;
        let foreign = take(&self.reader, self.request, self.hydrate, answer.items, table, found).await?;
        Ok(Taken { foreign, scanned: answer.scanned, last: answer.last })
    }
}

/// What is to be said of a page that was taken.
struct Taken {
    foreign: usize,
    scanned: usize,
    /// The key of the last item that was read, if there may be more.
    last: Option<Item>,
}

/// Takes the items of a page. Gives the number of those that are of no entity that is asked for.
async fn take<R: Reader>(
    reader: &R,
    request: Request,
    whole: Option<Hydrate>,
    items: Option<Vec<Item>>,
    table: &Table,
    found: &mut R::Found,
) -> Result<usize> {
    let mut items = items.unwrap_or_default();
    let mut foreign = 0;
    items.retain(|item| {
        let standing = reader.standing(item);
        foreign += usize::from(standing == Standing::Foreign);
        standing == Standing::Wanted
    });
    if let Some(hydrate) = whole {
        items = hydrate.whole(items, request, table).await?;
    }
    R::reserve(found, items.len());
    for item in items {
        foreign += usize::from(!reader.read(item, found)?);
    }
    Ok(foreign)
}

/// What the service answers.
pub(in crate::operation) struct Answer {
    pub(super) items: Option<Vec<Item>>,
    /// How many items there are, also if none is sent.
    pub(super) count: usize,
    /// How many items were read.
    pub(in crate::operation) scanned: usize,
    pub(super) last: Option<Item>,
}

/// A request that is answered page by page.
pub(in crate::operation) trait Paged: Clone + Send + Sync {
    /// The next request; without a key the same one, which may begin after a cursor.
    fn starting_after(self, last: Option<Item>) -> Self;
    fn limited_to_one(self) -> Self;
    fn limited_unless_it_is(self, limit: usize) -> Self;
    fn answer(self, call: Call, table: &Table) -> impl Future<Output = Result<Answer, aws_sdk_dynamodb::Error>> + Send;
}

macro_rules! paged {
    ($($input:ty),*) => {$(
        impl Paged for $input {
            fn starting_after(self, last: Option<Item>) -> Self {
                if last.is_some() { self.set_exclusive_start_key(last) } else { self }
            }

            fn limited_to_one(self) -> Self {
                self.limit(1)
            }

            fn limited_unless_it_is(self, limit: usize) -> Self {
                if self.get_limit().is_some() { self } else { self.limit(i32::try_from(limit).unwrap_or(i32::MAX)) }
            }

            async fn answer(self, call: Call, table: &Table) -> Result<Answer, aws_sdk_dynamodb::Error> {
                let output = call::send(self, call, table).await?;
                let [count, scanned] =
                    [output.count, output.scanned_count].map(|count| usize::try_from(count).unwrap_or_default());
                Ok(Answer { items: output.items, count, scanned, last: output.last_evaluated_key })
            }
        }
    )*};
}

paged!(QueryInputBuilder, ScanInputBuilder);
