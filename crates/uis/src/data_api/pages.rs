//! All rows of a `get` method, page by page.

use domain::Failure;
use serde_json::{Map, Value};
use upstream::Effect;

use super::DataApi;
use crate::rpc::{Fault, Params, codes};

/// Rows asked for at once; UIS's own default (Data API documentation; at most 10 000).
const PAGE: usize = 1000;

/// UIS gives no rows beyond this offset (Data API documentation).
const LAST_OFFSET: usize = 100_000;

impl DataApi {
    /// All rows. What is no object is left out.
    pub(super) async fn rows(
        &self,
        method: &str,
        params: Params,
    ) -> Result<Vec<Map<String, Value>>, Fault> {
        let mut params = params;
        let mut rows = Vec::new();
        let mut offset = 0;
        loop {
            params.insert("limit".to_owned(), PAGE.into());
            params.insert("offset".to_owned(), offset.into());
            let answer = self.rpc.call(Effect::Read, method, &params).await?;
            let total = answer.total.and_then(|total| usize::try_from(total).ok());
            let page = answer.items(method)?;
            let got = page.len();
            rows.extend(page.into_iter().filter_map(object));

            offset += got;
            // Without a total only a short page tells the end.
            let over = got == 0 || total.map_or(got < PAGE, |total| offset >= total);
            if over {
                return Ok(rows);
            }
            if offset > LAST_OFFSET {
                return Err(too_many(method).into());
            }
        }
    }
}

fn object(item: Value) -> Option<Map<String, Value>> {
    match item {
        Value::Object(members) => Some(members),
        _ => None,
    }
}

fn too_many(method: &str) -> Failure {
    Failure::permanent(
        codes::PARAM,
        format!("{method}: строк больше, чем UIS отдаёт ({LAST_OFFSET}); сократите период"),
    )
}
