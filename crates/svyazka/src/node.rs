//! This process's name among all that work on the same database.

use std::fs;

use ambient::Entropy;

/// Where Linux tells the machine's name.
const HOST: &str = "/proc/sys/kernel/hostname";

/// A name that no other process has: for people the machine and the process, for the program a few random
/// signs (in containers, machines are often named alike and every process is the first).
pub(crate) fn name(entropy: &dyn Entropy) -> String {
    let host = fs::read_to_string(HOST).unwrap_or_default();
    let mut bytes = [0; 4];
    entropy.fill(&mut bytes);
    let sign = u32::from_be_bytes(bytes);
    format!("{}/{}/{sign:08x}", host.trim(), std::process::id())
}
