use axum::http::StatusCode;
use cabinet::HookKind;

use crate::house::House;

#[tokio::test]
async fn the_owner_of_a_right_address_is_told_that_nothing_is_behind_it_yet() {
    let house = House::open().await;
    for hook in [HookKind::UisChat] {
        let path = house.hook(hook).await;
        let answer = house.post(&path, "application/json", "{}").await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{hook}");
        assert!(answer.text.contains("Адрес верный"), "{hook}: {}", answer.text);
    }
}
