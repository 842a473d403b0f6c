//! Funnels in step with the object's statuses.

use domain::deals::{Funnel, FunnelChange, StageKind};
use domain::ids::{StatusId, TaskObjectId};

use super::{deals, funnel, statuses};

/// The funnel as UIS has it after the changes.
fn after(have: Option<&Funnel>, changes: &[FunnelChange]) -> Funnel {
    let mut funnel = have.cloned();
    for change in changes {
        match change {
            FunnelChange::Create(new) => funnel = Some(new.clone()),
            FunnelChange::Rename(name) => name.clone_into(&mut funnel.as_mut().unwrap().name),
            FunnelChange::Add(stage) => funnel.as_mut().unwrap().stages.push(stage.clone()),
            FunnelChange::Change(stage) => {
                let stages = &mut funnel.as_mut().unwrap().stages;
                let there = stages.iter_mut().find(|one| one.id == stage.id).unwrap();
                *there = stage.clone();
            }
        }
    }
    funnel.unwrap()
}

fn names(funnel: &Funnel) -> Vec<&str> {
    let mut open: Vec<_> =
        funnel.stages.iter().filter(|stage| stage.kind == StageKind::InProcess).collect();
    open.sort_by_key(|stage| stage.order);
    open.iter().map(|stage| stage.name.as_str()).collect()
}

#[test]
fn a_new_funnel_is_made_whole_and_costs_nothing_afterwards() {
    let wanted = funnel();
    let changes = wanted.changes(None);
    assert_eq!(changes, [FunnelChange::Create(wanted.clone())]);
    assert_eq!(names(&wanted), ["Новая", "В работе"]);
    assert_eq!(wanted.changes(Some(&after(None, &changes))), []);
}

#[test]
fn stages_come_are_renamed_move_and_are_archived() {
    let have = funnel();
    let changed = [(7, "Собран"), (1, "Заявка"), (5, "Вручён"), (6, "Отказ")]
        .map(|(id, name)| (StatusId(id), name.to_owned()));
    let wanted = Funnel::of(&deals(), TaskObjectId(12), "Доставка", &changed);
    let now = after(Some(&have), &wanted.changes(Some(&have)));
    assert_eq!(now.name, "Доставка");
    assert_eq!(names(&now), ["Собран", "Заявка", "(архив) В работе"]);
    let won = now.stages.iter().find(|stage| stage.kind == StageKind::Success).unwrap();
    assert_eq!((won.id.as_str(), won.name.as_str()), ("success", "Вручён"));
    assert_eq!(wanted.changes(Some(&now)), []);

    let back = after(Some(&now), &have.changes(Some(&now)));
    assert_eq!(names(&back), ["Новая", "В работе", "(архив) Собран"]);
}

#[test]
fn another_successful_status_renames_the_stage_and_the_old_one_goes_on() {
    let mut other = deals();
    other.success_status = Some(StatusId(2));
    let wanted = Funnel::of(&other, TaskObjectId(12), "Заявка", &statuses());
    let now = after(Some(&funnel()), &wanted.changes(Some(&funnel())));
    assert_eq!(names(&now), ["Новая", "Доставлен", "(архив) В работе"]);
    assert_eq!(wanted.stage_of(&other, StatusId(2)).unwrap().id, "success");
    assert_eq!(wanted.stage_of(&other, StatusId(5)).unwrap().id, "5");
    assert_eq!(wanted.stage_of(&other, StatusId(6)).unwrap().id, "failed");
}
