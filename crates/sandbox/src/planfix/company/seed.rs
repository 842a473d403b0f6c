//! The company as it is before anything happens: «Ромашка».

use super::catalog::{DataTag, Field, FieldOwner, FieldType, Status, TaskObject, Template};
use super::{User, UserStatus};

/// «Заявка».
pub(crate) const REQUEST_OBJECT: u64 = 12;
/// «Внутренняя задача», an object without the sales fields.
const INNER_OBJECT: u64 = 13;
/// «Звонок».
pub(crate) const CALL_TAG: u64 = 1;
/// «Пропущенный звонок».
pub(crate) const MISSED_TAG: u64 = 2;
/// The robot in whose name the REST token acts.
pub(crate) const ROBOT: u64 = 6;

pub(super) fn users() -> Vec<User> {
    let employee = |id, name: &[&str; 3], login: &str, short_number: Option<&str>| User {
        id,
        name: name[0].to_owned(),
        midname: name[1].to_owned(),
        lastname: name[2].to_owned(),
        email: format!("{login}@romashka.ru"),
        role: if id == 1 { "Admin" } else { "User" },
        status: UserStatus::Active,
        phones: Vec::new(),
        short_number: short_number.map(str::to_owned),
        groups: vec![1],
    };
    let mut anna = employee(1, &["Анна", "Сергеевна", "Смирнова"], "smirnova", Some("101"));
    anna.phones.push("+79990000101".to_owned());
    let mut gone = employee(5, &["Дарья", "Ивановна", "Лебедева"], "lebedeva", None);
    gone.status = UserStatus::Inactive;
    let mut robot = employee(ROBOT, &["Связка", "", ""], "robot", None);
    robot.role = "Robot";
    robot.groups.clear();
    vec![
        anna,
        employee(2, &["Борис", "Андреевич", "Кузнецов"], "kuznetsov", Some("102")),
        employee(3, &["Вера", "Павловна", "Орлова"], "orlova", Some("103")),
        employee(4, &["Глеб", "Олегович", "Соколов"], "sokolov", None),
        gone,
        robot,
    ]
}

pub(super) fn objects() -> Vec<TaskObject> {
    let status = |id, name: &str, color: &str, is_active| Status {
        id,
        name: name.to_owned(),
        color: color.to_owned(),
        is_active,
    };
    let request = vec![
        status(1, "Новая", "#4573b1", true),
        status(2, "В работе", "#e8a33d", true),
        status(4, "Счёт выставлен", "#8f6bb3", true),
        status(5, "Доставлен", "#4caf50", false),
        status(6, "Отказ", "#d9534f", false),
    ];
    let inner =
        vec![status(1, "Новая", "#4573b1", true), status(3, "Завершённая", "#4caf50", false)];
    vec![
        TaskObject { id: REQUEST_OBJECT, name: "Заявка".to_owned(), statuses: request },
        TaskObject {
            id: INNER_OBJECT, name: "Внутренняя задача".to_owned(), statuses: inner
        },
    ]
}

fn template(id: u64, name: &str, is_company: bool) -> Template {
    Template { id, name: name.to_owned(), is_company, supervisors: Vec::new() }
}

pub(super) fn contact_templates() -> Vec<Template> {
    vec![template(1, "Клиент", false), template(2, "Партнёр", false), template(3, "Компания", true)]
}

pub(super) fn task_templates() -> Vec<Template> {
    vec![template(30, "Задача по умолчанию", false)]
}

pub(super) fn data_tags() -> Vec<DataTag> {
    vec![
        DataTag { id: CALL_TAG, name: "Звонок".to_owned() },
        DataTag { id: MISSED_TAG, name: "Пропущенный звонок".to_owned() },
    ]
}

pub(super) fn fields() -> Vec<Field> {
    let mut fields = contact_fields();
    fields.extend(task_fields());
    fields.extend(call_fields());
    fields.extend(missed_fields());
    fields
}

fn field(owner: FieldOwner, attached_to: &[u64], id: u64, name: &str, kind: FieldType) -> Field {
    let name = name.to_owned();
    Field { id, name, kind, owner, enum_values: Vec::new(), attached_to: attached_to.to_vec() }
}

fn list(mut field: Field, labels: &[&str]) -> Field {
    field.enum_values = labels.iter().map(|&label| label.to_owned()).collect();
    field
}

fn contact_fields() -> Vec<Field> {
    let on_all = |id, name, kind| field(FieldOwner::Contact, &[1, 2, 3], id, name, kind);
    vec![
        on_all(101, "Сайт", FieldType::LINE),
        on_all(102, "Источник", FieldType::LINE),
        on_all(103, "Баллы", FieldType::NUMBER),
        list(on_all(104, "Сегмент", FieldType::LIST), &["Розница", "Опт"]),
        on_all(105, "Первое обращение", FieldType::DATE),
        field(FieldOwner::Contact, &[3], 106, "ИНН", FieldType::LINE),
    ]
}

fn task_fields() -> Vec<Field> {
    let on_request =
        |id, name, kind| field(FieldOwner::Task, &[REQUEST_OBJECT, 30], id, name, kind);
    vec![
        on_request(201, "utm_source", FieldType::LINE),
        on_request(202, "Кампания", FieldType::LINE),
        list(on_request(203, "Тип обращения", FieldType::LIST), &["Звонок", "Заявка", "Чат"]),
        on_request(204, "Дата обращения", FieldType::DATE),
        on_request(205, "Комментарий UIS", FieldType::TEXT),
        on_request(206, "Менеджер", FieldType::EMPLOYEE),
        on_request(207, "Важный клиент", FieldType::CHECKBOX),
        on_request(208, "Время разговора", FieldType::DATE_TIME),
        on_request(210, "Сумма", FieldType::NUMBER),
        on_request(211, "Сумма с НДС", FieldType::CALCULATED),
        field(FieldOwner::Task, &[INNER_OBJECT], 220, "Отдел", FieldType::LINE),
    ]
}

fn call_fields() -> Vec<Field> {
    let on_call = |id, name, kind| field(FieldOwner::DataTag, &[CALL_TAG], id, name, kind);
    vec![
        on_call(301, "Дата", FieldType::DATE),
        on_call(302, "Время", FieldType::PERIOD),
        list(on_call(303, "Тип", FieldType::LIST), &["Входящий", "Исходящий"]),
        on_call(304, "Продолжительность (сек.)", FieldType::NUMBER),
        on_call(305, "Сотрудник", FieldType::EMPLOYEE),
        on_call(306, "Контакт", FieldType::GROUP_EMPLOYEE_CONTACT),
        on_call(307, "Внешняя линия", FieldType::LINE),
        on_call(308, "Номер контакта", FieldType::LINE),
        on_call(309, "Название внешней линии", FieldType::LINE),
        on_call(310, "utm_source", FieldType::LINE),
        on_call(311, "utm_campaign", FieldType::LINE),
    ]
}

fn missed_fields() -> Vec<Field> {
    let on_missed = |id, name, kind| field(FieldOwner::DataTag, &[MISSED_TAG], id, name, kind);
    vec![
        on_missed(401, "Дата и время", FieldType::DATE_TIME),
        list(on_missed(402, "Тип", FieldType::LIST), &["Входящий", "Исходящий"]),
        on_missed(403, "Контакт", FieldType::GROUP_EMPLOYEE_CONTACT),
        on_missed(404, "Внешняя линия", FieldType::LINE),
        on_missed(405, "Номер контакта", FieldType::LINE),
        on_missed(406, "Название внешней линии", FieldType::LINE),
    ]
}
