//! Sales funnels and their stages.

use serde_json::{Map, Value, json};

use super::{named, text};
use crate::uis::deals::{Deals, Funnel, Stage, StageStatus, text as cell};
use crate::uis::rpc::{Answer, ApiError, Param, Shape, check};

/// The greatest order of a stage.
const LAST_ORDER: u64 = 10_000;
/// Most stages that go on.
const MOST_STAGES: usize = 100;

const FINAL: &[Param] =
    &[Param::required("ext_id", Shape::Text), Param::required("name", Shape::Text)];
const OPEN: &[Param] = &[
    Param::required("ext_id", Shape::Text),
    Param::required("name", Shape::Text),
    Param::required("order", Shape::Number),
];
const STAGES: &[Param] = &[
    Param::required("success", Shape::Object(FINAL)),
    Param::required("failed", Shape::Object(FINAL)),
    Param::required("in_process", Shape::Objects(OPEN, MOST_STAGES)),
];
const CREATE: &[Param] = &[
    Param::required("ext_id", Shape::Text),
    Param::required("name", Shape::Text),
    Param::required("stages", Shape::Object(STAGES)),
];
const CREATE_STAGE: &[Param] = &[
    Param::required("sales_funnel_ext_id", Shape::Text),
    Param::required("ext_id", Shape::Text),
    Param::required("name", Shape::Text),
    Param::required("order", Shape::Number),
];
const UPDATE_STAGE: &[Param] = &[
    Param::required("sales_funnel_ext_id", Shape::Text),
    Param::required("ext_id", Shape::Text),
    Param::optional("name", Shape::Text),
    Param::optional("order", Shape::Number),
];
const ONE_STAGE: &[Param] =
    &[Param::required("sales_funnel_ext_id", Shape::Text), Param::required("ext_id", Shape::Text)];
const ONE: &[Param] = &[Param::required("ext_id", Shape::Text)];

type Params = Map<String, Value>;

/// A new funnel with all its stages.
pub(super) fn create(deals: &mut Deals, params: &Params) -> Result<Answer, ApiError> {
    check(params, CREATE)?;
    let ext_id = text(params, "ext_id");
    if deals.funnels.contains_key(&ext_id) {
        return Err(ApiError::duplicate_entity("ext_id", &json!(ext_id)));
    }
    let given = params.get("stages").cloned().unwrap_or_default();
    let mut stages = vec![
        stage(given.get("success"), StageStatus::Success),
        stage(given.get("failed"), StageStatus::Failed),
    ];
    let open = given.get("in_process").and_then(Value::as_array).cloned().unwrap_or_default();
    if open.is_empty() {
        return Err(ApiError::wrong_value("stages.in_process", &json!(open)));
    }
    stages.extend(open.iter().map(|one| stage(Some(one), StageStatus::InProcess)));
    for (index, one) in stages.iter().enumerate() {
        check_order(one.order, "stages.in_process.order")?;
        if stages.iter().skip(index + 1).any(|other| other.ext_id == one.ext_id) {
            return Err(ApiError::duplicate_entity("stages.ext_id", &json!(one.ext_id)));
        }
    }
    let funnel = Funnel { ext_id: ext_id.clone(), name: text(params, "name"), stages };
    deals.funnels.insert(ext_id.clone(), funnel);
    Ok(named(&ext_id, format!("funnel {ext_id}")))
}

fn stage(given: Option<&Value>, status: StageStatus) -> Stage {
    let text = |name: &str| given.and_then(|given| given.get(name)?.as_str()).unwrap_or_default();
    let order = given.and_then(|given| given.get("order")?.as_u64()).unwrap_or_default();
    Stage { ext_id: text("ext_id").to_owned(), name: text("name").to_owned(), status, order }
}

fn check_order(order: u64, field: &str) -> Result<(), ApiError> {
    if order > LAST_ORDER { Err(ApiError::wrong_value(field, &json!(order))) } else { Ok(()) }
}

