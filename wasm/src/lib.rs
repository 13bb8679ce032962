//! The session of the live part for a page: four C functions on UTF-8 text, and no imports.
//!
//! A text that comes back is four bytes of length (little endian) and then the text. See docs/live.md.

use delight_case::web::Session;
use std::cell::RefCell;
use std::panic;

thread_local! {
    static SESSION: RefCell<Session> = RefCell::new(Session::default());
    static LAST_PANIC: RefCell<Option<Vec<u8>>> = const { RefCell::new(None) };
}

/// A text as it is handed out: its length, and then itself.
fn framed(text: &str) -> Vec<u8> {
    let length = u32::try_from(text.len()).unwrap_or(u32::MAX);
    let mut framed = Vec::with_capacity(4 + text.len());
    framed.extend_from_slice(&length.to_le_bytes());
    framed.extend_from_slice(text.as_bytes());
    framed
}

/// Hands bytes out; the page gives them back with [`live_free`].
fn handed_out(bytes: Vec<u8>) -> *mut u8 {
    Box::into_raw(bytes.into_boxed_slice()).cast()
}

/// Room for a question of this many bytes.
#[unsafe(no_mangle)]
pub extern "C" fn live_alloc(length: usize) -> *mut u8 {
    handed_out(vec![0; length])
}

/// Asks the question at this place, of this many bytes, which is freed; gives the place of the answer.
///
/// # Safety
/// The question stands in room that [`live_alloc`] gave for just this many bytes, and that was not asked before.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn live_ask(question: *mut u8, length: usize) -> *mut u8 {
    panic::set_hook(Box::new(|info| {
        let told = framed(&info.to_string());
        LAST_PANIC.with(|last| *last.borrow_mut() = Some(told));
    }));
    // SAFETY: by the contract of this function the bytes are those of a boxed slice that nobody else holds.
    let question = unsafe { Box::from_raw(std::ptr::slice_from_raw_parts_mut(question, length)) };
    let answer = SESSION.with(|session| session.borrow_mut().ask(&String::from_utf8_lossy(&question)));
    handed_out(framed(&answer))
}

/// Takes an answer back.
///
/// # Safety
/// The place is one that [`live_ask`] gave, and was not taken back before.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn live_free(answer: *mut u8) {
    if answer.is_null() {
        return;
    }
    // SAFETY: an answer begins with its length, and is a boxed slice of that and as many bytes more.
    unsafe {
        let length = u32::from_le_bytes(answer.cast::<[u8; 4]>().read_unaligned()) as usize;
        drop(Box::from_raw(std::ptr::slice_from_raw_parts_mut(answer, 4 + length)));
    }
}

/// Why the last question trapped, as a text like an answer, which stays where it is; null where none did.
#[unsafe(no_mangle)]
pub extern "C" fn live_last_panic() -> *const u8 {
    LAST_PANIC.with(|last| last.borrow().as_ref().map_or(std::ptr::null(), |told| told.as_ptr()))
}
