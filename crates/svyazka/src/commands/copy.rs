//! `svyazka copy --from sqlite:… --to postgres://…`

use std::process::ExitCode;

use anyhow::bail;
use archive::{Progress, Source, Stage};
use clap::Args;

use crate::alone::Alone;
use crate::config::Database;
use crate::storage::Storage;
use crate::terminal::{hint, say};

/// Moves an installation from one database into another.
#[derive(Debug, Args)]
pub(crate) struct Copy {
    /// База, из которой копируем: sqlite:ПУТЬ или postgres://…; сервер на ней должен быть остановлен
    #[arg(long, value_name = "DATABASE", value_parser = database)]
    from: Database,
    /// Пустая база, в которую копируем
    #[arg(long, value_name = "DATABASE", value_parser = database)]
    to: Database,
}

fn database(text: &str) -> Result<Database, String> {
    Database::parse(text).map_err(|wanted| format!("должно быть: {wanted}"))
}

impl Copy {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        if let Database::Sqlite(path) = &self.from
            && !path.exists()
        {
            bail!("базы данных {} нет", path.display());
        }
        // nobody must change what is being copied, nor use what is being filled
        let mut alone = Vec::new();
        for one in [&self.from, &self.to] {
            if let Database::Sqlite(path) = one {
                alone.push(Alone::with(path)?);
            }
        }
        let source = Storage::open(&self.from).await?;
        source.refuse_unfinished_copy().await?;
        let target = Storage::open(&self.to).await?;
        fill(&mut *source.snapshot().await?, &target, &self.from.to_string()).await?;
        say(&format!(
            "Скопировано из {} в {} и сверено.\nДальше работайте с новой базой и с тем же главным ключом; \
             сервер на старой больше не запускайте: он повторил бы всё, что делает новый",
            self.from, self.to
        ))?;
        Ok(ExitCode::SUCCESS)
    }
}

/// Fills a database and tells how far it has come.
pub(super) async fn fill(
    source: &mut dyn Source,
    target: &Storage,
    from: &str,
) -> anyhow::Result<()> {
    archive::copy(source, target.target(), from, |progress| hint(&line(&progress))).await?;
    Ok(())
}

fn line(progress: &Progress) -> String {
    let Progress { table, stage, done, of } = progress;
    match stage {
        Stage::Copying => format!("{table}: {done} из {of}"),
        Stage::Compared => format!("{table}: сверено, строк {done}"),
    }
}
