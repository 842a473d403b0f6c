//! The synchronisation of employees, between the simulated systems.

use cabinet::{EmployeeRun, RunOutcome};
use domain::employees::Report;
use domain::text::Lang;
use e2e::World;
use jiff::SignedDuration;
use sandbox::Door;
use sandbox::faults::{Fault, Injection, When};
use sandbox::planfix::NewUser;

async fn run(world: &World) -> EmployeeRun {
    world.bridge().employees.run(world.connection().await, "test").await.unwrap()
}

fn report(run: &EmployeeRun) -> &Report {
    match &run.outcome {
        RunOutcome::Report(report) => report,
        RunOutcome::Failure(failure) => panic!("{failure}"),
    }
}

/// The report, a line a user.
fn told(run: &EmployeeRun) -> String {
    let line = |line: &domain::employees::Line| {
        let (verdict, text) = (line.verdict(Lang::Ru), line.text(Lang::Ru));
        format!("{}: {verdict}, {text}", line.who.title())
    };
    report(run).lines.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn names_in_uis(world: &World) -> Vec<String> {
    let employees = world.uis().company().employees;
    employees.iter().map(|one| format!("{} {}", one.last_name, one.first_name)).collect()
}

/// A fault of creations only.
fn creations(fault: Fault) -> Injection {
    Injection::new(Door::DataApi, fault).path("create.employees")
}

const MARIA: NewUser<'_> = NewUser {
    name: "Мария",
    lastname: "Белова",
    email: "belova@romashka.ru",
    short_number: Some("105"),
};

#[tokio::test]
async fn everybody_is_told_apart_and_the_missing_one_is_created() {
    let world = World::start().await;
    let first = run(&world).await;
    assert_eq!(
        told(&first),
        "\
Смирнова Анна Сергеевна (user:1): найден, по e-mail: Анна Смирнова (№ 4501, доб. 101)
Кузнецов Борис Андреевич (user:2): найден, по e-mail: Борис Кузнецов (№ 4502, доб. 102)
Орлова Вера Павловна (user:3): найден, по e-mail: Вера Орлова (№ 4503, доб. 103)
Соколов Глеб Олегович (user:4): создан, сотрудник UIS № 4505, без добавочного номера: Планфикс не показал короткий
Лебедева Дарья Ивановна (user:5): пропущен, уволен: в Планфиксе неактивен
Связка (user:6): пропущен, робот"
    );
    let created = world.uis().company().employee_by_id(4505).cloned().unwrap();
    assert_eq!(created.email, "sokolov@romashka.ru");
    assert!(created.phones.is_empty(), "no phone is made up");
}

#[tokio::test]
async fn a_second_run_changes_nothing() {
    let world = World::start().await;
    run(&world).await;
    let before = names_in_uis(&world);
    let second = run(&world).await;
    assert_eq!(names_in_uis(&world), before);
    assert_eq!(report(&second).tally().matched, 4);
    assert!(!world.uis().ledger().to_string().contains("update.employees"));
}

#[tokio::test]
async fn a_new_employee_acts_at_once() {
    let world = World::start().await;
    // since this call the list of employees is kept
    let known = world.uis().incoming("79030000000").rings("101").answered_by("101").talks_secs(5);
    world.play(&known).await;
    world.planfix().hire(&MARIA);

    run(&world).await;

    let staff = &world.bridge().accounts.get(world.connection().await).await.unwrap().staff;
    let number = domain::phone::ShortNumber::parse("105").unwrap();
    assert_eq!(staff.employee_with(&number).await.unwrap(), None, "Planfix hid her short number");
    world.uis().change_company(|company| {
        let maria = company.employees.iter_mut().find(|one| one.last_name == "Белова").unwrap();
        maria.extension = Some("105".to_owned());
    });
    run(&world).await;
    assert!(staff.employee_with(&number).await.unwrap().is_some());
}

