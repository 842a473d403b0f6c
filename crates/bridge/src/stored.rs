//! The store's failures as failures of a step.

use domain::Failure;
use domain::failure::Code;
use engine::StoreError;

/// The database can't be reached or failed.
const STORE: Code = Code::new("SVZ-STORE");

/// A failure of the store: to be tried again.
#[expect(clippy::needless_pass_by_value, reason = "made for map_err")]
pub(crate) fn not_stored(error: StoreError) -> Failure {
    Failure::retry(STORE, format!("База данных недоступна: {error}"))
}
