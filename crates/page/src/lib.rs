//! The cabinet's page as `npm run build` in `web/` leaves it, built into the program. Where it was never
//! built, a page that says so stands in its place, so that the program can be built without Node.

use std::borrow::Cow;

use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "../../web/dist/"]
#[exclude = ".*"]
struct Dist;

/// What the page is when it was not built.
const STUB: &str = include_str!("stub.html");

/// A file of the page.
#[derive(Debug, Clone)]
pub struct File {
    /// What it holds.
    pub bytes: Cow<'static, [u8]>,
    /// Its media type.
    pub media_type: String,
}

/// The file of a path (`assets/index-4f2a.js`); `None` when there is none.
pub fn file(path: &str) -> Option<File> {
    let found = Dist::get(path)?;
    let media_type = found.metadata.mimetype().to_owned();
    Some(File { bytes: found.data, media_type })
}

/// The page itself. What stands in it as `__NONCE__` and `__SANDBOX__` is for the server to fill in.
pub fn index() -> String {
    let built = Dist::get("index.html");
    built.map_or_else(|| STUB.to_owned(), |file| String::from_utf8_lossy(&file.data).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_always_a_page() {
        assert!(index().to_lowercase().starts_with("<!doctype html>"));
    }

    #[test]
    fn what_is_not_of_the_page_is_not_served() {
        for path in [".gitkeep", "../package.json", "nothing.js", ""] {
            assert!(file(path).is_none(), "{path}");
        }
    }
}
