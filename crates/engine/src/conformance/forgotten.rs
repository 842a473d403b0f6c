//! A case that is not in the list would never run.

/// A case that is not in the list of [`conformance!`] would never run.
#[test]
fn every_case_is_in_the_list() {
    let list = include_str!("list.rs");
    let files = [
        include_str!("agenda.rs"),
        include_str!("board.rs"),
        include_str!("dispatcher.rs"),
        include_str!("doors.rs"),
        include_str!("effects.rs"),
        include_str!("fences.rs"),
        include_str!("inbox.rs"),
        include_str!("journal.rs"),
        include_str!("lanes.rs"),
        include_str!("mending.rs"),
        include_str!("names.rs"),
        include_str!("offices.rs"),
        include_str!("overview.rs"),
        include_str!("records.rs"),
        include_str!("replay.rs"),
        include_str!("search.rs"),
        include_str!("steps.rs"),
        include_str!("threads.rs"),
        include_str!("together.rs"),
        include_str!("worker.rs"),
    ];
    let forgotten: Vec<_> = files
        .iter()
        .flat_map(|file| file.split("\npub async fn ").skip(1))
        .filter_map(|case| case.split('(').next())
        .filter(|case| !list.contains(&format!(" {case},\n")))
        .collect();
    assert!(forgotten.is_empty(), "not in the list: {forgotten:?}");
}
