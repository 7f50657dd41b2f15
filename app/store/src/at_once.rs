//! Where there is no database nothing ever waits, and tests need no executor.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// What a future gives at once.
///
/// # Panics
/// When it waits.
pub(crate) fn at_once<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("it waits"),
    }
}
