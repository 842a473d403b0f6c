//! The synchronisation of employees.

pub(crate) mod last;
mod run;
pub(crate) mod sync;

use domain::ids::ConnectionName;
use engine::model::ConnectionId;

use crate::app::App;
use crate::problem::Problem;

/// The connection of a name in an address.
async fn connection(app: &App, name: &str) -> Result<ConnectionId, Problem> {
    let name =
        ConnectionName::parse(name).map_err(|_| Problem::not_found("Такого соединения нет"))?;
    Ok(app.connections.get(&name).await?.id)
}
