//! One server for all tests that run at the time.
//!
//! A test runner may run each test in a process of its own, and a server takes a second to make. So the
//! first process makes it; every process holds a shared lock on `users` as long as it lives; and a
//! watchman, who outlives them all, stops the server when nobody has held that lock for a while.

use std::fs::{self, File};
use std::net::TcpStream;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use crate::Server;
use crate::programs;

/// The server forgoes the disk.
const SETTINGS: &[&str] = &["fsync=off", "full_page_writes=off", "shared_buffers=64MB"];

/// Stops the server in the folder `$1` by `$2…` when it has had no user for half a minute.
const WATCHMAN: &str = r#"
cd "$1" && shift
idle=0
while :; do
  sleep 2
  if ! flock -n users true; then idle=0; continue; fi
  idle=$((idle + 1))
  [ $idle -lt 15 ] && continue
  exec 9>lock && flock 9
  if flock -n users true; then "$@"; rm -rf data port; exit; fi
  exec 9>&-
done
"#;

/// The server all tests share, started when nobody else has done it.
pub fn shared() -> &'static Server {
    static SHARED: OnceLock<(Server, File)> = OnceLock::new();
    let (server, _user) = SHARED.get_or_init(|| {
        let folder = folder();
        programs::make_folder(&folder);
        let user = open(&folder, "users");
        user.lock_shared().unwrap();
        let starting = open(&folder, "lock");
        starting.lock().unwrap();
        (running(&folder).unwrap_or_else(|| start(&folder)), user)
    });
    server
}

/// In memory where there is a place for that.
fn folder() -> PathBuf {
    let memory = Path::new("/dev/shm");
    let parent = if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() };
    parent.join("svyazka-tests-postgres")
}

fn open(folder: &Path, name: &str) -> File {
    File::options().create(true).append(true).open(folder.join(name)).unwrap()
}

/// The server somebody else has started, if it answers.
fn running(folder: &Path) -> Option<Server> {
    let port = fs::read_to_string(folder.join("port")).ok()?.parse().ok()?;
    TcpStream::connect(("127.0.0.1", port)).ok()?;
    Some(Server::known(folder, port))
}

fn start(folder: &Path) -> Server {
    let data = folder.join("data");
    if data.exists() {
        // left by a machine that was switched off
        fs::remove_dir_all(&data).unwrap();
    }
    let server = Server::make(folder, SETTINGS);
    server.run();
    fs::write(folder.join("port"), server.port().to_string()).unwrap();
    watch(folder);
    server
}

#[expect(clippy::zombie_processes, reason = "the watchman outlives all who could wait for him")]
fn watch(folder: &Path) {
    let data = folder.join("data");
    let stop = programs::command("pg_ctl", &["stop", "-m", "immediate", "-D"]);
    let mut watchman = Command::new("sh");
    watchman.args(["-c", WATCHMAN, "watchman"]).arg(folder);
    watchman.arg(stop.get_program()).args(stop.get_args()).arg(data);
    // it belongs to no test: it must neither end with one nor be waited for
    watchman.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).process_group(0);
    watchman.spawn().unwrap();
}
