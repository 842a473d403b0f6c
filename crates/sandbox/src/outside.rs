//! The way out: requests the simulated systems send to the program themselves.

use std::time::Duration;

/// How long an answer is waited for; neither vendor documents it.
const PATIENCE: Duration = Duration::from_secs(10);

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: String,
}

/// An HTTP client of a simulated system.
#[derive(Debug, Clone)]
pub(crate) struct Outside {
    /// The client, or why there is none.
    http: Result<reqwest::Client, String>,
}

impl Outside {
    #[expect(
        clippy::disallowed_methods,
        reason = "the sandbox is the outside world: it must not share the program's own HTTP port"
    )]
    pub(crate) fn new(user_agent: &str) -> Self {
        // whoever comes first in the process installs it; a second attempt changes nothing
        drop(rustls::crypto::ring::default_provider().install_default());
        let http = reqwest::Client::builder()
            .timeout(PATIENCE)
            .redirect(reqwest::redirect::Policy::none())
            .user_agent(user_agent)
            .build();
        Self { http: http.map_err(|error| innermost(&error)) }
    }

    /// Sends a request; the error says why nobody answered.
    pub(crate) async fn send(
        &self,
        write: impl FnOnce(&reqwest::Client) -> reqwest::RequestBuilder,
    ) -> Result<Answer, String> {
        let http = self.http.as_ref().map_err(Clone::clone)?;
        let answer = write(http).send().await.map_err(|error| innermost(&error))?;
        let status = answer.status().as_u16();
        let body = answer.text().await.map_err(|error| innermost(&error))?;
        Ok(Answer { status, body })
    }
}

/// The cause at the bottom says most: "connection refused" rather than "error sending request".
fn innermost(error: &reqwest::Error) -> String {
    let mut cause: &dyn std::error::Error = error;
    while let Some(deeper) = cause.source() {
        cause = deeper;
    }
    cause.to_string()
}
