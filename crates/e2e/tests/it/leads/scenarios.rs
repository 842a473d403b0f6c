//! The sandbox's scenarios of leads.

use e2e::World;
use sandbox::scenarios::{Group, INTERPLAYS};

#[tokio::test]
async fn each_scenario_of_leads_leaves_what_it_promises() {
    let mut all = Vec::new();
    for interplay in INTERPLAYS.iter().filter(|one| one.group == Group::Leads) {
        let world = World::start().await;
        world.play_interplay_with_leads(interplay).await;
        let contacts = world.planfix().contacts().len();
        let tasks: Vec<String> = world
            .planfix()
            .tasks()
            .iter()
            .map(|task| format!("{} -> {}", task.name, super::assignee(task)))
            .collect();
        all.push(format!("{}: contacts {contacts}, {}", interplay.id, tasks.join("; ")));
    }
    insta::assert_snapshot!(all.join("\n"));
}
