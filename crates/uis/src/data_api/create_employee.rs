//! `create.employees`

use domain::Failure;
use domain::ids::UisEmployeeId;
use domain::phone::Extension;
use serde_json::json;
use upstream::Effect;

use super::DataApi;
use crate::rpc::{Fault, Params, Row};

/// An employee that UIS does not have yet. He gets no phone: which one rings at his desk only the
/// administrator of UIS knows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewEmployee {
    /// The only thing UIS asks for.
    pub last_name: String,
    /// His first name.
    pub first_name: Option<String>,
    /// His patronymic.
    pub patronymic: Option<String>,
    /// His e-mail.
    pub email: Option<String>,
    /// His short number; UIS takes at most 5 characters.
    pub extension: Option<Extension>,
}

impl NewEmployee {
    fn params(&self) -> Params {
        let mut params = Params::new();
        params.insert("last_name".to_owned(), self.last_name.as_str().into());
        let optional = [
            ("first_name", &self.first_name),
            ("patronymic", &self.patronymic),
            ("email", &self.email),
        ];
        for (name, value) in optional {
            if let Some(value) = value {
                params.insert(name.to_owned(), value.as_str().into());
            }
        }
        if let Some(extension) = &self.extension {
            let extension = json!({ "extension_phone_number": extension.as_str() });
            params.insert("extension".to_owned(), extension);
        }
        params
    }
}

impl DataApi {
    /// Creates the employee and gives his id.
    ///
    /// # Errors
    /// UIS refuses (`UIS-DUPLICATE` when his e-mail or short number is somebody's already) or can't be
    /// reached; class Unknown when he may have been created: look for him among
    /// [`employees`](Self::employees).
    pub async fn create_employee(&self, employee: &NewEmployee) -> Result<UisEmployeeId, Failure> {
        let method = "create.employees";
        let answer = self.rpc.call(Effect::Write, method, &employee.params()).await?;
        let id = answer.data.as_object().and_then(|data| Row(data).whole("id"));
        let id =
            id.ok_or_else(|| Fault::odd_answer(Effect::Write, "UIS не назвал номер сотрудника"))?;
        Ok(UisEmployeeId(id))
    }
}
