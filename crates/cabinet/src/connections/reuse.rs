//! Secrets taken over from another connection: two connections may share one account of an outside system.
//!
//! In the place of a secret stands `{ "reuse": NAME }`, so the secret itself never leaves the server.

use domain::ids::ConnectionName;
use domain::settings::{Problem, ProblemKind, SecretPath, Settings};
use serde_json::Value;

use super::complaint::Complaint;
use super::import::ImportError;
use super::{Connections, replace};

/// Secrets to be taken over, and the connections they come from.
#[derive(Debug, Default)]
pub(super) struct Reused(Vec<(SecretPath, String)>);

impl Reused {
    /// Takes the references out of settings, so that what is left can be read.
    pub(super) fn take_out(settings: &mut Value) -> Self {
        let reference = |path: SecretPath| {
            let pointer = format!("/{}", path.as_str().replace('.', "/"));
            let place = settings.pointer_mut(&pointer)?;
            let name = place.get("reuse")?.as_str()?.to_owned();
            *place = Value::Null;
            Some((path, name))
        };
        Self(SecretPath::ALL.into_iter().filter_map(reference).collect())
    }
}

impl Connections {
    /// Puts the secrets in their places. One whose address is not the same over there is refused:
    /// whoever may change settings must not be able to have a secret sent to a server of his own.
    pub(super) async fn take_over(
        &self,
        settings: &mut Settings,
        reused: Reused,
    ) -> Result<(), ImportError> {
        for (path, name) in reused.0 {
            let other = match ConnectionName::parse(&name) {
                Ok(parsed) => self.find(&parsed).await?,
                Err(_) => None,
            };
            let Some(other) = other else { return Err(self.unknown(path, name).await?) };
            let same_place =
                replace::origin(settings, path) == replace::origin(&other.settings, path);
            let Some(secret) = other.settings.secret(path).filter(|_| same_place) else {
                return Err(refused(path, ProblemKind::Required { because: None }));
            };
            settings.set_secret(path, secret.clone());
        }
        Ok(())
    }

    async fn unknown(&self, path: SecretPath, got: String) -> Result<ImportError, ImportError> {
        let allowed = self.list().await?.into_iter().map(|one| one.head.name.to_string()).collect();
        let kind = ProblemKind::NotAllowed { got, allowed, nearest: None };
        Ok(refused(path, kind))
    }
}

fn refused(path: SecretPath, kind: ProblemKind) -> ImportError {
    ImportError::Settings(vec![Complaint::Settings(Problem::new(path.as_str(), kind))])
}
