//! What operators see of a communication they answer with their own hands: its card in the list and the
//! lines of its thread. The same for chats and leads.

mod card;
mod line;

pub use card::{CardFace, LastWord, Window, WorkKind};
pub use line::{Author, Delivery, Happening, Line, MessageLine, Person};
