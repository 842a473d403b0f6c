//! The page that shows both sides live, a phone on the left, Planfix on the right; and that of a visitor
//! who writes in a chat.
//!
//! It is plain HTML, CSS and ES modules, embedded in the program. All its addresses are relative, so
//! it works under any prefix, behind any proxy.

mod assets;

use axum::Router;
use axum::extract::{OriginalUri, Path};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

/// Nothing but the page's own files, and no script or style inside the HTML.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    img-src 'self' data:; connect-src 'self'; base-uri 'self'; form-action 'none'";

/// The page at `/`, that of a visitor at `/visitor`, and their files below `/page`.
pub(crate) fn router() -> Router {
    Router::new()
        .route("/", get(page))
        .route("/visitor", get(visitor))
        .route("/page/{file}", get(file))
}

async fn page(OriginalUri(asked): OriginalUri) -> Response {
    let html = assets::PAGE.replace("{{base}}", &base(asked.path()));
    respond("text/html; charset=utf-8", html)
}

/// The page of a visitor lies beside the page's files wherever both are mounted.
async fn visitor() -> Response {
    respond("text/html; charset=utf-8", assets::VISITOR.replace("{{base}}", "./"))
}

async fn file(Path(name): Path<String>) -> Response {
    match assets::find(&name) {
        Some((kind, text)) => respond(kind, text),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

fn respond(kind: &'static str, text: impl Into<axum::body::Body>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CACHE_CONTROL, "no-cache"),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    (headers, text.into()).into_response()
}

/// What relative addresses are relative to: the folder of the page's name. A page asked for as
/// `/sandbox` lies, for the browser, beside its own files; this puts it among them.
fn base(path: &str) -> String {
    match path.rsplit('/').next() {
        None | Some("") => "./".to_owned(),
        Some(last) => format!("{last}/"),
    }
}
