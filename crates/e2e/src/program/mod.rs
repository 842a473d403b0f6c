//! The built program as its administrator runs it: a process, a data folder, an environment.

use std::fs::File;
use std::io::{BufRead, BufReader, Lines, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStderr, Command, Output, Stdio};

use tempfile::TempDir;
use url::Url;

/// The path of the built program: `SVYAZKA_BIN`, else beside this test's own target folder.
fn binary() -> PathBuf {
    if let Some(path) = std::env::var_os("SVYAZKA_BIN") {
        return path.into();
    }
    // target/debug/deps/it-… -> target/debug/svyazka
    let test = std::env::current_exe().unwrap();
    let folder = test.parent().and_then(Path::parent).unwrap();
    let path = folder.join("svyazka");
    assert!(
        path.exists(),
        "build the program first: cargo build -p svyazka (looked for {})",
        path.display()
    );
    path
}

/// An installation of the built program.
pub struct Program {
    data: TempDir,
    port: u16,
    environment: Vec<(&'static str, String)>,
    running: Option<Child>,
}

impl Program {
    /// A fresh installation that may speak to the simulators of this machine.
    pub fn install() -> Self {
        let port = free_port();
        let environment = vec![
            ("SVYAZKA_LISTEN", format!("127.0.0.1:{port}")),
            ("SVYAZKA_ALLOW_PRIVATE_UPSTREAMS", "true".to_owned()),
        ];
        Self { data: tempfile::tempdir().unwrap(), port, environment, running: None }
    }

    /// Sets an environment variable for every run.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.environment.push((name, value.into()));
        self
    }

    /// The data folder.
    pub fn data(&self) -> &Path {
        self.data.path()
    }

    /// Where it listens.
    pub fn url(&self) -> Url {
        Url::parse(&format!("http://127.0.0.1:{}", self.port)).unwrap()
    }

    /// Runs a command to its end.
    pub fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// Runs a command that must succeed, and returns what it printed.
    pub fn does(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let error = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "svyazka {}: {error}", arguments.join(" "));
        String::from_utf8(output.stdout).unwrap()
    }

    /// Writes a file into the data folder and returns its path.
    pub fn file(&self, name: &str, content: &str) -> String {
        let path = self.data().join(name);
        std::fs::write(&path, content).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// Starts the server and returns when it serves; what it logs goes to `server.log` in the data
    /// folder.
    pub fn serve(&mut self) {
        let mut log = File::options().create(true).append(true).open(self.log_path()).unwrap();
        let mut command = self.command(&["serve"]);
        let mut child = command.stderr(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        self.running = Some(child);
        for line in lines.by_ref() {
            let line = line.unwrap();
            writeln!(log, "{line}").unwrap();
            if line.contains("serving") {
                std::thread::spawn(move || keep(lines, log));
                return;
            }
        }
        assert!(self.running.is_none(), "the server did not start\n{}", self.log());
    }

    /// Kills the server at once, as a power cut would.
    pub fn kill(&mut self) {
        if let Some(mut child) = self.running.take() {
            child.kill().unwrap();
            child.wait().unwrap();
        }
    }

    /// What the server logged.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.log_path()).unwrap_or_default()
    }

    fn log_path(&self) -> PathBuf {
        self.data().join("server.log")
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(binary());
        command.args(arguments).current_dir(self.data()).env_clear();
        command.env("SVYAZKA_DATA_DIR", self.data().join("data"));
        command.envs(self.environment.iter().map(|(name, value)| (*name, value)));
        command
    }
}

/// Writes the rest of a log until the process ends.
fn keep(lines: Lines<BufReader<ChildStderr>>, mut log: File) {
    for line in lines.map_while(Result::ok) {
        if writeln!(log, "{line}").is_err() {
            return;
        }
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        self.kill();
    }
}

fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}
