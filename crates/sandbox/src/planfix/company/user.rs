//! Employees.

use serde::Serialize;

/// Whether an employee still works here.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub enum UserStatus {
    /// May sign in.
    #[default]
    Active,
    /// Has left.
    Inactive,
}

/// An employee or a robot.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct User {
    /// The number in `user:N`.
    pub id: u64,
    /// First name.
    pub name: String,
    /// Middle name (отчество); empty where there is none.
    pub midname: String,
    /// Last name; a robot has none.
    pub lastname: String,
    /// E-mail, unique in the whole account.
    pub email: String,
    /// Planfix's role: `Admin`, `User`, `Robot`.
    pub role: &'static str,
    /// Whether he still works here.
    pub status: UserStatus,
    /// Phone numbers in his card; calls with them are no calls of clients.
    pub phones: Vec<String>,
    /// «Короткий номер» in the telephony's settings.
    pub short_number: Option<String>,
    /// Ids of his groups.
    pub groups: Vec<u64>,
}

impl User {
    /// «Имя Отчество Фамилия», without the parts he lacks.
    pub fn full_name(&self) -> String {
        join_name(&[&self.name, &self.midname, &self.lastname])
    }
}

/// The parts of a name that are there, in one line.
pub(crate) fn join_name(parts: &[&str]) -> String {
    let filled: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    filled.join(" ")
}
