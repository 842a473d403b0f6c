//! The page's files, taken into the program when it is built.

/// The page itself; `{{base}}` in it is replaced when it is served.
pub(super) const PAGE: &str = include_str!("../../page/index.html");
/// The page of a visitor, likewise.
pub(super) const VISITOR: &str = include_str!("../../page/visitor.html");

const SCRIPT: &str = "text/javascript; charset=utf-8";
const STYLE: &str = "text/css; charset=utf-8";
const PICTURE: &str = "image/svg+xml";

macro_rules! files {
    ($($name:literal: $kind:expr),* $(,)?) => {
        /// Every file: name, content type, text.
        const FILES: &[(&str, &str, &str)] =
            &[$(($name, $kind, include_str!(concat!("../../page/", $name)))),*];
    };
}

files! {
    "api.js": SCRIPT,
    "base.css": STYLE,
    "call-api.js": SCRIPT,
    "chat-road.js": SCRIPT,
    "click.js": SCRIPT,
    "contacts.js": SCRIPT,
    "deals.js": SCRIPT,
    "dom.js": SCRIPT,
    "faults.js": SCRIPT,
    "format.js": SCRIPT,
    "icon.svg": PICTURE,
    "icons.js": SCRIPT,
    "ledger.js": SCRIPT,
    "main.js": SCRIPT,
    "notifications.js": SCRIPT,
    "phone.js": SCRIPT,
    "planfix.css": STYLE,
    "road.js": SCRIPT,
    "safe-html.js": SCRIPT,
    "scenarios.js": SCRIPT,
    "screens.js": SCRIPT,
    "talk.js": SCRIPT,
    "task-edit.js": SCRIPT,
    "tasks.js": SCRIPT,
    "telephony.js": SCRIPT,
    "texts.js": SCRIPT,
    "toast.js": SCRIPT,
    "uis.css": STYLE,
    "visitor.css": STYLE,
    "visitor.js": SCRIPT,
}

/// The content type and the text of a file.
pub(super) fn find(name: &str) -> Option<(&'static str, &'static str)> {
    let found = FILES.iter().find(|(file, ..)| *file == name)?;
    Some((found.1, found.2))
}
