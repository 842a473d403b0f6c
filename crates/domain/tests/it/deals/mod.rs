//! Deals: rules and laws.

mod amounts;
mod decisions;
mod funnels;
mod laws;

use domain::deals::{
    Amount, DealRow, Decision, Funnel, Moment, Money, Seen, TaskFacts, TaskStatus, decide,
};
use domain::ids::{ContactId, FieldId, PlanfixUserId, StatusId, TaskId, TaskObjectId};
use domain::settings::Deals;
use jiff::civil::DateTime;

fn deals() -> Deals {
    Deals {
        enabled: true,
        task_object: Some(TaskObjectId(12)),
        success_status: Some(StatusId(5)),
        failure_status: Some(StatusId(6)),
        amount_field: Some(FieldId(210)),
    }
}

fn statuses() -> Vec<(StatusId, String)> {
    [(1, "Новая"), (2, "В работе"), (5, "Доставлен"), (6, "Отказ")]
        .map(|(id, name)| (StatusId(id), name.to_owned()))
        .into()
}

fn funnel() -> Funnel {
    Funnel::of(&deals(), TaskObjectId(12), "Заявка", &statuses())
}

fn task(status: i64, hundredths: i64) -> TaskFacts {
    TaskFacts {
        task: TaskId(2001),
        name: "Заказ".to_owned(),
        status: Some(TaskStatus { id: StatusId(status), name: String::new() }),
        created: Some(at("2026-03-02T10:00:00")),
        amount: Amount::Given(Money::hundredths(hundredths)),
        contact: Some(ContactId(501)),
        employee: Some(PlanfixUserId(2)),
        communication: None,
    }
}

fn at(text: &str) -> DateTime {
    text.parse().unwrap()
}

fn moment(told: &str, now: &str) -> Moment {
    Moment { told: at(told), now: at(now) }
}

fn seen(task: TaskFacts) -> Seen {
    Seen::Task(Box::new(task))
}

/// What UIS is told of a task seen at this time.
fn row(task: TaskFacts, last: Option<&DealRow>, time: &str) -> DealRow {
    match decide(&deals(), &funnel(), &seen(task), last, moment(time, time)) {
        Decision::Tell { row, .. } => *row,
        Decision::Nothing(why) => panic!("nothing is told: {why:?}"),
    }
}
