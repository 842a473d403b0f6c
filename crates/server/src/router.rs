//! All routes together.

use axum::extract::{MatchedPath, Request};
use axum::http::{StatusCode, Uri};
use axum::response::IntoResponse;
use axum::{Json, Router};
use tower_http::compression::CompressionLayer;
use tower_http::trace::TraceLayer;
use tracing::Span;

use crate::app::App;
use crate::openapi;
use crate::problem::Problem;
use crate::web;

/// Every route of the server.
pub fn router(app: App) -> Router {
    let (routes, description) = openapi::routes().split_for_parts();
    let description = openapi::named(description);
    routes
        .route("/api/openapi.json", axum::routing::get(async || Json(description)))
        .fallback(web::page)
        .method_not_allowed_fallback(another_method)
        .layer(CompressionLayer::new())
        .layer(TraceLayer::new_for_http().make_span_with(span))
        .with_state(app)
}

/// The span of a request names the route, never the address itself: addresses of hooks hold their keys.
fn span(request: &Request) -> Span {
    let route = request.extensions().get::<MatchedPath>().map_or("", MatchedPath::as_str);
    tracing::debug_span!("request", method = %request.method(), route)
}

async fn another_method(uri: Uri) -> impl IntoResponse {
    if uri.path().starts_with("/api/") {
        return Problem::method_not_allowed().into_response();
    }
    (StatusCode::METHOD_NOT_ALLOWED, "Этот адрес вызывают другим методом\n").into_response()
}
