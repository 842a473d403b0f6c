//! When a failed piece of work is tried again, and when it is given up.

use ambient::Entropy;
use jiff::SignedDuration;

/// Growing pauses with jitter; when they are used up, the work is given up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RetryPolicy {
    /// The pause after the first, second, … failure.
    pub pauses: Vec<SignedDuration>,
    /// How long a door stays shut after its credentials were refused, before one write tries again.
    pub refused_pause: SignedDuration,
    /// After how long a write of unknown result is looked for: at once the other side may not show it.
    pub look_after: SignedDuration,
}

impl Default for RetryPolicy {
    /// About a day of trying: an outage over night must not cost a call.
    fn default() -> Self {
        let minute = 60;
        let hour = 60 * minute;
        let seconds =
            [5, 15, minute, 5 * minute, 15 * minute, hour, 2 * hour, 4 * hour, 8 * hour, 8 * hour];
        Self {
            pauses: seconds.into_iter().map(SignedDuration::from_secs).collect(),
            refused_pause: SignedDuration::from_mins(5),
            look_after: SignedDuration::from_secs(3),
        }
    }
}

impl RetryPolicy {
    /// The pause after `failures` failures (the one just seen included); `None` = give up.
    ///
    /// Up to a fifth is added at random, so that what failed together does not come back together.
    pub fn pause_after(&self, failures: u32, entropy: &dyn Entropy) -> Option<SignedDuration> {
        let index = usize::try_from(failures).ok()?.checked_sub(1)?;
        let pause = self.pauses.get(index)?;
        Some(*pause + pause.mul_f64(0.2 * entropy.fraction()))
    }
}

#[cfg(test)]
mod tests {
    use ambient::SeededEntropy;

    use super::*;

    #[test]
    fn pauses_grow_and_end() {
        let policy = RetryPolicy::default();
        let entropy = SeededEntropy::new(1);
        let pauses: Vec<_> = (1..).map_while(|n| policy.pause_after(n, &entropy)).collect();
        assert_eq!(pauses.len(), policy.pauses.len());
        assert!(
            pauses
                .iter()
                .zip(&policy.pauses)
                .all(|(got, base)| got >= base && *got <= base.mul_f64(1.2))
        );
    }
}
