//! Leads, from the form to what follows.

use sandbox::uis::Lead;

use super::World;

impl World {
    /// Lets a visitor leave a lead, the report show it and the program read it, and everything that
    /// follows. Gives its communication's number.
    pub async fn leave(&self, lead: &Lead) -> u64 {
        let communication = self.uis().leave(lead).await;
        self.run().await;
        self.read_leads().await;
        communication
    }

    /// Lets some minutes pass until the report shows what was left, has it read, and everything that
    /// follows happen.
    pub async fn read_leads(&self) {
        self.pass(120).await;
        self.bridge.duties.run_due().await.unwrap();
        self.settle().await;
    }
}
