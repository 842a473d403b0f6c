//! Connections by number and by name.

use domain::ids::ConnectionName;
use engine::model::ConnectionId;

use crate::app::App;
use crate::problem::Problem;

/// The names of the connections there are.
pub(super) struct Names(Vec<(ConnectionId, ConnectionName)>);

impl Names {
    pub(super) async fn load(app: &App) -> Result<Self, Problem> {
        let listed = app.connections.list().await?;
        Ok(Self(listed.into_iter().map(|one| (one.head.id, one.head.name)).collect()))
    }

    /// The connection's name.
    pub(super) fn of(&self, id: ConnectionId) -> String {
        let found = self.0.iter().find(|(known, _)| *known == id);
        found.map_or_else(|| id.to_string(), |(_, name)| name.to_string())
    }

    /// The connection of a name.
    pub(super) fn find(&self, name: &str) -> Result<ConnectionId, Problem> {
        let found = self.0.iter().find(|(_, known)| known.as_str() == name);
        found.map(|(id, _)| *id).ok_or_else(|| Problem::not_found("Такого соединения нет"))
    }
}
