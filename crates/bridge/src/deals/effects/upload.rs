//! Rows of many deals in one upload. UIS refuses all of them for one bad row, so a refused lot is halved
//! until the bad row is alone.

use async_trait::async_trait;
use domain::deals::DealRow;
use domain::{Class, Failure};
use uis::data_api::DataApi;

use crate::deals::gather::Together;

/// Uploads rows; tells of each what became of it.
pub(super) struct Upload<'a>(pub(super) &'a DataApi);

#[async_trait]
impl Together<DealRow, Result<(), Failure>> for Upload<'_> {
    async fn all(&self, rows: Vec<DealRow>) -> Vec<Result<(), Failure>> {
        let mut outcomes = Vec::with_capacity(rows.len());
        // lots still to be uploaded, the first one last
        let mut lots = vec![rows.as_slice()];
        while let Some(lot) = lots.pop() {
            match self.0.upload_deals(lot).await {
                Ok(()) => outcomes.extend(lot.iter().map(|_| Ok(()))),
                Err(failure) if failure.class == Class::Permanent && lot.len() > 1 => {
                    let (first, second) = lot.split_at(lot.len() / 2);
                    lots.extend([second, first]);
                }
                Err(failure) => outcomes.extend(lot.iter().map(|_| Err(failure.clone()))),
            }
        }
        outcomes
    }
}
