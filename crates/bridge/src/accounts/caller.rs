//! Who calls when a number is clicked, and which number the client sees.

use domain::Failure;
use domain::failure::Code;
use domain::ids::UisEmployeeId;
use domain::phone::{Phone, ShortNumber};
use domain::settings::ClickToCall;
use uis::call_api::CallApi;

use super::{Account, missing};

/// Nobody in UIS has the short number that Planfix named.
const NOBODY: Code = Code::new("CLICK-NOBODY");
/// The settings do not say from which number to call.
const NO_NUMBER: Code = Code::new("CLICK-NO-NUMBER");

impl Account {
    /// The Call API client.
    ///
    /// # Errors
    /// When the settings have no credentials for it.
    pub fn call_api(&self) -> Result<&CallApi, Failure> {
        self.call_api.as_ref().ok_or_else(|| missing("Call API UIS", "credentials.uis.call_api"))
    }

    /// The employee with the short number and the number that his clients see.
    ///
    /// # Errors
    /// With a sentence for the person who clicked, when there is no such employee or no number.
    pub(crate) async fn caller(
        &self,
        short_number: &ShortNumber,
    ) -> Result<(UisEmployeeId, Phone), Failure> {
        let settings = self.click_to_call()?;
        let employee = self.staff.employee_with(short_number).await?.ok_or_else(|| {
            Failure::permanent(
                NOBODY,
                format!("В UIS нет сотрудника с внутренним номером {short_number}"),
            )
        })?;
        Ok((employee, self.outgoing_number(settings, employee).await))
    }

    /// The number that an employee's clients see.
    ///
    /// # Errors
    /// With a sentence for the person who clicked, when no number was chosen.
    pub(crate) async fn number_of(&self, employee: UisEmployeeId) -> Result<Phone, Failure> {
        Ok(self.outgoing_number(self.click_to_call()?, employee).await)
    }

    fn click_to_call(&self) -> Result<&ClickToCall, Failure> {
        let settings = self.settings.telephony.click_to_call.as_ref();
        settings.filter(|_| self.settings.telephony.enabled).ok_or_else(|| {
            Failure::permanent(
                NO_NUMBER,
                "Звонки из Планфикса выключены: в Связке не выбран исходящий номер",
            )
        })
    }

    /// «Всегда отображать номер»: the chosen number for everybody; else the employee's own one, where
    /// UIS has one. A list of lines that can't be read must not keep anybody from calling.
    async fn outgoing_number(&self, settings: &ClickToCall, employee: UisEmployeeId) -> Phone {
        let chosen = settings.outgoing_number.clone();
        let Some(uis) = self.uis.as_ref().filter(|_| !settings.always_show_number) else {
            return chosen;
        };
        match uis.sip_lines().await {
            Ok(lines) => {
                let mut own = lines.iter().filter(|line| line.employee == Some(employee));
                own.find_map(|line| line.outgoing_number()).cloned().unwrap_or(chosen)
            }
            Err(failure) => {
                tracing::warn!(%failure, "the employee's own outgoing number is not known");
                chosen
            }
        }
    }
}