#[tokio::test]
async fn somebody_without_a_common_email_is_found_by_his_short_number() {
    let world = World::start().await;
    world.planfix().hire(&NewUser { email: "maria@home.ru", ..MARIA });
    world.uis().change_company(|company| {
        let anton = company.employees.iter_mut().find(|one| one.last_name == "Новиков").unwrap();
        anton.extension = Some("105".to_owned());
    });
    let outcome = run(&world).await;
    let told = told(&outcome);
    assert!(
        told.contains("Белова Мария (user:11): найден, по добавочному номеру, не наверняка"),
        "{told}"
    );
}

#[tokio::test]
async fn a_refusal_for_one_does_not_stop_the_others() {
    let world = World::start().await;
    world.planfix().hire(&MARIA);
    let broken = Fault::ServerError { when: When::BeforeCommit };
    world.uis().faults().inject(creations(broken).times(1));

    let outcome = run(&world).await;

    let tally = report(&outcome).tally();
    assert_eq!((tally.created, tally.failed), (1, 1), "{}", told(&outcome));
    assert!(!outcome.is_good());
}

#[tokio::test]
async fn a_creation_without_an_answer_is_looked_for() {
    let world = World::start().await;
    let lost = Fault::ServerError { when: When::AfterCommit };
    world.uis().faults().inject(creations(lost).times(1));
    let outcome = run(&world).await;
    assert_eq!(report(&outcome).tally().created, 1, "{}", told(&outcome));
    assert_eq!(names_in_uis(&world).len(), 5);
}

#[tokio::test]
async fn a_refusal_that_concerns_everybody_is_not_asked_for_again() {
    let world = World::start().await;
    world.planfix().hire(&MARIA);
    world.uis().faults().inject(creations(Fault::RevokedToken));
    let outcome = run(&world).await;
    assert_eq!(report(&outcome).tally().failed, 2, "{}", told(&outcome));
    assert_eq!(world.uis().ledger().to_string().matches("create.employees").count(), 1);
}

#[tokio::test]
async fn a_run_that_cannot_read_planfix_changes_nothing_and_is_kept() {
    let world = World::start().await;
    world.planfix().configure(|settings| settings.rest_token = "another-token".to_owned());
    let before = names_in_uis(&world);
    let outcome = run(&world).await;
    let RunOutcome::Failure(failure) = &outcome.outcome else { panic!("{outcome:?}") };
    assert_eq!(failure.code.as_str(), "PF-TOKEN");
    assert_eq!(names_in_uis(&world), before);
    let last = world.bridge().employees.last(world.connection().await).await.unwrap();
    assert_eq!(last, Some(outcome));
}

#[tokio::test]
async fn at_night_employees_are_synchronised_once() {
    let world = World::start().await;
    let id = world.connection().await;
    let last = || async { world.bridge().employees.last(id).await.unwrap() };
    world.bridge().duties.run_due().await.unwrap();
    assert_eq!(last().await, None, "by day nothing happens");

    // from noon in Moscow to four in the morning
    world.clock().advance(SignedDuration::from_hours(16));
    world.bridge().duties.run_due().await.unwrap();
    let night = last().await.unwrap();
    assert_eq!(night.author, "по расписанию");
    assert_eq!(report(&night).tally().created, 1);

    world.clock().advance(SignedDuration::from_hours(1));
    world.bridge().duties.run_due().await.unwrap();
    assert_eq!(last().await.unwrap().ended_at, night.ended_at, "once a night");

    world.clock().advance(SignedDuration::from_hours(23));
    world.bridge().duties.run_due().await.unwrap();
    assert!(last().await.unwrap().ended_at > night.ended_at, "and again the next night");
}

#[tokio::test]
async fn a_night_that_is_switched_off_passes_quietly() {
    let off = ("employees: { enabled: true, pairs: [] }", "employees: { nightly: false }");
    let world = World::with(&[off]).await;
    world.clock().advance(SignedDuration::from_hours(16));
    world.bridge().duties.run_due().await.unwrap();
    assert_eq!(world.bridge().employees.last(world.connection().await).await.unwrap(), None);
}
