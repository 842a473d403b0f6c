//! Who is at the terminal.

/// Whoever is logged in at the machine, and by which command he acted: the cabinet remembers him.
pub(crate) fn author(deed: &str) -> String {
    let user = ["SUDO_USER", "USER", "LOGNAME"].iter().find_map(|name| std::env::var(name).ok());
    user.map_or_else(|| format!("svyazka {deed}"), |user| format!("{user} ({deed})"))
}
