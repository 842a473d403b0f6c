//! Signing in, as a browser does.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use cabinet::Role;
use cabinet::people::{Actor, Password};
use jiff::SignedDuration;
use secrecy::ExposeSecret as _;
use serde_json::{Value, json};

use crate::house::{Answer, House};

const OLGA: &str = "olga@romashka.ru";
const PASSWORD: &str = "ромашка-2026";

/// A browser: keeps the cookie, and what the page must show.
struct Browser<'a> {
    house: &'a House,
    cookie: Option<String>,
    page_key: Option<String>,
}

impl<'a> Browser<'a> {
    fn at(house: &'a House) -> Self {
        Self { house, cookie: None, page_key: None }
    }

    async fn signed_in(house: &'a House, role: Role) -> Browser<'a> {
        let password = Password::parse(&PASSWORD.into()).unwrap();
        let email = OLGA.parse().unwrap();
        house.people.add(Actor::terminal("root"), email, password, role).await.unwrap();
        let mut browser = Self::at(house);
        let answer = browser.sign_in(PASSWORD).await;
        assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
        browser
    }

    async fn sign_in(&mut self, password: &str) -> Answer {
        let answer =
            self.post("/api/session", &json!({ "email": OLGA, "password": password })).await;
        self.take(&answer);
        answer
    }

    fn take(&mut self, answer: &Answer) {
        if let Some(cookie) = &answer.cookie {
            self.cookie = Some(cookie.split(';').next().unwrap().to_owned());
            self.page_key = answer.json()["page_key"].as_str().map(str::to_owned);
        }
    }

    async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, None).await
    }

    async fn post(&self, path: &str, body: &Value) -> Answer {
        self.send(Method::POST, path, Some(body)).await
    }

    async fn delete(&self, path: &str) -> Answer {
        self.send(Method::DELETE, path, None).await
    }

    async fn send(&self, method: Method, path: &str, body: Option<&Value>) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        if let Some(cookie) = &self.cookie {
            request = request.header("cookie", format!("other=1; {cookie}"));
        }
        if let Some(key) = &self.page_key {
            request = request.header("x-page-key", key);
        }
        let request = request.header("content-type", "application/json");
        let body = body.map_or_else(Body::empty, |body| Body::from(body.to_string()));
        self.house.send(request.body(body).unwrap()).await
    }
}

