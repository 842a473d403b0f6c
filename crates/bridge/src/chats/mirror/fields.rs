//! The fields of the task and the contact that Planfix made.

use domain::Failure;
use domain::settings::TextRules;

use crate::chats::draft::Draft;
use crate::chats::lane::ChatLane;
use crate::entities;
use crate::scene::Scene;

/// Fills them with what has become known. Asked when nothing more is awaited, so that most chats cost one
/// request each.
pub(super) async fn fill(
    scene: &Scene<'_>,
    lane: &mut ChatLane,
    rules: TextRules<'_>,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    let Some(task) = lane.making.task else { return Ok(()) };
    let variables = lane.facts.template_variables();
    let names = variables.iter().map(|(name, _)| name);
    let news: Vec<&str> = names.filter(|name| !lane.told_variables.contains(*name)).collect();
    if news.is_empty() {
        return Ok(());
    }
    let what = entities::News {
        task: Some(task),
        contact: lane.making.contact,
        rules: rules.fields,
        variables: &variables,
        known: &lane.told_variables,
    };
    // what is told is named by itself: worked off anew, the chat writes nothing over what people changed
    let name = format!("mirror/{}", news.join("+"));
    entities::fill(scene, &what, &name, &mut draft.step).await?;
    lane.told_variables = variables.iter().map(|(name, _)| name.to_owned()).collect();
    Ok(())
}
