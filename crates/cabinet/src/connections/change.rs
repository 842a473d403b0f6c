//! A change of single settings, made by the program itself on somebody's word.

use domain::settings::Settings;
use engine::model::ConnectionId;

use super::Connections;
use super::import::{ImportError, Imported, Outcome};

impl Connections {
    /// Saves the settings as changed, under the same checks as a file that is imported.
    ///
    /// # Errors
    /// [`ImportError`] when the changed settings can't be saved.
    pub async fn change(
        &self,
        id: ConnectionId,
        author: &str,
        change: impl FnOnce(&mut Settings) + Send,
    ) -> Result<Imported, ImportError> {
        let stored = self.get(id).await?;
        let mut settings = stored.settings.clone();
        change(&mut settings);
        self.refuse_unusable(&settings)?;
        if settings == stored.settings {
            let (name, version) = (stored.name.clone(), stored.version);
            return Ok(Imported { name, version, outcome: Outcome::Unchanged });
        }
        self.save(settings, Some(stored.version), author).await
    }
}
