//! A server: made, started, stopped.

use std::net::TcpListener;
use std::path::{Path, PathBuf};

use crate::programs;

/// A PostgreSQL server of a folder.
#[derive(Debug)]
pub struct Server {
    folder: PathBuf,
    port: u16,
    /// What it is started with besides folder and port.
    settings: &'static [&'static str],
}

/// What every server of the tests is started with.
const SETTINGS: &[&str] =
    &["listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=300"];

impl Server {
    /// Makes and starts a server that keeps its promises about the disk. It is stopped and its data
    /// removed when it is dropped.
    pub fn start() -> Owned {
        let folder = std::env::temp_dir().join(format!("svyazka-postgres-{}", std::process::id()));
        let server = Self::make(&folder, &[]);
        server.run();
        Owned(server)
    }

    /// Makes a server in a folder, which must not be there yet.
    pub(crate) fn make(folder: &Path, settings: &'static [&'static str]) -> Self {
        programs::make_folder(folder);
        let data = folder.join("data");
        let data = data.to_str().unwrap();
        let options = ["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C"];
        programs::run("initdb", &[&["--pgdata", data, "--no-sync"], &options[..]].concat());
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        Self { folder: folder.to_owned(), port, settings }
    }

    /// A server that somebody else has made and started.
    pub(crate) fn known(folder: &Path, port: u16) -> Self {
        Self { folder: folder.to_owned(), port, settings: &[] }
    }

    /// Its port on 127.0.0.1.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The address of one of its databases.
    pub fn url(&self, database: &str) -> String {
        format!("postgres://postgres@127.0.0.1:{}/{database}", self.port)
    }

    /// Starts it, and returns when it serves.
    pub fn run(&self) {
        let mut options = format!("-p {}", self.port);
        for setting in SETTINGS.iter().chain(self.settings) {
            options.push_str(" -c ");
            options.push_str(setting);
        }
        let (data, log) = (self.path("data"), self.path("log"));
        programs::run("pg_ctl", &["start", "-w", "-s", "-D", &data, "-l", &log, "-o", &options]);
    }

    /// Stops it as a crash would: nobody is asked, nothing is tidied up.
    pub fn crash(&self) {
        self.stop("immediate");
    }

    pub(crate) fn stop(&self, mode: &str) {
        programs::run("pg_ctl", &["stop", "-w", "-s", "-D", &self.path("data"), "-m", mode]);
    }

    fn path(&self, name: &str) -> String {
        self.folder.join(name).to_str().unwrap().to_owned()
    }
}

/// A server that ends with its owner.
#[derive(Debug)]
pub struct Owned(Server);

impl std::ops::Deref for Owned {
    type Target = Server;

    fn deref(&self) -> &Server {
        &self.0
    }
}

impl Drop for Owned {
    fn drop(&mut self) {
        self.0.stop("immediate");
        drop(std::fs::remove_dir_all(&self.0.folder));
    }
}