/// Another name for a funnel.
pub(super) fn rename(deals: &mut Deals, params: &Params) -> Result<Answer, ApiError> {
    check(params, FINAL)?;
    let ext_id = text(params, "ext_id");
    let funnel = deals.funnels.get_mut(&ext_id);
    let funnel = funnel.ok_or_else(|| ApiError::entity_not_found("ext_id", &json!(ext_id)))?;
    funnel.name = text(params, "name");
    Ok(named(&ext_id, format!("funnel {ext_id} changed")))
}

/// A funnel without deals is taken away.
pub(super) fn delete(deals: &mut Deals, params: &Params) -> Result<Answer, ApiError> {
    check(params, ONE)?;
    let ext_id = text(params, "ext_id");
    if deals.history.iter().any(|row| cell(row, "sales_funnel_ext_id") == ext_id) {
        return Err(dependency(&ext_id));
    }
    if deals.funnels.remove(&ext_id).is_none() {
        return Err(ApiError::entity_not_found("ext_id", &json!(ext_id)));
    }
    Ok(named(&ext_id, format!("funnel {ext_id} deleted")))
}

/// A new stage that goes on.
pub(super) fn create_stage(deals: &mut Deals, params: &Params) -> Result<Answer, ApiError> {
    check(params, CREATE_STAGE)?;
    let funnel = funnel(deals, params)?;
    let mut new = stage(Some(&Value::Object(params.clone())), StageStatus::InProcess);
    new.ext_id = text(params, "ext_id");
    check_order(new.order, "order")?;
    if funnel.stage(&new.ext_id).is_some() {
        return Err(ApiError::duplicate_entity("ext_id", &json!(new.ext_id)));
    }
    let open = funnel.stages.iter().filter(|one| one.status == StageStatus::InProcess).count();
    if open >= MOST_STAGES {
        return Err(ApiError::new(-32602, "data_limit_exceeded", "Too many stages"));
    }
    let ext_id = new.ext_id.clone();
    funnel.stages.push(new);
    Ok(named(&ext_id, format!("stage {ext_id}")))
}

/// Another name or place for a stage.
pub(super) fn update_stage(deals: &mut Deals, params: &Params) -> Result<Answer, ApiError> {
    check(params, UPDATE_STAGE)?;
    let ext_id = text(params, "ext_id");
    let funnel = funnel(deals, params)?;
    let found = funnel.stages.iter_mut().find(|stage| stage.ext_id == ext_id);
    let found = found.ok_or_else(|| ApiError::entity_not_found("ext_id", &json!(ext_id)))?;
    if let Some(order) = params.get("order").and_then(Value::as_u64) {
        check_order(order, "order")?;
        found.order = order;
    }
    if params.contains_key("name") {
        found.name = text(params, "name");
    }
    Ok(named(&ext_id, format!("stage {ext_id} changed")))
}

/// A stage on which nothing ever stood is taken away.
pub(super) fn delete_stage(deals: &mut Deals, params: &Params) -> Result<Answer, ApiError> {
    check(params, ONE_STAGE)?;
    let (of, ext_id) = (text(params, "sales_funnel_ext_id"), text(params, "ext_id"));
    let used = deals
        .history
        .iter()
        .any(|row| cell(row, "sales_funnel_ext_id") == of && cell(row, "stage_ext_id") == ext_id);
    if used {
        return Err(dependency(&ext_id));
    }
    let funnel = funnel(deals, params)?;
    let before = funnel.stages.len();
    funnel.stages.retain(|one| one.ext_id != ext_id || one.status != StageStatus::InProcess);
    if funnel.stages.len() == before {
        return Err(ApiError::entity_not_found("ext_id", &json!(ext_id)));
    }
    Ok(named(&ext_id, format!("stage {ext_id} deleted")))
}

fn funnel<'a>(deals: &'a mut Deals, params: &Params) -> Result<&'a mut Funnel, ApiError> {
    let of = text(params, "sales_funnel_ext_id");
    let found = deals.funnels.get_mut(&of);
    found.ok_or_else(|| ApiError::entity_not_found("sales_funnel_ext_id", &json!(of)))
}

fn dependency(ext_id: &str) -> ApiError {
    ApiError::new(-32602, "dependency_error", "Entity is used by others")
        .about("ext_id", json!(ext_id))
}
