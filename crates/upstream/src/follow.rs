//! Accounts that have moved: Planfix answers requests to `company.planfix.ru` with a redirect once the
//! account has its own domain (Planfix help, «Свой домен»).
//!
//! An ordinary client would turn the POST into a GET or lose the token on the way. Here the same
//! request, body and token, is repeated, but only within one owner's domain: a token must not be
//! carried to whoever a redirect names.

use std::time::Duration;

use reqwest::StatusCode;
use reqwest::header::LOCATION;
use url::{Host, Url};

use crate::{Http, Request, Response, TransportError};

/// How many redirects are followed.
pub const MAX_HOPS: usize = 3;

/// Why following ended without an answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FollowError {
    /// No answer came.
    #[error(transparent)]
    Transport(#[from] TransportError),
    /// The account lives at another owner's address now; nothing was sent there.
    #[error("адрес сменился на {to}")]
    Moved {
        /// Where the request was pointed to.
        to: Url,
    },
    /// Redirects lead in circles.
    #[error("больше {MAX_HOPS} перенаправлений подряд, последнее на {to}")]
    TooManyHops {
        /// The last address pointed to.
        to: Url,
    },
}

impl Http {
    /// Sends the request, repeating it as it is (method, body, headers) after redirects 301, 302, 307
    /// and 308 within the same registrable domain.
    ///
    /// # Errors
    /// [`FollowError`]; a redirect elsewhere is an error that names the new address.
    pub async fn send_following(&self, mut request: Request) -> Result<Response, FollowError> {
        for _ in 0..=MAX_HOPS {
            let answer = self.send(request.clone()).await?;
            let Some(to) = redirected_to(&request.url, &answer) else { return Ok(answer) };
            if !same_owner(&request.url, &to) || self.guard().check_url(&to).is_err() {
                return Err(FollowError::Moved { to });
            }
            request.url = to;
        }
        Err(FollowError::TooManyHops { to: request.url })
    }

    /// Fetches something that anybody may fetch, a file by its link: redirects are followed wherever the
    /// guard lets them lead, as nothing secret goes along. The address is not logged: whoever has it has
    /// the file.
    ///
    /// # Errors
    /// [`FollowError`], never [`FollowError::Moved`].
    pub async fn fetch(
        &self,
        url: Url,
        deadline: Duration,
        body_cap: usize,
    ) -> Result<Response, FollowError> {
        let mut request = Request::get(url).deadline(deadline).body_cap(body_cap);
        for _ in 0..=MAX_HOPS {
            let answer = self.open(request.clone()).await?.whole().await?;
            let Some(to) = redirected_to(&request.url, &answer) else { return Ok(answer) };
            request.url = to;
        }
        Err(FollowError::TooManyHops { to: request.url })
    }
}

fn redirected_to(from: &Url, answer: &Response) -> Option<Url> {
    let moved = matches!(
        answer.status,
        StatusCode::MOVED_PERMANENTLY
            | StatusCode::FOUND
            | StatusCode::TEMPORARY_REDIRECT
            | StatusCode::PERMANENT_REDIRECT
    );
    let location = answer.header(LOCATION.as_str()).filter(|_| moved)?;
    from.join(location).ok()
}

/// Whether both addresses belong to one owner: the same registrable domain (public suffix plus one
/// label); for IP addresses and names without a dot, the very same host.
fn same_owner(one: &Url, other: &Url) -> bool {
    match (one.host(), other.host()) {
        (Some(Host::Domain(one)), Some(Host::Domain(other))) => {
            one == other || registrable(one).is_some_and(|own| registrable(other) == Some(own))
        }
        (one, other) => one.is_some() && one == other,
    }
}

fn registrable(host: &str) -> Option<&str> {
    psl::domain_str(host)
}

#[cfg(test)]
mod tests {
    use super::same_owner;

    fn owned_alike(one: &str, other: &str) -> bool {
        same_owner(&one.parse().unwrap(), &other.parse().unwrap())
    }

    #[test]
    fn a_domain_has_one_owner_below_the_public_suffix() {
        assert!(owned_alike("https://old.romashka.ru/rest/", "https://crm.romashka.ru/rest/"));
        assert!(owned_alike("https://romashka.co.uk/", "https://crm.romashka.co.uk/"));
        assert!(!owned_alike("https://romashka.planfix.ru/", "https://crm.romashka.ru/"));
        assert!(!owned_alike("https://romashka.co.uk/", "https://evil.co.uk/"));
        assert!(!owned_alike("https://romashka.ru/", "https://romashka.ru.evil.com/"));
    }

    #[test]
    fn an_ip_or_a_bare_name_is_only_its_own() {
        assert!(owned_alike("http://127.0.0.1:1/", "http://127.0.0.1:2/"));
        assert!(owned_alike("http://localhost:1/", "http://localhost:2/"));
        assert!(!owned_alike("http://127.0.0.1/", "http://127.0.0.2/"));
        assert!(!owned_alike("http://localhost/", "http://127.0.0.1/"));
        assert!(!owned_alike("http://one/", "http://two/"));
    }
}
