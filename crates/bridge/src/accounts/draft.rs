//! Accounts of settings that are not saved.

use cabinet::Connection;
use cabinet::connections::Version;
use domain::settings::Settings;
use engine::model::ConnectionId;

use super::{Account, Accounts};

impl Accounts {
    /// The outside accounts of settings that somebody tries before he saves them. They share the budget
    /// of whoever else speaks to the same Planfix account.
    pub fn draft(&self, settings: Settings) -> Account {
        let name = settings.name.clone();
        // numbers no stored connection has
        self.connect(&Connection { id: ConnectionId(0), name, version: Version(0), settings })
    }
}
