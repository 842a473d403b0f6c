//! What holds of the cards of every call, however its notifications come.

use std::collections::BTreeMap;

use domain::calls::{CallFacts, CardStage, Ending, NoticeKind, PlannedCard};
use domain::ids::{CallSessionId, UisEmployeeId};
use proptest::prelude::*;

use super::history::{History, any_call, missed_call, outgoing_call};
use super::office::Office;
use super::road::{Arrival, lossy, whole};
use super::story::{OLEG, at};

/// How late notifications may be when anything goes.
const ANY_ORDER: i64 = 300;
/// How late they may be for the end to wait for them.
const IN_TIME: i64 = 9;

/// Lets the notifications arrive, the timer ring and, perhaps, the report come.
fn play(arrivals: &[Arrival], report_after: Option<usize>, history: &History) -> Office {
    let mut office = Office::new();
    for (number, Arrival { at, notice }) in arrivals.iter().enumerate() {
        if report_after == Some(number) {
            look(&mut office, |office| office.learns(history.report()));
        }
        while let Ending::Unsettled { until } = office.ending()
            && until <= *at
            && !office.shown.closed
        {
            office.now = until;
            look(&mut office, Office::look);
        }
        look(&mut office, |office| office.hears_one(notice, *at));
    }
    for _ in 0..3 {
        look(&mut office, |office| office.waits(60));
    }
    office
}

/// Looks at the call, and once more without any news, which must show nothing; nor may anything be shown
/// after the end.
fn look(office: &mut Office, news: impl FnOnce(&mut Office)) {
    let (closed, before) = (office.shown.closed, office.planned.len());
    news(office);
    let after = office.planned.len();
    office.look();
    assert_eq!(office.planned.len(), after, "shown without news: {:?}", office.planned);
    assert!(!closed || before == after, "shown after the end: {:?}", office.planned);
}

/// Stages only go forward: ringing, talking, closed; a new round begins only after a close. Returns the
/// employees whose cards are open in the end.
fn open_cards(planned: &[PlannedCard]) -> Result<Vec<UisEmployeeId>, TestCaseError> {
    let mut cards: BTreeMap<UisEmployeeId, (u32, &str)> = BTreeMap::new();
    for card in planned {
        let (round, stage) = cards.get(&card.employee).copied().unwrap_or((0, "closed"));
        let (allowed, next): (&[&str], _) = match card.stage {
            CardStage::Ringing => (&["closed"], "rings"),
            CardStage::Accepted => (&["rings"], "talks"),
            CardStage::Cancelled | CardStage::NotTalked { .. } => (&["rings"], "closed"),
            CardStage::Talked { .. } => (&["talks"], "closed"),
        };
        let new = u32::from(card.stage == CardStage::Ringing);
        prop_assert_eq!(card.round, round + new, "{:?}", planned);
        prop_assert!(allowed.contains(&stage), "{stage}: {card:?} of {planned:?}");
        cards.insert(card.employee, (card.round, next));
    }
    Ok(cards.iter().filter(|(_, (_, stage))| *stage != "closed").map(|(id, _)| *id).collect())
}

fn talks(planned: &[PlannedCard]) -> BTreeMap<UisEmployeeId, u32> {
    let talks = planned.iter().filter_map(|card| match card.stage {
        CardStage::Talked { seconds, .. } => Some((card.employee, seconds)),
        _ => None,
    });
    talks.collect()
}

fn count(planned: &[PlannedCard], is: impl Fn(&CardStage) -> bool) -> usize {
    planned.iter().filter(|card| is(&card.stage)).count()
}

/// The talkers who have cards.
fn reachable_talkers(history: &History) -> BTreeMap<UisEmployeeId, u32> {
    let mut talkers = history.talkers.clone();
    talkers.remove(&OLEG);
    talkers
}

