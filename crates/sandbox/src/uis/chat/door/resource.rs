//! `POST /v1/adapter/resource`, `GET /v1/adapter/resource/{account}/{channel}/{id}/{token}/payload`

use super::form::{Part, parts};
use super::refusal::Refusal;
use super::request::{Request, channel_of};
use super::{Done, Reply};
use crate::uis::chat::{File, callback};
use crate::uis::state::State;

const KINDS: [&str; 5] = ["photo", "video", "audio", "voice", "document"];

pub(super) fn upload(state: &mut State, request: &Request) -> Result<Done, Refusal> {
    let parts = parts(&request.content_type, &request.raw);
    let parts = parts.ok_or_else(|| Refusal::wrong("file", "multipart/form-data expected"))?;
    let part = |name: &str| {
        let found = parts.iter().find(|part| part.name == name);
        found.ok_or_else(|| Refusal::wrong(name, "field required"))
    };
    let number = |name: &str| {
        let number = part(name)?.text().parse::<u64>();
        number.map_err(|_| Refusal::wrong(name, "value is not a valid integer"))
    };
    let channel = channel_of(state, number("account_id")?, number("channel_id")?)?;
    let kind = part("type")?.text();
    if !KINDS.contains(&kind.as_str()) {
        return Err(Refusal::wrong("type", "value is not a valid enumeration member"));
    }
    let Part { file_name, mime, content, .. } = part("file")?;
    if content.len() > state.chat.settings.largest_file {
        return Err(Refusal::too_large());
    }
    let name = file_name.clone().ok_or_else(|| Refusal::wrong("file", "a file is expected"))?;
    let effect = format!("{kind} {name}, {} bytes", content.len());
    let mime = mime.clone().unwrap_or_else(|| "application/octet-stream".to_owned());
    let file = File { name, mime, content: content.clone() };
    let id = state.store_as(channel.id, &kind, file);
    let body = state.chat.resource(id).map(callback::resource_body);
    Ok(Done::json(body.unwrap_or_default()).with_effect(effect))
}

pub(super) fn payload(state: &State, path: [&str; 4]) -> Result<Done, Refusal> {
    let [account, channel, id, token] = path;
    let gone = || Refusal::not_found("Resource not found");
    let [account, channel, id] = [account, channel, id].map(str::parse::<u64>);
    let (account, channel) = (account.map_err(|_| gone())?, channel.map_err(|_| gone())?);
    let channel = channel_of(state, account, channel)?;
    let resource = id.ok().and_then(|id| state.chat.resource(id));
    let resource = resource
        .filter(|resource| resource.channel == channel.id && resource.token == token)
        .ok_or_else(gone)?;
    let (mime, content) = (resource.mime.clone(), resource.content.clone());
    Ok(Done { reply: Reply::File { mime, content }, effect: None })
}
