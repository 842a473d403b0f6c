//! Recordings of talks: a short chime, so that a player has something to play.

use axum::http::header;
use axum::response::{IntoResponse, Response};

/// Samples a second.
const RATE: u32 = 8_000;
/// Length of each of the chime's notes, in samples.
const NOTE: u32 = 4_000;
/// The notes, as the number of samples in a half of a wave.
const HALF_WAVES: [u32; 3] = [15, 12, 10];

/// The recording of any talk.
pub(super) async fn recording() -> Response {
    ([(header::CONTENT_TYPE, "audio/wav")], chime()).into_response()
}

/// A WAV file: 8 bits, one channel.
fn chime() -> Vec<u8> {
    let samples: Vec<u8> = HALF_WAVES.into_iter().flat_map(note).collect();
    let length = u32::try_from(samples.len()).unwrap_or_default();
    let mut file = Vec::with_capacity(samples.len() + 44);
    file.extend_from_slice(b"RIFF");
    file.extend_from_slice(&(length + 36).to_le_bytes());
    file.extend_from_slice(b"WAVEfmt ");
    file.extend_from_slice(&16u32.to_le_bytes());
    file.extend_from_slice(&1u16.to_le_bytes()); // plain samples
    file.extend_from_slice(&1u16.to_le_bytes()); // one channel
    file.extend_from_slice(&RATE.to_le_bytes());
    file.extend_from_slice(&RATE.to_le_bytes()); // bytes a second
    file.extend_from_slice(&1u16.to_le_bytes()); // bytes a sample
    file.extend_from_slice(&8u16.to_le_bytes()); // bits a sample
    file.extend_from_slice(b"data");
    file.extend_from_slice(&length.to_le_bytes());
    file.extend_from_slice(&samples);
    file
}

/// A triangle wave that dies away.
fn note(half_wave: u32) -> impl Iterator<Item = u8> {
    (0..NOTE).map(move |at| {
        let position = at % (2 * half_wave);
        let height = if position < half_wave { position } else { 2 * half_wave - position };
        let loudness = 80 * (NOTE - at) / NOTE;
        let sample = 128 + loudness * height / half_wave - loudness / 2;
        u8::try_from(sample).unwrap_or(128)
    })
}
