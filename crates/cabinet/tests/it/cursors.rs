use crate::office::{Office, ROMASHKA};

#[tokio::test]
async fn a_cursor_stands_where_it_was_put_last() {
    let office = Office::open().await;
    let id = office.connection(ROMASHKA).await;
    assert_eq!(office.store.cursor(id, "report").await.unwrap(), None);

    office.store.set_cursor(id, "report", "12").await.unwrap();
    office.store.set_cursor(id, "report", "15").await.unwrap();

    assert_eq!(office.store.cursor(id, "report").await.unwrap().as_deref(), Some("15"));
}

#[tokio::test]
async fn cursors_of_other_names_and_connections_are_others() {
    let office = Office::open().await;
    let one = office.connection(ROMASHKA).await;
    let other = office.connection(&ROMASHKA.replace("romashka\n", "lyutik\n")).await;

    office.store.set_cursor(one, "report", "12").await.unwrap();

    assert_eq!(office.store.cursor(one, "duty").await.unwrap(), None);
    assert_eq!(office.store.cursor(other, "report").await.unwrap(), None);
}
