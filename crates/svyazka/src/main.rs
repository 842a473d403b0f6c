//! The program: command line and configuration.

mod alone;
mod cli;
mod commands;
mod config;
mod installation;
mod logs;
mod node;
mod person;
mod running;
mod serving;
mod storage;
mod table;
mod terminal;

use std::process::ExitCode;

use clap::Parser as _;

use cli::Cli;

/// It failed; the reason was told on standard error.
const FAILED: u8 = 1;

#[tokio::main]
async fn main() -> ExitCode {
    // a wrong word ends here, with status 2
    let cli = Cli::parse();
    match cli.run().await {
        Ok(code) => code,
        Err(error) => {
            terminal::complain(&error);
            ExitCode::from(FAILED)
        }
    }
}
