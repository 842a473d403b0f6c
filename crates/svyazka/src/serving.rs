//! Listening and stopping.

use std::net::SocketAddr;

use ambient::Clock;
use anyhow::Context as _;
use axum::Router;
use jiff::SignedDuration;
use tokio::net::TcpListener;
use tokio::sync::watch;

/// How long requests at hand may take after we were told to stop.
const GRACE: SignedDuration = SignedDuration::from_secs(5);

/// Takes the port, before anything that depends on it is begun. `setting` is where another one can be
/// chosen.
pub(crate) async fn listen(address: SocketAddr, setting: &str) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address)
        .await
        .with_context(|| format!("не удалось слушать {address}; другой адрес и порт: {setting}"))
}

/// Becomes true on Ctrl-C or SIGTERM.
pub(crate) fn stop_signal() -> anyhow::Result<watch::Receiver<bool>> {
    let terminated = terminated()?;
    let (told, stop) = watch::channel(false);
    tokio::spawn(async move {
        tokio::select! {
            _ = tokio::signal::ctrl_c() => {}
            () = terminated => {}
        }
        tracing::info!("stopping");
        told.send_replace(true);
    });
    Ok(stop)
}

#[cfg(unix)]
fn terminated() -> anyhow::Result<impl Future<Output = ()> + Send> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate()).context("сигналы недоступны")?;
    Ok(async move {
        terminate.recv().await;
    })
}

#[cfg(not(unix))]
fn terminated() -> anyhow::Result<impl Future<Output = ()> + Send> {
    Ok(std::future::pending())
}

/// Serves until told to stop, then lets the requests at hand end, but waits no longer than `GRACE`: a
/// browser that listens for events would keep us for ever.
pub(crate) async fn serve(
    listener: TcpListener,
    router: Router,
    stop: watch::Receiver<bool>,
    clock: &dyn Clock,
) -> anyhow::Result<()> {
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    let served = axum::serve(listener, service).with_graceful_shutdown(stopped(stop.clone()));
    tokio::select! {
        ended = served => ended.context("сервер остановился с ошибкой"),
        () = async { stopped(stop).await; clock.sleep(GRACE).await } => Ok(()),
    }
}

async fn stopped(mut stop: watch::Receiver<bool>) {
    // when the sender is gone nobody can tell any more, and that is a reason to stop as well
    drop(stop.wait_for(|stopped| *stopped).await);
}
