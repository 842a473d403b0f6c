//! What came of a command.

use std::fmt;

use serde_json::Value;

/// What the telephony answered to Planfix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The HTTP status; `None` when nothing was sent or nobody answered.
    pub status: Option<u16>,
    /// The body, or why there is none.
    pub body: String,
}

impl Outcome {
    pub(in crate::planfix) fn unsent(why: &str) -> Self {
        Self { status: None, body: why.to_owned() }
    }

    /// Any status but 200 is an error that is shown to the user.
    pub fn is_accepted(&self) -> bool {
        self.status == Some(200)
    }

    /// The words the user reads when it is an error: `error` of a JSON body, else the body itself.
    pub fn shown(&self) -> String {
        let error = serde_json::from_str::<Value>(&self.body).ok();
        let error = error.as_ref().and_then(|body| body.get("error")).and_then(Value::as_str);
        error.map_or_else(|| self.body.clone(), str::to_owned)
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(status) = self.status {
            write!(f, "{status} ")?;
        }
        f.write_str(&self.shown())
    }
}
