//! The page of both sides.

use std::sync::Arc;

use ambient::ManualClock;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use jiff::Timestamp;
use sandbox::Sandbox;
use tower::ServiceExt;

fn router() -> Router {
    Sandbox::new(Arc::new(ManualClock::at(Timestamp::UNIX_EPOCH))).router()
}

async fn get(router: &Router, path: &str) -> (StatusCode, HeaderMap, String) {
    let request = Request::get(path).body(Body::empty()).unwrap();
    let response = router.clone().oneshot(request).await.unwrap();
    let (status, headers) = (response.status(), response.headers().clone());
    let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    (status, headers, String::from_utf8(body.to_vec()).unwrap())
}

/// What stands between each `before` and the next `after`.
fn between<'a>(text: &'a str, before: &str, after: &str) -> Vec<&'a str> {
    text.split(before).skip(1).filter_map(|rest| Some(rest.split_once(after)?.0)).collect()
}

#[tokio::test]
async fn the_page_finds_its_files_wherever_it_is_mounted() {
    let router = Router::new().nest("/demo/sandbox", router()).merge(router());

    let (_, _, at_root) = get(&router, "/").await;
    let (_, _, nested) = get(&router, "/demo/sandbox").await;

    assert!(at_root.contains(r#"<base href="./">"#));
    assert!(nested.contains(r#"<base href="sandbox/">"#));
}

#[tokio::test]
async fn every_file_the_page_names_is_there() {
    let router = router();
    let (_, _, page) = get(&router, "/").await;
    let mut names: Vec<String> =
        between(&page, "\"page/", "\"").into_iter().map(str::to_owned).collect();

    let mut seen = 0;
    while let Some(name) = names.get(seen).cloned() {
        let (status, headers, text) = get(&router, &format!("/page/{name}")).await;
        assert_eq!(status, StatusCode::OK, "{name}");
        assert!(headers.contains_key("content-security-policy"), "{name}");
        for import in between(&text, "from \"./", "\"") {
            if !names.iter().any(|known| known == import) {
                names.push(import.to_owned());
            }
        }
        seen += 1;
    }
    assert!(seen > 15, "only {seen} files");
    assert_eq!(get(&router, "/page/secrets.js").await.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn no_script_and_no_style_stands_in_the_html() {
    let (_, headers, page) = get(&router(), "/").await;

    assert!(!page.contains("<style") && !page.contains(" style=") && !page.contains(" on"));
    assert!(between(&page, "<script", "</script>").iter().all(|script| script.ends_with('>')));
    let policy = headers["content-security-policy"].to_str().unwrap();
    assert!(policy.contains("script-src 'self';") && !policy.contains("unsafe"));
}

#[tokio::test]
async fn every_text_exists_in_both_languages() {
    let router = router();
    let (_, _, texts) = get(&router, "/page/texts.js").await;
    let (russian, english) = texts.split_once("  en: {").unwrap();
    let keys = |text: &str| {
        let words = text.split([' ', '\n', '{', ',']);
        let keys = words.filter_map(|word| word.strip_suffix(':'));
        keys.filter(|key| key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_'))
            .map(str::to_owned)
            .collect::<std::collections::BTreeSet<_>>()
    };
    let english = keys(english.split_once("\n};").unwrap().0);
    let mut russian = keys(russian);
    russian.remove("ru");
    let (_, _, page) = get(&router, "/").await;
    for key in between(&page, "data-t=\"", "\"") {
        assert!(russian.contains(key), "{key}");
    }

    assert!(russian.len() > 80);
    for key in &russian {
        assert!(english.contains(key), "{key} has no English text");
    }
}

#[tokio::test]
async fn the_page_of_a_visitor_is_as_strict_and_finds_its_files() {
    let router = Router::new().nest("/demo/sandbox", router());
    let (status, headers, page) = get(&router, "/demo/sandbox/visitor").await;
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains(r#"<base href="./">"#));
    assert!(!page.contains("<style") && !page.contains(" style="));
    assert!(between(&page, "<script", "</script>").iter().all(|script| script.ends_with('>')));
    assert!(headers["content-security-policy"].to_str().unwrap().contains("script-src 'self';"));
    for name in between(&page, "\"page/", "\"") {
        let (status, ..) = get(&router, &format!("/demo/sandbox/page/{name}")).await;
        assert_eq!(status, StatusCode::OK, "{name}");
    }
}
