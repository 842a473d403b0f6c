//! Lists of UIS. Conditions name things as people do, so the value is the name.

use ::uis::data_api::{DataApi, Employee, VirtualNumber};
use domain::Failure;

use super::{Choice, List};

/// Reads a list.
pub(super) async fn read(uis: &DataApi, list: List) -> Result<Vec<Choice>, Failure> {
    Ok(match list {
        List::UisEmployees => uis.employees().await?.iter().map(of_employee).collect(),
        List::VirtualNumbers => {
            let numbers = uis.virtual_numbers().await?;
            numbers.iter().filter(|one| one.is_active()).map(of_number).collect()
        }
        List::Sites => {
            let sites = uis.sites().await?.into_iter();
            sites
                .map(|one| {
                    let name = one.name.filter(|name| *name != one.domain);
                    Choice::new(&one.domain, one.domain.clone()).hinted(name)
                })
                .collect()
        }
        List::Campaigns => {
            let campaigns = uis.campaigns().await?.into_iter();
            campaigns
                .map(|one| Choice::new(&one.name, one.name.clone()).hinted(one.site_domain))
                .collect()
        }
        List::Scenarios => {
            let scenarios = uis.scenarios().await?.into_iter();
            scenarios.map(|one| Choice::new(&one.name, one.name.clone())).collect()
        }
        List::Tags => {
            let tags = uis.tags().await?.into_iter();
            tags.map(|one| Choice::new(&one.name, one.name.clone())).collect()
        }
        _ => Vec::new(),
    })
}

fn of_employee(employee: &Employee) -> Choice {
    let extension = employee.extension.as_ref().map(|own| own.as_str().to_owned());
    Choice::new(&employee.id, employee.full_name.clone()).hinted(extension)
}

fn of_number(number: &VirtualNumber) -> Choice {
    let digits = number.number.digits();
    Choice::new(&digits, digits).hinted(number.name.clone())
}
