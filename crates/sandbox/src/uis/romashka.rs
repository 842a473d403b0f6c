//! The seeded company: «Ромашка», a small chain of flower shops.

use super::company::{
    Account, Campaign, Company, Employee, EmployeePhone, Named, SipLine, VirtualNumber,
};

/// The number on the site romashka.ru.
pub const MAIN_NUMBER: &str = "74950236854";
/// The number on the site romashka.shop.
pub const SHOP_NUMBER: &str = "74950236855";
/// The campaign of the advertised scenario.
pub const BOUQUETS_CAMPAIGN: &str = "Яндекс.Директ: букеты";

const MAIN_SITE: Named = Named { id: 9001, name: "romashka.ru" };
const SHOP_SITE: Named = Named { id: 9002, name: "romashka.shop" };
const MAIN_SCENARIO: Named = Named { id: 701, name: "Основной сценарий" };
const SHOP_SCENARIO: Named = Named { id: 702, name: "Интернет-магазин" };
const NO_CAMPAIGN: &str = "Посетители без рекламной кампании";

/// The company as it stands before the first call.
pub(crate) fn company() -> Company {
    Company {
        account: Account {
            app_id: 41_001,
            name: "ООО «Ромашка»",
            timezone: "Europe/Moscow",
            login: "dataapi@romashka.ru",
            password: "sandbox-uis-password",
            access_token: "sandbox-uis-token",
        },
        employees: vec![
            with_line(
                employee(4501, "Анна", "Смирнова", "smirnova@romashka.ru", Some("101")),
                MAIN_NUMBER,
            ),
            with_line(
                employee(4502, "Борис", "Кузнецов", "kuznetsov@romashka.ru", Some("102")),
                SHOP_NUMBER,
            ),
            employee(4503, "Вера", "Орлова", "orlova@romashka.ru", Some("103")),
            employee(4504, "Антон", "Новиков", "novikov@romashka.ru", None),
        ],
        numbers: vec![
            VirtualNumber {
                id: 3001,
                number: MAIN_NUMBER,
                name: "Основной номер",
                scenario: MAIN_SCENARIO,
                site: MAIN_SITE,
                campaign: NO_CAMPAIGN,
            },
            VirtualNumber {
                id: 3002,
                number: SHOP_NUMBER,
                name: "Реклама",
                scenario: SHOP_SCENARIO,
                site: SHOP_SITE,
                campaign: NO_CAMPAIGN,
            },
        ],
        sites: vec![MAIN_SITE, SHOP_SITE],
        campaigns: campaigns(),
        tags: vec![
            Named { id: 11, name: "Целевой" },
            Named { id: 12, name: "Спам" },
            Named { id: 13, name: "Заказ" },
        ],
        media_files: vec![501],
    }
}

fn campaigns() -> Vec<Campaign> {
    vec![
        Campaign {
            id: 800,
            name: NO_CAMPAIGN,
            site: MAIN_SITE,
            channel: "direct",
            source: Named { id: 1, name: "Прямые заходы" },
            utm: None,
        },
        Campaign {
            id: 801,
            name: BOUQUETS_CAMPAIGN,
            site: MAIN_SITE,
            channel: "paid",
            source: Named { id: 2, name: "Яндекс.Директ" },
            utm: Some(["yandex", "cpc", "bouquets", "купить букет", "banner-1"]),
        },
        Campaign {
            id: 802,
            name: "Тестовая кампания",
            site: SHOP_SITE,
            channel: "social",
            source: Named { id: 3, name: "ВКонтакте" },
            utm: Some(["vk", "social", "test", "", "post-7"]),
        },
    ]
}

fn employee(id: u64, first: &str, last: &str, email: &str, extension: Option<&str>) -> Employee {
    Employee {
        id,
        first_name: first.to_owned(),
        last_name: last.to_owned(),
        patronymic: String::new(),
        email: email.to_owned(),
        extension: extension.map(str::to_owned),
        phones: vec![EmployeePhone::new(&format!("7495100{id}"))],
        sip_line: None,
        call_recording: "all",
        status: None,
    }
}

/// The employee with a softphone too, which calls out with a number of its own.
fn with_line(mut employee: Employee, virtual_number: &str) -> Employee {
    let number = format!("0{}", employee.id);
    employee.phones.push(EmployeePhone::new(&number));
    employee.sip_line = Some(SipLine {
        id: employee.id + 10_000,
        number,
        virtual_number: Some(virtual_number.to_owned()),
        is_active: true,
    });
    employee
}