proptest! {
    #[test]
    fn every_card_goes_forward_and_closes_once_and_the_call_ends_one_way(
        (history, arrivals) in lossy(any_call(), ANY_ORDER),
        report_after in prop::option::of(0_usize..12),
    ) {
        let office = play(&arrivals, report_after, &history);
        let open = open_cards(&office.planned)?;
        if office.shown.closed {
            prop_assert!(open.is_empty(), "open: {:?} of {:?}", open, office.planned);
        } else {
            prop_assert_eq!(office.ending(), Ending::Open);
        }
        let missed = count(&office.planned, |stage| matches!(stage, CardStage::NotTalked { .. }));
        prop_assert!(missed <= 1, "{:?}", office.planned);
        prop_assert!(missed == 0 || talks(&office.planned).is_empty(), "{:?}", office.planned);
    }

    #[test]
    fn nobody_is_said_to_have_talked_who_did_not((history, arrivals) in lossy(any_call(), ANY_ORDER)) {
        let office = play(&arrivals, None, &history);
        for (employee, seconds) in talks(&office.planned) {
            prop_assert!(history.talkers.contains_key(&employee), "{:?}", office.planned);
            prop_assert!(seconds <= history.talkers.values().sum(), "{:?}", office.planned);
        }
    }

    #[test]
    fn when_everything_comes_in_time_everybodys_talk_is_told_to_the_second(
        (history, arrivals) in whole(any_call(), IN_TIME),
    ) {
        let office = play(&arrivals, None, &history);
        prop_assert_eq!(talks(&office.planned), reachable_talkers(&history));
    }

    #[test]
    fn in_any_order_the_talks_told_before_the_end_was_settled_are_told_to_the_second(
        (history, arrivals) in whole(any_call(), ANY_ORDER),
    ) {
        let mut office = Office::new();
        let settled = arrivals.iter().position(|Arrival { at, notice }| {
            office.hears_one(notice, *at);
            office.shown.closed
        });
        let (heard, late) = arrivals.split_at(settled.map_or(arrivals.len(), |last| last + 1));
        let is_missing = |Arrival { notice, .. }: &Arrival| {
            matches!(notice.kind, NoticeKind::TalkStarted | NoticeKind::TalkFinished)
                && heard.iter().all(|arrival| arrival.notice != *notice)
        };
        if !late.iter().any(is_missing) {
            office.waits(600);
            prop_assert_eq!(talks(&office.planned), reachable_talkers(&history));
        }
    }

    #[test]
    fn a_call_nobody_took_is_missed_once_if_it_rang_anybody(
        (history, arrivals) in whole(missed_call(), IN_TIME),
    ) {
        let office = play(&arrivals, None, &history);
        let rang = history.rung.keys().any(|employee| *employee != OLEG);
        let missed = count(&office.planned, |stage| matches!(stage, CardStage::NotTalked { .. }));
        prop_assert_eq!(missed, usize::from(rang), "{:?}", office.planned);
    }

    #[test]
    fn in_their_order_no_card_pops_up_oftener_than_the_phone_rang(
        (history, arrivals) in whole(any_call(), 0),
    ) {
        let office = play(&arrivals, None, &history);
        for (employee, times) in &history.rung {
            let own = office.planned.iter().filter(|card| card.employee == *employee);
            let popped = own.filter(|card| card.stage == CardStage::Ringing).count();
            prop_assert!(popped <= *times as usize, "{}: {:?}", employee, office.planned);
        }
    }

    #[test]
    fn in_their_order_no_card_of_an_outgoing_call_needs_a_word_planfix_lacks(
        (history, arrivals) in whole(outgoing_call(), 0),
    ) {
        let office = play(&arrivals, None, &history);
        prop_assert_eq!(count(&office.planned, |stage| *stage == CardStage::Cancelled), 0);
    }

    #[test]
    fn what_is_known_in_the_end_does_not_hang_on_the_order(
        (history, arrivals) in whole(any_call(), ANY_ORDER),
    ) {
        let mut shuffled = CallFacts::new(CallSessionId(7), at(ANY_ORDER));
        for arrival in &arrivals {
            shuffled.observe(&arrival.notice, arrival.at);
        }
        let mut in_order = history.call.facts();
        // who was seen in the same second stands as he came
        shuffled.parties.sort_by_key(|party| (party.seen_at, party.employee.id));
        in_order.parties.sort_by_key(|party| (party.seen_at, party.employee.id));
        prop_assert_eq!(shuffled, in_order);
    }
}
