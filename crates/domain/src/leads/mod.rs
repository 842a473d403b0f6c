//! A lead («Заявка»): what a visitor left in a form of the site.

mod facts;
mod note;

pub use facts::LeadFacts;
pub use note::LeadNote;
