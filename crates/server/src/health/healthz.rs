//! `GET /healthz`

/// The process is up.
#[utoipa::path(get, path = "/healthz", tag = "health",
    responses((status = 200, description = "The process is up", body = str, content_type = "text/plain")))]
pub(crate) async fn healthz() -> &'static str {
    "ok\n"
}
