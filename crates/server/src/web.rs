//! The cabinet's page: its files, and the page itself at every address that is nobody else's.

use axum::Extension;
use axum::extract::State;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderName, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use domain::ids::ConnectionName;

use crate::app::App;
use crate::problem::Problem;

/// Length of a nonce, bytes.
const NONCE: usize = 16;
/// Files are named by what they hold, so they never change.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// Where the workspace stands in a frame.
const FRAMED: &str = "/embed/workspace";

/// Where the page of the simulated systems is, when they run in this process: put this extension on the
/// router, and the cabinet links there.
#[derive(Debug, Clone, Copy)]
pub struct SandboxLink(pub &'static str);

/// Answers what no route answers.
pub(crate) async fn page(
    State(app): State<App>,
    sandbox: Option<Extension<SandboxLink>>,
    method: Method,
    uri: Uri,
) -> Response {
    let path = uri.path();
    if path.starts_with("/api/") {
        return Problem::not_found("Такого адреса нет").into_response();
    }
    let looks = method == Method::GET || method == Method::HEAD;
    if !looks || path.starts_with("/hooks/") {
        return (StatusCode::NOT_FOUND, "Такого адреса нет\n").into_response();
    }
    if let Some(file) = ::page::file(path.trim_start_matches('/')) {
        return ([(CONTENT_TYPE, file.media_type.as_str()), (CACHE_CONTROL, FOR_EVER)], file.bytes)
            .into_response();
    }
    if path.rsplit('/').next().is_some_and(|name| name.contains('.')) {
        return (StatusCode::NOT_FOUND, "Такого файла нет\n").into_response();
    }
    let framed_by = if path == FRAMED { framers(&app, uri.query()).await } else { Vec::new() };
    index(&app, sandbox.map(|Extension(link)| link), &framed_by)
}

/// Who may frame the workspace: the Planfix of the connection that the address names, or of the only one.
async fn framers(app: &App, query: Option<&str>) -> Vec<String> {
    let mut named = url::form_urlencoded::parse(query.unwrap_or_default().as_bytes());
    let named = named.find(|(key, _)| key == "connection").map(|(_, name)| name.into_owned());
    let name = match named {
        Some(name) => ConnectionName::parse(&name).ok(),
        None => match app.connections.store().list().await.as_deref() {
            Ok([only]) => Some(only.head.name.clone()),
            _ => None,
        },
    };
    let Some(name) = name else { return Vec::new() };
    let Ok(connection) = app.connections.get(&name).await else { return Vec::new() };
    let credentials = &connection.settings.credentials;
    // an account with a domain of its own may be known by it in one place and by Planfix's in the other
    let rest = credentials.planfix_rest.as_ref().map(|access| &access.url);
    let telephony = credentials.planfix_telephony.as_ref().map(|access| &access.url);
    let mut origins: Vec<String> =
        rest.into_iter().chain(telephony).map(|url| url.origin().ascii_serialization()).collect();
    origins.dedup();
    origins
}

/// The page, with a nonce for the styles it makes at run time.
fn index(app: &App, sandbox: Option<SandboxLink>, framed_by: &[String]) -> Response {
    let mut bytes = [0; NONCE];
    app.entropy.fill(&mut bytes);
    let nonce = bytes.map(|byte| format!("{byte:02x}")).concat();
    let link = sandbox.map(|SandboxLink(link)| link).unwrap_or_default();
    let html = ::page::index().replace("__NONCE__", &nonce).replace("__SANDBOX__", link);
    (headers(&policy(&nonce, framed_by)), html).into_response()
}

/// Nothing but our own files, no framing but by these, and no script in the page itself. Files of chats are
/// shown as blobs: a framed page fetches them with its session in a header, which no picture can show.
fn policy(nonce: &str, framed_by: &[String]) -> String {
    let ancestors = if framed_by.is_empty() {
        "'none'".to_owned()
    } else {
        format!("'self' {}", framed_by.join(" "))
    };
    format!(
        "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data: blob:; \
         media-src 'self' blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; \
         form-action 'self'; frame-ancestors {ancestors}"
    )
}

fn headers(policy: &str) -> [(HeaderName, String); 5] {
    [
        (CONTENT_TYPE, "text/html; charset=utf-8".to_owned()),
        (CONTENT_SECURITY_POLICY, policy.to_owned()),
        (CACHE_CONTROL, "no-cache".to_owned()),
        (X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        (REFERRER_POLICY, "no-referrer".to_owned()),
    ]
}
