//! The words of the command line.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::commands::{
    backup, connection, copy, demo, doctor, employees, migrate, restore, sandbox, serve, token,
    user,
};

/// Связка соединяет UIS и Планфикс: звонки становятся карточками, историей и задачами.
#[derive(Debug, Parser)]
#[command(name = "svyazka", version, arg_required_else_help = true)]
pub(crate) struct Cli {
    /// Файл настроек сервера (TOML); переменные SVYAZKA_* важнее
    #[arg(long, global = true, value_name = "FILE", env = "SVYAZKA_CONFIG")]
    config: Option<PathBuf>,

    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Показать всё на игрушечных UIS и Планфиксе, ничего не настраивая
    Demo(demo::Demo),
    /// Запустить сервер
    Serve(serve::Serve),
    /// Запустить только игрушечные UIS и Планфикс
    Sandbox(sandbox::Sandbox),
    /// Соединения: настройки файлом, проверка, адреса
    #[command(subcommand)]
    Connection(connection::Connection),
    /// Сотрудники: кто из Планфикса есть в UIS
    #[command(subcommand)]
    Employees(employees::Employees),
    /// Токены для API
    #[command(subcommand)]
    Token(token::Token),
    /// Учётные записи кабинета
    #[command(subcommand)]
    User(user::User),
    /// Обновить схему базы данных
    Migrate(migrate::Migrate),
    /// Записать копию базы данных в новый файл, не останавливая сервер
    Backup(backup::Backup),
    /// Восстановить базу данных из файла, который записала команда backup
    Restore(restore::Restore),
    /// Перенести всё из одной базы данных в другую: с SQLite на PostgreSQL или обратно
    Copy(copy::Copy),
    /// Проверить, всё ли готово к работе
    Doctor(doctor::Doctor),
}

impl Cli {
    /// Does what was asked for.
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        let config = self.config.as_deref();
        match self.command {
            Command::Demo(demo) => demo.run().await,
            Command::Serve(serve) => serve.run(config).await,
            Command::Sandbox(sandbox) => sandbox.run().await,
            Command::Connection(connection) => connection.run(config).await,
            Command::Employees(employees) => employees.run(config).await,
            Command::Token(token) => token.run(config).await,
            Command::User(user) => user.run(config).await,
            Command::Migrate(migrate) => migrate.run(config).await,
            Command::Backup(backup) => backup.run(config).await,
            Command::Restore(restore) => restore.run(config).await,
            Command::Copy(copy) => copy.run().await,
            Command::Doctor(doctor) => doctor.run(config).await,
        }
    }
}
