//! All routes together.

use axum::extract::{MatchedPath, Request};
use axum::http::header::{CACHE_CONTROL, X_CONTENT_TYPE_OPTIONS};
use axum::http::{HeaderValue, StatusCode, Uri};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
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
    // the page's files alone: what is compressed together with a secret gives its length away
    let page = Router::new().fallback(web::page).layer(CompressionLayer::new());
    let page = page.with_state(app.clone());
    routes
        .route("/api/openapi.json", axum::routing::get(async || Json(description)))
        .fallback_service(page)
        .method_not_allowed_fallback(another_method)
        .layer(from_fn(private))
        .layer(TraceLayer::new_for_http().make_span_with(span))
        .with_state(app)
}

/// What the API answers is for whoever asked, and for him now.
async fn private(request: Request, next: Next) -> Response {
    let api = request.uri().path().starts_with("/api/");
    let mut response = next.run(request).await;
    if api {
        let headers = response.headers_mut();
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    }
    response
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
