//! Employees.

use domain::Failure;
use domain::ids::PlanfixUserId;
use domain::phone::{Phone, ShortNumber};
use serde_json::{Value, json};
use upstream::Priority;

use super::Rest;
use super::caches::Paged;
use super::contacts::phones;
use super::filters;
use super::wire::Call;
use crate::codes;
use crate::row::Row;

const USER_FIELDS: &str = "id,name,midname,lastname,email,secondaryEmails,role,status,login,phones,extensionNumber,isDeleted";

/// An employee or a robot of the account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// Number.
    pub id: PlanfixUserId,
    /// Name, patronymic and last name, as far as given, in the order they are spoken.
    pub name: String,
    /// `midname` alone, the patronymic.
    pub middle_name: Option<String>,
    /// `lastname` alone.
    pub last_name: Option<String>,
    /// `name` alone, the first name.
    pub first_name: Option<String>,
    /// E-mail first, secondary ones after it.
    pub emails: Vec<String>,
    /// `role`, e.g. `User`, `Admin`, `Robot`.
    pub role: Option<String>,
    /// `status`: `Active`, `ActiveWithoutAccess` or `Inactive`.
    pub status: Option<String>,
    /// «Короткий номер»; not every account gives it over REST, so its absence proves nothing.
    pub short_number: Option<ShortNumber>,
    /// Phones of the card.
    pub phones: Vec<Phone>,
    /// `isDeleted`.
    pub is_deleted: bool,
}

impl User {
    fn of(row: Row<'_>) -> Option<Self> {
        let id = row.user_id()?;
        let parts = [row.text("name"), row.text("midname"), row.text("lastname")];
        Some(Self {
            id,
            name: parts.into_iter().flatten().collect::<Vec<_>>().join(" "),
            middle_name: row.text("midname"),
            last_name: row.text("lastname"),
            first_name: row.text("name"),
            emails: row.text("email").into_iter().chain(row.texts("secondaryEmails")).collect(),
            role: row.text("role"),
            status: row.text("status"),
            short_number: row.text("extensionNumber").and_then(|text| ShortNumber::parse(&text)),
            phones: phones(row),
            is_deleted: row.flag("isDeleted") == Some(true),
        })
    }

    /// Whether he was dismissed.
    pub fn is_dismissed(&self) -> bool {
        self.status.as_deref() == Some("Inactive")
    }

    /// Whether it is a robot, not a person.
    pub fn is_robot(&self) -> bool {
        self.role.as_deref() == Some("Robot")
    }
}

impl Rest {
    /// All employees, `only_active` or the dismissed too. Kept for ten minutes.
    ///
    /// # Errors
    /// The failures of an exchange.
    pub async fn users(&self, only_active: bool, priority: Priority) -> Result<Vec<User>, Failure> {
        let rows = self.known(all(only_active), "users", Paged::Yes, priority).await?;
        Ok(present(&rows))
    }

    /// All active employees as they were last read, however long ago; costs no request. `None` when
    /// they never were.
    pub fn recalled_users(&self) -> Option<Vec<User>> {
        self.recalled(&all(true)).map(|rows| present(&rows))
    }

    /// Everybody whom the token sees, the dismissed and the deleted too, as they are now.
    ///
    /// # Errors
    /// The failures of an exchange.
    pub async fn everybody(&self, priority: Priority) -> Result<Vec<User>, Failure> {
        let call = Call::list("user/list", json!({ "fields": USER_FIELDS, "onlyActive": false }));
        let rows = self.all_pages(&call, "users", priority).await?;
        Ok(rows.iter().map(Row::new).filter_map(User::of).collect())
    }

    /// The active employees whose short number is, or where the account does not show it, may be
    /// `number`: the filter 9004 is "contains". Kept for ten minutes.
    ///
    /// # Errors
    /// [`codes::FILTER`] when Planfix answers with everybody, and the failures of an exchange.
    pub async fn users_by_short_number(
        &self,
        number: &ShortNumber,
        priority: Priority,
    ) -> Result<Vec<User>, Failure> {
        let filter = filters::user_extension(number.as_str());
        let body = json!({ "fields": USER_FIELDS, "onlyActive": true, "filters": [filter] });
        let rows = self.known(Call::list("user/list", body), "users", Paged::Yes, priority).await?;
        let found: Vec<User> = rows.iter().filter_map(|row| User::of(Row::new(row))).collect();
        let (shown, hidden): (Vec<User>, Vec<User>) =
            found.into_iter().partition(|user| user.short_number.is_some());
        let strangers = shown.iter().any(|user| !contains(user.short_number.as_ref(), number));
        if strangers {
            return Err(Failure::permanent(
                codes::FILTER,
                "Планфикс не применил фильтр сотрудников по короткому номеру",
            ));
        }
        let exact: Vec<User> =
            shown.into_iter().filter(|user| user.short_number.as_ref() == Some(number)).collect();
        Ok(if exact.is_empty() { hidden } else { exact })
    }
}

fn all(only_active: bool) -> Call {
    Call::list("user/list", json!({ "fields": USER_FIELDS, "onlyActive": only_active }))
}

fn present(rows: &[Value]) -> Vec<User> {
    let users = rows.iter().map(Row::new).filter_map(User::of);
    users.filter(|user| !user.is_deleted).collect()
}

fn contains(whole: Option<&ShortNumber>, part: &ShortNumber) -> bool {
    whole.is_some_and(|whole| whole.as_str().contains(part.as_str()))
}
