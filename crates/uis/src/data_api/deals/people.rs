//! `create|update.deal_contacts`, `create|update.deal_employees`

use domain::Failure;
use domain::deals::{DealContact, DealEmployee, contact_id, employee_id};
use domain::phone::Phone;
use serde_json::{Value, json};

use super::{DataApi, says_duplicate};

impl DataApi {
    /// Has UIS know the contact as it is given.
    ///
    /// # Errors
    /// UIS refuses or can't be reached. After class Unknown it may be done again.
    pub async fn put_deal_contact(&self, contact: &DealContact) -> Result<(), Failure> {
        let known = wire(contact);
        let new = json!({ "contacts": [known] });
        match self.write("create.deal_contacts", new).await {
            Err(fault) if says_duplicate(&fault) => {
                self.write("update.deal_contacts", known).await?;
            }
            answer => answer?,
        }
        Ok(())
    }

    /// Has UIS know the employee as he is given.
    ///
    /// # Errors
    /// UIS refuses or can't be reached. After class Unknown it may be done again.
    pub async fn put_deal_employee(&self, employee: &DealEmployee) -> Result<(), Failure> {
        let known = json!({ "ext_id": employee_id(employee.id), "name": employee.name });
        match self.write("create.deal_employees", known.clone()).await {
            Err(fault) if says_duplicate(&fault) => {
                self.write("update.deal_employees", known).await?;
            }
            answer => answer?,
        }
        Ok(())
    }
}

fn wire(contact: &DealContact) -> Value {
    let phones: Vec<&str> = contact.phones.iter().map(Phone::digits).collect();
    // what is plainly no address would have the contact refused
    let emails: Vec<&String> = contact.emails.iter().filter(|email| email.contains('@')).collect();
    json!({
        "ext_id": contact_id(contact.id),
        "name": contact.name,
        "phone_numbers": phones,
        "emails": emails,
    })
}
