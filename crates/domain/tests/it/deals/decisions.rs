//! What UIS is told, and when it is told nothing.

use domain::deals::{
    Amount, Communication, CommunicationKind, DealNote, Decision, Money, Seen, decide,
};
use domain::ids::{CommunicationId, ContactId};

use super::{at, deals, funnel, moment, row, seen, task};

#[test]
fn the_first_row_has_the_tasks_own_beginning() {
    let first = row(task(2, 100), None, "2026-03-02T12:00:00");
    assert_eq!(
        (first.created, first.stage_since),
        (at("2026-03-02T10:00:00"), at("2026-03-02T12:00:00"))
    );
    assert_eq!((first.stage.as_str(), first.closed()), ("2", None));
}

#[test]
fn another_amount_leaves_the_stage_as_old_as_it_is() {
    let first = row(task(2, 100), None, "2026-03-02T12:00:00");
    let second = row(task(2, 200), Some(&first), "2026-03-02T13:00:00");
    assert_eq!(second.stage_since, first.stage_since);
    assert_eq!(second.changed, at("2026-03-02T13:00:00"));
}

#[test]
fn final_stages_close_the_deal_and_others_open_it_again() {
    let won = row(task(5, 100), None, "2026-03-02T12:00:00");
    assert_eq!(won.closed(), Some(at("2026-03-02T12:00:00")));
    let open = row(task(2, 100), Some(&won), "2026-03-02T13:00:00");
    assert_eq!(open.closed(), None);
    let lost = row(task(6, 100), Some(&open), "2026-03-02T14:00:00");
    assert_eq!((lost.stage.as_str(), lost.closed()), ("failed", Some(at("2026-03-02T14:00:00"))));
}

#[test]
fn the_same_again_is_nothing_new() {
    let first = row(task(2, 100), None, "2026-03-02T12:00:00");
    let mut renamed = task(2, 100);
    renamed.name = "Другое имя".to_owned();
    let time = "2026-03-02T13:00:00";
    let again = decide(&deals(), &funnel(), &seen(renamed), Some(&first), moment(time, time));
    assert_eq!(again, Decision::Nothing(DealNote::Unchanged));
}

#[test]
fn another_client_is_told() {
    let first = row(task(2, 100), None, "2026-03-02T12:00:00");
    let mut merged = task(2, 100);
    merged.contact = Some(ContactId(502));
    assert_eq!(row(merged, Some(&first), "2026-03-02T13:00:00").contact, Some(ContactId(502)));
}

#[test]
fn what_made_the_deal_is_never_forgotten() {
    let mut made = task(1, 0);
    let id = CommunicationId(77);
    made.communication = Some(Communication { id, kind: CommunicationKind::Call });
    let first = row(made, None, "2026-03-02T12:00:00");
    let second = row(task(2, 0), Some(&first), "2026-03-02T13:00:00");
    assert_eq!(second.communication, first.communication);
}

#[test]
fn an_unreadable_amount_leaves_the_one_before() {
    let first = row(task(1, 700), None, "2026-03-02T12:00:00");
    let mut odd = task(2, 0);
    odd.amount = Amount::Unreadable("1 000 ₽".to_owned());
    assert_eq!(
        row(odd.clone(), Some(&first), "2026-03-02T13:00:00").revenue,
        Money::hundredths(700)
    );
    assert_eq!(row(odd, None, "2026-03-02T13:00:00").revenue, Money::default());
}

#[test]
fn nothing_comes_from_the_future() {
    let mut early = task(1, 0);
    early.created = Some(at("2026-03-02T23:00:00"));
    let told = moment("2026-03-02T22:00:00", "2026-03-02T12:00:00");
    let Decision::Tell { row, .. } = decide(&deals(), &funnel(), &seen(early), None, told) else {
        panic!()
    };
    assert_eq!((row.created, row.stage_since, row.changed), (told.now, told.now, told.now));
}

#[test]
fn when_the_clocks_are_put_back_the_deal_does_not_go_back() {
    let before = row(task(1, 0), None, "2026-10-25T02:59:50");
    let after = row(task(2, 0), Some(&before), "2026-10-25T02:10:00");
    assert_eq!(after.stage_since, before.stage_since);
}

#[test]
fn a_task_that_leaves_closes_an_open_deal_alone() {
    let time = moment("2026-03-02T13:00:00", "2026-03-02T13:00:00");
    let open = row(task(2, 100), None, "2026-03-02T12:00:00");
    let won = row(task(5, 100), None, "2026-03-02T12:00:00");
    for (gone, closed) in
        [(Seen::Gone, DealNote::GoneClosed), (Seen::OtherObject, DealNote::OtherObjectClosed)]
    {
        let Decision::Tell { row, .. } = decide(&deals(), &funnel(), &gone, Some(&open), time)
        else {
            panic!()
        };
        assert_eq!((row.stage.as_str(), row.revenue), ("failed", open.revenue));
        assert!(row.comment.is_some());
        assert_eq!(decide(&deals(), &funnel(), &gone, Some(&won), time), Decision::Nothing(closed));
        assert!(matches!(
            decide(&deals(), &funnel(), &gone, None, time),
            Decision::Nothing(DealNote::Gone | DealNote::OtherObject)
        ));
    }
}

#[test]
fn a_status_that_the_object_does_not_have_is_no_stage() {
    let time = moment("2026-03-02T13:00:00", "2026-03-02T13:00:00");
    for odd in [Some(99), None] {
        let mut facts = task(1, 0);
        facts.status = facts.status.filter(|_| odd.is_some()).map(|mut status| {
            status.id = domain::ids::StatusId(99);
            status
        });
        let decided = decide(&deals(), &funnel(), &seen(facts), None, time);
        assert_eq!(decided, Decision::Nothing(DealNote::NoStage));
    }
}
