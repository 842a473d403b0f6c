//! What the administrator has: connections with their settings and secrets, the keys of their hooks,
//! tokens for the API, and the people who sign in. No HTTP here: the command line and the server both stand on this.

pub mod alerts;
pub mod connections;
pub mod employee_runs;
pub mod error;
pub mod handles;
pub mod history;
pub mod hooks;
pub mod people;
pub mod privacy;
pub mod store;
pub mod stored;
pub mod tokens;
pub mod vault;
pub mod workspace;

pub use alerts::AlertBook;
pub use connections::{Connection, Connections};
pub use employee_runs::{EmployeeRun, RunOutcome};
pub use error::CabinetError;
pub use history::{HistoryStore, StoredVersion};
pub use hooks::{HookKind, Hooks};
pub use people::{People, PeopleStore};
pub use store::CabinetStore;
pub use tokens::{Role, Tokens};
pub use workspace::WorkspaceStore;
