//! The domain, as those who use it see it.

mod settings;
