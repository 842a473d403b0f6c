//! What the administrator has: connections with their settings and secrets, the keys of their hooks,
//! and tokens for the API. No HTTP here: the command line and the server both stand on this.

pub mod connections;
pub mod employee_runs;
pub mod error;
pub mod hooks;
pub mod store;
pub mod stored;
pub mod tokens;
pub mod vault;

pub use connections::{Connection, Connections};
pub use employee_runs::{EmployeeRun, RunOutcome};
pub use error::CabinetError;
pub use hooks::{HookKind, Hooks};
pub use store::CabinetStore;
pub use tokens::{Role, Tokens};
