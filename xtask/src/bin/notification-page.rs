//! Prints `docs/notifications.md`: the notification bodies to paste into UIS, from the code that reads
//! them.

use std::io::{self, Write as _};

use uis::notifications::bodies;

const HEAD: &str = "\
<!-- written by `cargo xtask gen` from crates/uis -->
# Тексты уведомлений UIS · UIS notification bodies

Текст уведомления пишет сам пользователь UIS, поэтому вот готовые. Ссылку для уведомлений печатает `svyazka connection urls ИМЯ`.
Переменные стоят без кавычек нарочно: UIS сам подставляет строки в кавычках. Можно добавить и другие переменные UIS:
они станут доступны в условиях, шаблонах и полях.

In UIS the customer writes the body of a notification; these are ready to paste. `svyazka connection urls NAME` prints the address.
The variables stand without quotes on purpose. Other UIS variables may be added: conditions, templates and fields can use them.
";

fn main() -> io::Result<()> {
    let mut page = io::stdout().lock();
    page.write_all(HEAD.as_bytes())?;
    for body in bodies::all() {
        let (name, text) = (body.event.key(), body.text());
        let (russian, english) = (body.where_russian(), body.where_english());
        write!(page, "\n## `{name}`\n\n{russian}\n\n{english}\n\n```\n{text}\n```\n")?;
    }
    Ok(())
}
