//! stand-in
use super::Value;
/// o
pub trait Ordered {}
/// n
pub trait Numeric {}
macro_rules! x { ($($t:ty),*) => {$(impl Ordered for $t {})*} }
macro_rules! y { ($($t:ty),*) => {$(impl Numeric for $t {})*} }
x!(String,u8,u16,u32,u64,i8,i16,i32,i64,f32,f64,u128,i128,usize,isize);
y!(u8,u16,u32,u64,i8,i16,i32,i64,f32,f64,u128,i128,usize,isize);

/// e
#[derive(Clone,Copy,Debug)] pub struct Expiry(i64);
impl Expiry { /// a
pub fn after(d: std::time::Duration) -> Self { Self(std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |x| (x + d).as_secs() as i64)) }
/// s
pub fn seconds(self) -> i64 { self.0 } }
