//! Which requests a fault is for.

use serde::{Deserialize, Serialize};

use super::Fault;
use crate::Door;

/// A fault and the requests it waits for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Injection {
    /// The door it watches.
    pub door: Door,
    /// Only requests whose path behind the door's own address starts so (`task/`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// Only requests whose path is exactly that: `contact` for the making of contacts.
    #[serde(default, skip_serializing_if = "is_false")]
    pub exact: bool,
    /// Only requests of this HTTP method.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<String>,
    /// How many requests it still strikes; all of them when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub times: Option<u32>,
    /// What happens to them.
    pub fault: Fault,
}

impl Injection {
    /// Strikes every request at `door`.
    pub fn new(door: Door, fault: Fault) -> Self {
        Self { door, path: None, exact: false, method: None, times: None, fault }
    }

    /// Only so many requests.
    #[must_use]
    pub fn times(mut self, times: u32) -> Self {
        self.times = Some(times);
        self
    }

    /// Only requests whose path starts so: `contact/` or `task/list`.
    #[must_use]
    pub fn path(mut self, prefix: impl Into<String>) -> Self {
        self.path = Some(prefix.into());
        self
    }

    /// Only requests with this path: `contact` for the making of contacts.
    #[must_use]
    pub fn at(self, path: impl Into<String>) -> Self {
        Self { exact: true, ..self.path(path) }
    }

    /// Only requests of this HTTP method.
    #[must_use]
    pub fn method(mut self, method: impl Into<String>) -> Self {
        self.method = Some(method.into());
        self
    }

    pub(super) fn matches(&self, door: Door, method: &str, path: &str) -> bool {
        let path_fits = |wanted: &String| {
            let wanted = wanted.trim_start_matches('/');
            if self.exact { path.trim_matches('/') == wanted } else { path.starts_with(wanted) }
        };
        self.door == door
            && self.times != Some(0)
            && self.fault.concerns(method, path)
            && self.method.as_ref().is_none_or(|wanted| wanted.eq_ignore_ascii_case(method))
            && self.path.as_ref().is_none_or(path_fits)
    }

    pub(super) fn count_down(&mut self) {
        self.times = self.times.map(|times| times.saturating_sub(1));
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for it so")]
fn is_false(flag: &bool) -> bool {
    !flag
}
