//! Requests as an outside system makes them.

use axum::http::StatusCode;
use upstream::{Effect, Method, Request, header};
use url::Url;

use super::World;

impl World {
    /// Posts a body; returns the status and the answer.
    pub async fn post(&self, url: &Url, content_type: &str, body: &str) -> (StatusCode, String) {
        let content_type = content_type.parse().unwrap();
        let mut request =
            Request::post(url.clone(), Effect::Write).header(header::CONTENT_TYPE, content_type);
        request.body = body.as_bytes().to_vec();
        self.exchange(request).await
    }

    /// Gets an address; returns the status and the answer.
    pub async fn get(&self, url: &Url) -> (StatusCode, String) {
        self.exchange(Request::new(Method::GET, url.clone(), Effect::Read)).await
    }

    async fn exchange(&self, request: Request) -> (StatusCode, String) {
        let answer = self.http.send(request).await.unwrap();
        (StatusCode::from_u16(answer.status.as_u16()).unwrap(), answer.text().into_owned())
    }
}
