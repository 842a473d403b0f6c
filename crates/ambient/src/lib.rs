//! What the program takes from its surroundings, always injected: the time of day and randomness.
//!
//! Nothing else in the workspace may read the wall clock, sleep or draw random bytes
//! (`clippy.toml` forbids it), so that a test can hold both in its hand.

mod clock;
mod entropy;
mod manual;
mod seeded;
mod steady;

pub use clock::{Clock, SystemClock};
pub use entropy::{Entropy, SystemEntropy};
pub use manual::ManualClock;
pub use seeded::SeededEntropy;
pub use steady::SteadyClock;
