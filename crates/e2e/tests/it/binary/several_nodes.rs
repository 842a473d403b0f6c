//! Three nodes on one PostgreSQL, behind a balancer.

use std::sync::Arc;

use ambient::SystemClock;
use e2e::{Balancer, Program, ServedSandbox, usual_settings};
use sandbox::uis::ReportLag;
use sandbox::uis::notify::{Outcome, Sent};
use sandbox::uis::script::Script;
use test_postgres::{Database, Pooler, Server};
use url::Url;

use super::many_calls::{assert_each_once, call, notifications};

const CALLS: usize = 60;

/// The key that all nodes have.
const KEY: &str = "5f2d7f0f0a3c3b5c7a7a1d2c9b8e6f4a0123456789abcdef0123456789abcdef";

/// An installation on the database of that address.
fn node(database: &str) -> Program {
    Program::install()
        .with("SVYAZKA_DATABASE_URL", database)
        .with("SVYAZKA_MASTER_KEY", KEY)
        .with("SVYAZKA_PLANFIX_REQUESTS_PER_SECOND", "200")
}

/// Three nodes that serve one connection, and what stands around them.
struct Cluster {
    nodes: Vec<Program>,
    balancer: Balancer,
    served: ServedSandbox,
}

impl Cluster {
    async fn start(database: &str) -> Self {
        let served = ServedSandbox::start(Arc::new(SystemClock)).await;
        let mut nodes: Vec<Program> = (0..3).map(|_| node(database)).collect();
        let settings = nodes[0].file("romashka.yaml", &usual_settings(&served.url, &[]));
        nodes[0].does(&["connection", "import", &settings]);
        nodes.iter_mut().for_each(Program::serve);
        let balancer = Balancer::before(nodes.iter().map(Program::url)).await;
        let mut hook = notifications(&nodes[0]);
        hook.set_port(balancer.url.port()).unwrap();
        served.sandbox.uis().set_webhook(hook);
        served.sandbox.uis().configure(|settings| settings.report_lag = ReportLag::Secs(0));
        Self { nodes, balancer, served }
    }

    fn logs(&self) -> String {
        let logs = self.nodes.iter().zip(1..);
        logs.map(|(node, number)| format!("== node {number}\n{}", node.log()))
            .collect::<Vec<_>>()
            .join("\n")
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_lost_or_doubled_when_a_node_is_killed_and_the_database_starts_anew() {
    let postgres = Server::start();
    let mut cluster = Cluster::start(&postgres.url("postgres")).await;
    let uis = cluster.served.sandbox.uis().clone();

    let scripts: Vec<Script> = (0..CALLS).map(call).collect();
    let steps = uis.steps_of(scripts.iter().map(|script| (0, script)));
    let quarter = steps.len() / 4;
    for (done, step) in steps.into_iter().enumerate() {
        match done / quarter {
            // the first node does the duties, too
            1 if done % quarter == 0 => cluster.nodes[0].kill(),
            2 if done % quarter == 0 => {
                postgres.crash();
                postgres.run();
            }
            3 if done % quarter == 0 => cluster.nodes[0].serve(),
            _ => {}
        }
        uis.perform(step).await;
    }
    let accepted = |sent: &Sent| matches!(sent.outcome, Outcome::Answered { status: 200, .. });
    assert!(uis.notifications().iter().all(accepted), "{}", cluster.logs());
    assert!(cluster.balancer.taken().iter().all(|taken| *taken > 0));

    let served = &cluster.served;
    served.until("every call's task", |sandbox| sandbox.planfix().tasks().len() >= CALLS).await;
    served.until("every call's end", |sandbox| sandbox.planfix().history().len() >= CALLS).await;
    let leads =
        |node: &Program| node.log().contains("this node holds the office office=\"duties\"");
    assert!(cluster.nodes[1..].iter().any(leads), "nobody took over\n{}", cluster.logs());
    cluster.nodes.iter_mut().for_each(Program::kill);
    assert_each_once(&cluster.served, CALLS);
}

/// A pooler gives the same connection now to one node, now to another, transaction by transaction.
#[tokio::test(flavor = "multi_thread")]
async fn nodes_work_behind_a_transaction_pooler() {
    const FEW: usize = 12;

    let database = Database::empty().await;
    let pooler = Pooler::before(test_postgres::shared());
    let mut cluster = Cluster::start(&pooler.url(database.name())).await;
    let uis = cluster.served.sandbox.uis();
    let scripts: Vec<Script> = (0..FEW).map(call).collect();
    for step in uis.steps_of(scripts.iter().map(|script| (0, script))) {
        uis.perform(step).await;
    }
    let served = &cluster.served;
    served.until("every call's task", |sandbox| sandbox.planfix().tasks().len() >= FEW).await;
    served.until("every call's end", |sandbox| sandbox.planfix().history().len() >= FEW).await;
    cluster.nodes.iter_mut().for_each(Program::kill);
    assert_each_once(&cluster.served, FEW);
    let logs = cluster.logs();
    assert!(!logs.contains("ERROR") && !logs.contains("left the lane"), "{logs}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_changed_on_one_node_counts_on_all_at_once() {
    let database = Database::empty().await;
    let mut cluster = Cluster::start(&database.url()).await;
    let [one, _, three] = cluster.nodes.as_slice() else { panic!("not three nodes") };

    let filter = ("incoming: null, outgoing: null", FILTER);
    let settings = one.file("new.yaml", &usual_settings(&cluster.served.url, &[filter]));
    one.does(&["connection", "import", &settings]);
    let mut hook = notifications(one);
    hook.set_port(three.url().port()).unwrap();
    let uis = cluster.served.sandbox.uis();
    uis.set_webhook(hook);
    for step in uis.steps(&call(1)) {
        uis.perform(step).await;
    }

    let token = one.does(&["token", "create", "test", "--role", "viewer"]);
    let filtered = three.url().join("api/journal?state=filtered").unwrap();
    let found = poll(&filtered, token.trim()).await;
    assert_eq!(found, 1, "{}", cluster.logs());
    assert!(cluster.served.sandbox.planfix().tasks().is_empty());
    cluster.nodes.iter_mut().for_each(Program::kill);
}

/// Lets nothing through that reaches us by another number.
const FILTER: &str =
    "incoming: { param: virtual_number, op: include, values: [\"74950000000\"] }, outgoing: null";

/// Asks until there is something.
async fn poll(journal: &Url, token: &str) -> usize {
    use ambient::Clock as _;
    use upstream::{Effect, Http, HttpOptions, Method, Request, header};

    let http = Http::new(HttpOptions { allow_private: true }).unwrap();
    for _ in 0..300 {
        let bearer = format!("Bearer {token}").parse().unwrap();
        let request = Request::new(Method::GET, journal.clone(), Effect::Read);
        let answer = http.send(request.header(header::AUTHORIZATION, bearer)).await.unwrap();
        let page: serde_json::Value = serde_json::from_str(&answer.text()).unwrap();
        let found = page["items"].as_array().unwrap().len();
        if found > 0 {
            return found;
        }
        SystemClock.sleep(jiff::SignedDuration::from_millis(200)).await;
    }
    0
}
