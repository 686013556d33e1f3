//! What a model says of an attribute's values besides their type: how they are checked, and changed on their way.

use std::{fmt::Display, marker::PhantomData};

use aws_sdk_dynamodb::types::AttributeValue;

use super::{Codec, StoredType, ValueError, ValueProblem};

/// What a function behind `#[attr(validate = …)]` can answer: a `bool`, or a `Result<(), _>` whose error says why.
///
/// ```
/// use dynaent::Entity;
///
/// #[derive(Debug, Clone, PartialEq, Entity)]
/// #[entity(service = "myapp", name = "Author", version = "1")]
/// #[index(primary, pk = [name], sk = [])]
/// struct Author {
///     name: String,
///     #[attr(validate = is_address)]
///     email: String,
///     #[attr(validate = is_age)]
///     age: u32,
/// }
///
/// fn is_age(age: &u32) -> bool {
///     *age < 150
/// }
///
/// fn is_address(email: &str) -> Result<(), &'static str> {
///     if email.contains('@') { Ok(()) } else { Err("an address has an @") }
/// }
/// assert!(Author::put().name("ada").email("ada").age(36).request("app").is_err());
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not tell whether a value is valid",
    label = "expected `bool` or `Result<(), impl Display>`"
)]
pub trait Verdict {
    #[doc(hidden)]
    fn into_result(self) -> Result<(), ValueError>;
}

#[diagnostic::do_not_recommend]
impl Verdict for bool {
    fn into_result(self) -> Result<(), ValueError> {
        if self { Ok(()) } else { Err(ValueProblem::Invalid("it is not valid".to_owned()).into()) }
    }
}

#[diagnostic::do_not_recommend]
impl<E: Display> Verdict for Result<(), E> {
    fn into_result(self) -> Result<(), ValueError> {
        self.map_err(|why| ValueProblem::Invalid(why.to_string()).into())
    }
}

/// The functions that a model names for an attribute.
pub trait Hooks<T>: Copy + Default {
    /// Whether there is an `on_read`.
    const READS: bool = false;

    /// `validate`
    fn check(_: &T) -> Result<(), ValueError> {
        Ok(())
    }

    /// `on_write`
    fn change(value: T) -> T {
        value
    }

    /// `on_read`
    fn read(value: T) -> T {
        value
    }
}

/// A codec with the functions of `H` around it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Hooked<C, H>(C, PhantomData<H>);

/// Puts the functions of `H` around a codec.
pub fn hooked<T, C: Codec<T>, H: Hooks<T>>(codec: C, _: H) -> Hooked<C, H> {
    Hooked(codec, PhantomData)
}

impl<T, C: Codec<T>, H: Hooks<T>> Codec<T> for Hooked<C, H> {
    const STORED: Option<StoredType> = C::STORED;
    const FORM: &'static str = C::FORM;
    const READS_OTHERWISE: bool = H::READS;

    fn encode(self, value: &T) -> Result<AttributeValue, ValueError> {
        self.0.encode(value)
    }

    fn encode_owned(self, value: T) -> Result<AttributeValue, ValueError> {
        self.0.encode_owned(value)
    }

    fn store(self, value: &T) -> Result<AttributeValue, ValueError> {
        H::check(value)?;
        self.0.store(value)
    }

    fn store_owned(self, value: T) -> Result<AttributeValue, ValueError> {
        H::check(&value)?;
        self.0.store_owned(value)
    }

    fn change(self, value: T) -> T {
        H::change(value)
    }

    fn decode(self, value: AttributeValue) -> Result<T, ValueError> {
        self.0.decode(value).map(H::read)
    }

    fn stored(self, value: AttributeValue) -> Result<T, ValueError> {
        self.0.decode(value)
    }

    fn absent(self) -> Option<T> {
        self.0.absent()
    }
}
