//! Sending what is due.

use cabinet::alerts::{AlertSettings, MailSettings};
use domain::Failure;
use domain::failure::Code;
use domain::text::Lang;

use super::ledger::{Channel, Ledger};
use super::message::Message;
use super::{Alerts, webhook};
use crate::stored::{no_cabinet, not_stored};

/// The channel has no settings.
const OFF: Code = Code::new("ALERT-OFF");

impl Alerts {
    /// Sends what is due, one after the other.
    pub(super) async fn send_due(&self, settings: &AlertSettings) -> Result<(), Failure> {
        let (_, mut ledger) = Ledger::read(&*self.store).await.map_err(not_stored)?;
        while let Some(due) = ledger.due(self.clock.now()) {
            let (id, planned) = (due.id, due.message.at.as_second());
            let name = format!("alert-{id}-{planned}");
            let sent = self.send(settings, due.channel, &name, &due.message).await;
            if let Err(failure) = &sent {
                tracing::warn!(alert = id, %failure, "an alert was not taken");
            }
            let now = self.clock.now();
            ledger = self.revise(|ledger| ledger.tried(id, sent.as_ref().err(), now)).await?;
        }
        Ok(())
    }

    /// Sends a test message now; returns what the other side said.
    ///
    /// # Errors
    /// It was not taken, or the channel has no settings.
    pub async fn test(&self, channel: Channel) -> Result<String, Failure> {
        let settings = self.book.settings().await.map_err(no_cabinet)?;
        let now = self.clock.now();
        let name = format!("alert-test-{}", now.as_microsecond());
        self.send(&settings, channel, &name, &Message::test(now)).await
    }

    async fn send(
        &self,
        settings: &AlertSettings,
        channel: Channel,
        id: &str,
        message: &Message,
    ) -> Result<String, Failure> {
        let off = || Failure::permanent(OFF, "Сначала сохраните настройки этого способа");
        match channel {
            Channel::Mail => {
                let to = settings.mail.as_ref().ok_or_else(off)?;
                self.send_mail(to, id, message).await
            }
            Channel::Webhook => {
                let to = settings.webhook.as_ref().ok_or_else(off)?;
                webhook::send(self.accounts.http(), to, id, message).await
            }
        }
    }

    async fn send_mail(
        &self,
        to: &MailSettings,
        id: &str,
        message: &Message,
    ) -> Result<String, Failure> {
        let login = to.login.as_ref().map(|login| (login.name.clone(), login.password.clone()));
        let security = match to.security.as_str() {
            "start_tls" => mail::Security::StartTls,
            "none" => mail::Security::None,
            _ => mail::Security::Tls,
        };
        let server = mail::Server { host: to.host.clone(), port: to.port, security, login };
        let letter = mail::Letter {
            id: id.to_owned(),
            from: to.from.clone(),
            to: to.to.clone(),
            subject: [Lang::Ru, Lang::En].map(|lang| message.subject(lang)).join(" · "),
            text: message.letter(),
            at: self.clock.now(),
        };
        mail::send(self.accounts.http().guard(), &server, &letter).await
    }
}
