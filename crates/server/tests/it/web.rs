use axum::body::Body;
use axum::http::{Request, StatusCode};

use crate::house::House;

#[tokio::test]
async fn the_page_stands_at_every_address_that_is_nobody_elses() {
    let house = House::open().await;
    for path in ["/", "/connections/romashka", "/setup"] {
        let answer = house.get(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert!(answer.content_type.starts_with("text/html"), "{path}");
        assert!(!answer.text.contains("__NONCE__"), "{path}");
    }
}

#[tokio::test]
async fn what_is_no_page_is_not_answered_with_one() {
    let house = House::open().await;
    for path in ["/api/nothing", "/hooks/x", "/assets/nothing.js", "/.gitkeep"] {
        assert_eq!(house.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(house.post("/", "text/plain", "").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_page_allows_no_script_but_our_own_files_and_no_frame() {
    let house = House::open().await;
    let first = house.get("/").await.policy.unwrap();
    let second = house.get("/").await.policy.unwrap();
    assert!(first.contains("script-src 'self';"), "{first}");
    assert!(first.contains("frame-ancestors 'none'"), "{first}");
    assert!(!first.contains("unsafe"), "{first}");
    assert_ne!(first, second, "a nonce is used once");
}

#[tokio::test]
async fn the_workspace_may_be_framed_by_its_own_planfix_and_by_nobody_else() {
    let house = House::open().await;
    for path in ["/embed/workspace", "/embed/workspace?connection=romashka"] {
        let policy = house.get(path).await.policy.unwrap();
        let own = "frame-ancestors 'self' https://romashka.planfix.ru";
        assert!(policy.ends_with(own), "{path}: {policy}");
    }
    for path in ["/embed/workspace?connection=lyutik", "/embed/other"] {
        let policy = house.get(path).await.policy.unwrap();
        assert!(policy.contains("frame-ancestors 'none'"), "{path}: {policy}");
    }
}

#[tokio::test]
async fn what_the_api_answers_is_kept_nowhere_and_never_compressed() {
    let house = House::open().await;
    let request = Request::get("/api/openapi.json").header("accept-encoding", "gzip");
    let answer = house.send(request.body(Body::empty()).unwrap()).await;
    assert_eq!(answer.cache.as_deref(), Some("no-store"));
    assert_eq!(answer.encoding, None);
}
