//! The example names every setting, so reading and writing it must lose nothing.

use domain::settings::Settings;

use super::example;

#[test]
fn the_example_is_read_without_a_mistake() {
    assert_eq!(
        Settings::read(&example()).map(|settings| settings.title),
        Ok("ООО «Ромашка»".to_owned())
    );
}

#[test]
fn what_is_written_is_the_example_again_in_its_order() {
    let mut expected = example();
    // An address is written with the slash that stands for its empty path.
    expected["credentials"]["uis"]["chat_api"]["url"] =
        "https://chat-integration-api-prod.uiscom.ru/".into();
    let written = Settings::read(&example()).unwrap().write(true);
    assert_eq!(
        serde_json::to_string_pretty(&written).unwrap(),
        serde_json::to_string_pretty(&expected).unwrap()
    );
}
