//! `/planfix/files/{number}/{name}`: files of tasks, for whoever has the link.

use axum::extract::{Path, State as Shared};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::TaskFile;
use crate::planfix::Planfix;

pub(in crate::planfix) async fn task_file(
    Shared(planfix): Shared<Planfix>,
    Path((number, _)): Path<(usize, String)>,
) -> Response {
    match planfix.look(|state| state.talks.files.get(number).cloned()) {
        Some(TaskFile { mime, content, .. }) => {
            ([(header::CONTENT_TYPE, mime)], content).into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

impl Planfix {
    /// Keeps a file; returns its link.
    pub(super) fn keep_file(&self, file: &TaskFile) -> String {
        let base = self.settings().chat_files;
        let name = file.name.clone();
        self.change(|state| {
            state.talks.files.push(file.clone());
            let number = state.talks.files.len() - 1;
            let name: String = url::form_urlencoded::byte_serialize(name.as_bytes()).collect();
            format!("{base}/{number}/{}", name.replace('+', "%20"))
        })
    }
}
