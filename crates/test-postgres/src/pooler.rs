//! A transaction pooler in front of a server.

use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Stdio};

use crate::{Server, programs};

/// `PgBouncer` in transaction mode with fewer connections to the server than its clients have to it, so that
/// they must share them.
#[derive(Debug)]
pub struct Pooler {
    process: Child,
    folder: PathBuf,
    port: u16,
}

impl Pooler {
    /// Puts a pooler before the server. It ends when it is dropped.
    pub fn before(server: &Server) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let name = format!("svyazka-pooler-{}-{port}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        programs::make_folder(&folder);
        let settings = folder.join("pgbouncer.ini");
        std::fs::write(&settings, configuration(server.port(), port)).unwrap();
        let mut call = programs::command("pgbouncer", &["-q", settings.to_str().unwrap()]);
        call.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let pooler = Self { process: call.spawn().unwrap(), folder, port };
        pooler.wait();
        pooler
    }

    /// The address of one of the server's databases by way of the pooler.
    pub fn url(&self, database: &str) -> String {
        format!("postgres://postgres@127.0.0.1:{}/{database}", self.port)
    }

    /// Returns when it listens.
    fn wait(&self) {
        const TRIES: usize = 10_000;
        let listens = (0..TRIES).any(|_| {
            std::thread::yield_now();
            TcpStream::connect(("127.0.0.1", self.port)).is_ok()
        });
        assert!(listens, "the pooler does not listen");
    }
}

fn configuration(server: u16, own: u16) -> String {
    format!(
        "[databases]
* = host=127.0.0.1 port={server} user=postgres
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {own}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 3
max_client_conn = 200
ignore_startup_parameters = extra_float_digits
"
    )
}

impl Drop for Pooler {
    fn drop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
        drop(std::fs::remove_dir_all(&self.folder));
    }
}
