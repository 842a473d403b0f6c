//! A file that an employee put into the task, by the link that Planfix sends (`attachments[url]`).

use std::time::Duration;

use domain::{Class, Failure};
use upstream::{FollowError, StatusCode, header};
use url::Url;

use super::Chat;
use crate::codes;

/// How long a file may take on a slow line.
const FILE_DEADLINE: Duration = Duration::from_mins(1);

/// A file that was fetched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FetchedFile {
    /// Its MIME type.
    pub mime: String,
    /// What is in it.
    pub content: Vec<u8>,
}

impl Chat {
    /// Fetches a file. The link comes from outside: the egress guard looks at it and at wherever it leads,
    /// and no key goes along.
    ///
    /// # Errors
    /// [`codes::CHAT_FILE`] when there is no such file for us, or it is larger than `cap` bytes; class Retry
    /// when it may be had later.
    pub async fn file(&self, link: &str, cap: usize) -> Result<FetchedFile, Failure> {
        let lost = |words: String| Failure::permanent(codes::CHAT_FILE, words);
        let url = Url::parse(link).map_err(|_| lost("Ссылку на файл не разобрать".to_owned()))?;
        let answer = match self.door.http().fetch(url, FILE_DEADLINE, cap).await {
            Ok(answer) => answer,
            Err(FollowError::Transport(error)) => {
                let class = error.class();
                let words = format!("Файл из Планфикса не получить: {error}");
                return Err(Failure::new(class, codes::CHAT_FILE, words));
            }
            Err(FollowError::Moved { .. } | FollowError::TooManyHops { .. }) => {
                return Err(lost("Ссылка на файл ведёт по кругу".to_owned()));
            }
        };
        let status = answer.status;
        if !status.is_success() {
            let later = status.is_server_error() || status == StatusCode::TOO_MANY_REQUESTS;
            let class = if later { Class::Retry } else { Class::Permanent };
            let words = format!("Планфикс не отдал файл (HTTP {})", status.as_u16());
            return Err(Failure::new(class, codes::CHAT_FILE, words));
        }
        let mime = answer.header(header::CONTENT_TYPE.as_str()).unwrap_or_default();
        let mime = mime.split(';').next().unwrap_or_default().trim();
        let mime = if mime.is_empty() { "application/octet-stream" } else { mime };
        Ok(FetchedFile { mime: mime.to_owned(), content: answer.body })
    }
}
