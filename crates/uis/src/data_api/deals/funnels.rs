//! `get|create|update.sales_funnel`, `create|update.sales_funnel_stages`

use domain::Failure;
use domain::deals::{FAILED, Funnel, FunnelChange, SUCCESS, Stage, StageKind};
use serde_json::{Value, json};

use super::{DataApi, members};
use crate::rpc::{Params, Row};

impl DataApi {
    /// The funnel of this `ext_id`; `None` when UIS has none.
    ///
    /// # Errors
    /// UIS refuses or can't be reached.
    pub async fn funnel(&self, id: &str) -> Result<Option<Funnel>, Failure> {
        let filter = json!({ "filter": { "field": "ext_id", "operator": "=", "value": id } });
        let rows = self.read("get.sales_funnel", members(filter)).await?;
        Ok(rows.iter().map(Row).filter_map(read).find(|funnel| funnel.id == id))
    }

    /// Makes one change of the funnel.
    ///
    /// # Errors
    /// UIS refuses or can't be reached; class Unknown when it may have been made.
    pub async fn change_funnel(&self, id: &str, change: &FunnelChange) -> Result<(), Failure> {
        let (method, params) = match change {
            FunnelChange::Create(funnel) => ("create.sales_funnel", whole(funnel)),
            FunnelChange::Rename(name) => {
                ("update.sales_funnel", json!({ "ext_id": id, "name": name }))
            }
            FunnelChange::Add(stage) => ("create.sales_funnel_stages", one(id, stage)),
            FunnelChange::Change(stage) => ("update.sales_funnel_stages", one(id, stage)),
        };
        self.write(method, params).await?;
        Ok(())
    }
}

fn whole(funnel: &Funnel) -> Value {
    let of = |id: &str| {
        let found = funnel.stages.iter().find(|stage| stage.id == id);
        json!({ "ext_id": id, "name": found.map_or(id, |stage| stage.name.as_str()) })
    };
    let open = funnel.stages.iter().filter(|stage| stage.kind == StageKind::InProcess);
    let open: Vec<Value> = open
        .map(|stage| json!({ "ext_id": stage.id, "name": stage.name, "order": stage.order }))
        .collect();
    json!({
        "ext_id": funnel.id,
        "name": funnel.name,
        "stages": { "success": of(SUCCESS), "failed": of(FAILED), "in_process": open },
    })
}

fn one(funnel: &str, stage: &Stage) -> Value {
    let mut params = Params::new();
    params.insert("sales_funnel_ext_id".to_owned(), funnel.into());
    params.insert("ext_id".to_owned(), stage.id.as_str().into());
    params.insert("name".to_owned(), stage.name.as_str().into());
    if stage.kind == StageKind::InProcess {
        params.insert("order".to_owned(), stage.order.into());
    }
    Value::Object(params)
}

fn read(row: Row<'_>) -> Option<Funnel> {
    let stage = |row: Row<'_>| {
        let kind = match row.text("stage_status")?.as_str() {
            "success" => StageKind::Success,
            "failed" => StageKind::Failed,
            _ => StageKind::InProcess,
        };
        let order = row.whole("stage_order").and_then(|order| u32::try_from(order).ok());
        Some(Stage {
            id: row.text("stage_ext_id")?,
            name: row.text("stage_name").unwrap_or_default(),
            kind,
            order: order.unwrap_or_default(),
        })
    };
    Some(Funnel {
        id: row.text("ext_id")?,
        name: row.text("name").unwrap_or_default(),
        stages: row.rows("stages").filter_map(stage).collect(),
    })
}