fn code(answer: &Answer) -> String {
    answer.json()["code"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn whoever_signed_in_is_let_in_by_his_cookie() {
    let house = House::open().await;
    let browser = Browser::signed_in(&house, Role::Viewer).await;

    assert_eq!(browser.get("/api/connections").await.status, StatusCode::OK);
    let session = browser.get("/api/session").await.json();

    assert_eq!(session["person"]["email"], OLGA);
    assert_eq!(session["person"]["role"], "viewer");
    assert_eq!(session["page_key"].as_str(), browser.page_key.as_deref());
}

#[tokio::test]
async fn the_cookie_is_kept_from_scripts_other_sites_and_plain_http() {
    let house = House::open().await;
    let mut browser = Browser::signed_in(&house, Role::Viewer).await;
    let cookie = browser.sign_in(PASSWORD).await.cookie.unwrap();
    for word in ["HttpOnly", "SameSite=Lax", "Secure", "Path=/"] {
        assert!(cookie.contains(word), "{word}: {cookie}");
    }
}

#[tokio::test]
async fn a_change_without_the_pages_key_is_refused() {
    let house = House::open().await;
    let mut browser = Browser::signed_in(&house, Role::Owner).await;
    let token = json!({ "label": "x", "role": "viewer" });
    assert_eq!(browser.post("/api/tokens", &token).await.status, StatusCode::CREATED);

    for key in [None, Some("guess".to_owned()), Some(String::new())] {
        browser.page_key = key;
        let answer = browser.post("/api/tokens", &token).await;
        assert_eq!(
            (answer.status, code(&answer).as_str()),
            (StatusCode::FORBIDDEN, "foreign_page")
        );
        assert_eq!(browser.get("/api/tokens").await.status, StatusCode::OK, "looking is free");
    }
}

#[tokio::test]
async fn a_token_needs_no_pages_key() {
    let house = House::open().await;
    let owner = house.caller(Role::Owner).await;
    let answer = owner.send_json("POST", "/api/tokens", &json!({"label":"x","role":"admin"})).await;
    assert_eq!(answer.status, StatusCode::CREATED);
    assert!(answer.json()["token"].as_str().unwrap().starts_with("svyazka_"));
}

#[tokio::test]
async fn a_wrong_password_is_one_answer_and_a_guesser_is_told_to_wait() {
    let house = House::open().await;
    Browser::signed_in(&house, Role::Viewer).await;
    let mut guesser = Browser::at(&house);
    for _ in 0..10 {
        let answer = guesser.sign_in("guess").await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
        assert_eq!(code(&answer), "wrong_credentials");
        assert_eq!(answer.cookie, None);
    }

    let answer = guesser.sign_in(PASSWORD).await;

    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(code(&answer), "too_many_attempts");
    house.clock.advance(SignedDuration::from_mins(16));
    assert_eq!(guesser.sign_in(PASSWORD).await.status, StatusCode::OK);
}

#[tokio::test]
async fn after_signing_out_the_cookie_opens_nothing() {
    let house = House::open().await;
    let browser = Browser::signed_in(&house, Role::Viewer).await;

    let answer = browser.delete("/api/session").await;

    assert_eq!(answer.status, StatusCode::NO_CONTENT);
    assert!(answer.cookie.unwrap().contains("Max-Age=0"));
    assert_eq!(browser.get("/api/connections").await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn the_setup_link_makes_the_owner_and_signs_him_in() {
    let house = House::open().await;
    let mut browser = Browser::at(&house);
    assert_eq!(browser.get("/api/setup").await.json()["needed"], true);
    let key = house.people.setup_key().await.unwrap().unwrap();
    let form = |key: &str| json!({ "key": key, "email": OLGA, "password": PASSWORD });

    let wrong = browser.post("/api/setup", &form("guess")).await;
    assert_eq!((wrong.status, code(&wrong).as_str()), (StatusCode::CONFLICT, "dead_link"));
    let right = browser.post("/api/setup", &form(key.expose_secret())).await;
    browser.take(&right);

    assert_eq!(browser.get("/api/people").await.json()["items"][0]["role"], "owner");
    assert_eq!(browser.get("/api/setup").await.json()["needed"], false);
}

#[tokio::test]
async fn only_owners_manage_accounts_and_tokens_and_only_admins_read_the_audit() {
    let house = House::open().await;
    for (role, people, audit) in [
        (Role::Owner, StatusCode::OK, StatusCode::OK),
        (Role::Admin, StatusCode::FORBIDDEN, StatusCode::OK),
        (Role::Operator, StatusCode::FORBIDDEN, StatusCode::FORBIDDEN),
        (Role::Viewer, StatusCode::FORBIDDEN, StatusCode::FORBIDDEN),
    ] {
        let caller = house.caller(role).await;
        assert_eq!(caller.get("/api/people").await.status, people, "{role}");
        assert_eq!(caller.get("/api/tokens").await.status, people, "{role}");
        assert_eq!(caller.get("/api/audit").await.status, audit, "{role}");
    }
}

#[tokio::test]
async fn an_account_is_made_changed_and_removed_and_the_audit_tells_it() {
    let house = House::open().await;
    let browser = Browser::signed_in(&house, Role::Owner).await;
    let ivan = json!({ "email": "ivan@romashka.ru", "role": "viewer", "password": "лютик-2026" });

    let made = browser.post("/api/people", &ivan).await;
    assert_eq!(made.status, StatusCode::CREATED);
    assert_eq!(code(&browser.post("/api/people", &ivan).await), "email_taken");
    let path = format!("/api/people/{}", made.json()["id"]);
    let changed = browser.send(Method::PATCH, &path, Some(&json!({ "role": "admin" }))).await;
    assert_eq!(changed.status, StatusCode::NO_CONTENT);
    assert_eq!(browser.delete(&path).await.status, StatusCode::NO_CONTENT);
    assert_eq!(browser.delete(&path).await.status, StatusCode::NOT_FOUND);

    let audit = browser.get("/api/audit?subject=ivan@romashka.ru").await;
    let items = audit.json()["items"].as_array().unwrap().clone();
    let actions: Vec<_> = items.iter().map(|item| item["action"].as_str().unwrap()).collect();
    assert_eq!(actions, ["person_removed", "role_changed", "person_added"]);
    assert_eq!(items[0]["actor"], OLGA);
    assert!(!audit.text.contains("лютик"), "{}", audit.text);
}

#[tokio::test]
async fn the_last_owner_can_neither_be_removed_nor_demoted() {
    let house = House::open().await;
    let browser = Browser::signed_in(&house, Role::Owner).await;
    let id = browser.get("/api/session").await.json()["person"]["id"].clone();
    let path = format!("/api/people/{id}");

    assert_eq!(code(&browser.delete(&path).await), "last_owner");
    let demoted = browser.send(Method::PATCH, &path, Some(&json!({ "role": "viewer" }))).await;
    assert_eq!(code(&demoted), "last_owner");
}

#[tokio::test]
async fn ones_own_password_is_changed_with_the_present_one() {
    let house = House::open().await;
    let mut browser = Browser::signed_in(&house, Role::Viewer).await;
    let form = |present: &str, new: &str| json!({ "present": present, "new": new });
    let change = async |browser: &Browser<'_>, form: Value| {
        browser.send(Method::PUT, "/api/session/password", Some(&form)).await
    };

    assert_eq!(code(&change(&browser, form("guess", "лютик-2026")).await), "wrong_password");
    assert_eq!(code(&change(&browser, form(PASSWORD, "короткий")).await), "bad_password");
    let done = change(&browser, form(PASSWORD, "лютик-2026")).await;

    assert_eq!(done.status, StatusCode::NO_CONTENT);
    assert_eq!(browser.get("/api/session").await.status, StatusCode::OK, "this one stays");
    assert_eq!(browser.sign_in(PASSWORD).await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_session_elsewhere_is_ended_from_here() {
    let house = House::open().await;
    let here = Browser::signed_in(&house, Role::Viewer).await;
    let mut elsewhere = Browser::at(&house);
    elsewhere.sign_in(PASSWORD).await;
    let sessions = here.get("/api/sessions").await.json();
    let other = sessions["items"].as_array().unwrap().iter().find(|one| one["current"] == false);
    let path = format!("/api/sessions/{}", other.unwrap()["id"]);

    assert_eq!(here.delete(&path).await.status, StatusCode::NO_CONTENT);

    assert_eq!(elsewhere.get("/api/session").await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(here.get("/api/session").await.status, StatusCode::OK);
}
