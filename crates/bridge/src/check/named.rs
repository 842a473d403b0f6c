//! Everything the settings name, with the places where they do.

use domain::conditions::{Condition, Param};
use domain::ids::{ContactTemplateId, FieldId, PlanfixUserId, TaskObjectId, UisEmployeeId};
use domain::phone::ShortNumber;
use domain::settings::{Fields, Responsibles, Settings, Telephony, Text};

/// A thing and the path of the setting that names it.
pub(super) type At<T> = (String, T);

/// What enabled sections name.
#[derive(Debug, Default)]
pub(super) struct Named {
    pub(super) objects: Vec<At<TaskObjectId>>,
    pub(super) contact_templates: Vec<At<ContactTemplateId>>,
    pub(super) contact_fields: Vec<At<FieldId>>,
    pub(super) task_fields: Vec<At<FieldId>>,
    pub(super) amount_field: Option<At<FieldId>>,
    pub(super) planfix_users: Vec<At<(PlanfixUserId, Option<ShortNumber>)>>,
    pub(super) uis_employees: Vec<At<UisEmployeeId>>,
    pub(super) values: Vec<At<(Param, String)>>,
}

impl Named {
    pub(super) fn of(settings: &Settings) -> Self {
        let mut named = Self::default();
        named.employees(settings);
        if settings.telephony.enabled {
            named.telephony(&settings.telephony);
        }
        if settings.text.enabled {
            named.text(&settings.text);
        }
        if settings.deals.enabled {
            named.object("deals", settings.deals.task_object);
            named.amount_field =
                settings.deals.amount_field.map(|field| ("deals.amount_field".to_owned(), field));
        }
        named
    }

    /// Pairs count whether or not employees are synchronised.
    fn employees(&mut self, settings: &Settings) {
        let employees = &settings.employees;
        if employees.enabled && !employees.sync_all {
            for (index, user) in employees.selected.iter().enumerate() {
                self.planfix_users.push((format!("employees.selected[{index}]"), (*user, None)));
            }
        }
        for (index, pair) in employees.pairs.iter().enumerate() {
            let path = format!("employees.pairs[{index}]");
            let user = (pair.planfix_user, pair.short_number.clone());
            self.planfix_users.push((format!("{path}.planfix_user"), user));
            self.uis_employees.push((format!("{path}.uis_employee"), pair.uis_employee));
        }
    }

    fn telephony(&mut self, telephony: &Telephony) {
        if telephony.filter.enabled {
            let filter = &telephony.filter;
            self.condition("telephony.filter.incoming", filter.incoming.as_ref());
            self.condition("telephony.filter.outgoing", filter.outgoing.as_ref());
        }
        if let Some(click) = &telephony.click_to_call {
            let number = (Param::VirtualNumber, click.outgoing_number.digits().to_owned());
            self.values.push(("telephony.click_to_call.outgoing_number".to_owned(), number));
        }
        self.object("telephony.incoming", telephony.incoming.task_object);
        self.object("telephony.outgoing", telephony.outgoing.task_object);
        self.responsibles("telephony.responsibles.incoming", &telephony.responsibles.incoming);
        self.responsibles("telephony.responsibles.outgoing", &telephony.responsibles.outgoing);
        self.fields("telephony.fields", &telephony.fields);
    }

    fn text(&mut self, text: &Text) {
        if let Some(leads) = &text.leads {
            self.condition("text.leads.filter.conditions", leads.filter.active());
            self.template("text.leads", leads.contact_template);
            self.object("text.leads", leads.task_object);
            self.responsibles("text.responsibles.leads", &text.responsibles.leads);
        }
        if let Some(chats) = &text.chats {
            self.condition("text.chats.filter.conditions", chats.filter.active());
            for (index, tag) in chats.tags.iter().enumerate() {
                let path = format!("text.chats.tags[{index}]");
                self.values.push((path, (Param::Tag, tag.clone())));
            }
            self.template("text.chats", chats.contact_template);
            self.object("text.chats", chats.task_object);
            self.responsibles("text.responsibles.chats", &text.responsibles.chats);
        }
        self.fields("text.fields", &text.fields);
    }

    fn object(&mut self, section: &str, object: Option<TaskObjectId>) {
        self.objects.extend(object.map(|id| (format!("{section}.task_object"), id)));
    }

    fn template(&mut self, section: &str, template: Option<ContactTemplateId>) {
        let at = template.map(|id| (format!("{section}.contact_template"), id));
        self.contact_templates.extend(at);
    }

    fn fields(&mut self, section: &str, fields: &Fields) {
        for (kind, rules, named) in [
            ("contact", &fields.contact, &mut self.contact_fields),
            ("task", &fields.task, &mut self.task_fields),
        ] {
            for (index, rule) in rules.iter().enumerate() {
                let path = format!("{section}.{kind}[{index}].planfix_field");
                named.push((path, rule.planfix_field));
            }
        }
    }

    fn responsibles(&mut self, section: &str, responsibles: &Responsibles) {
        let default = responsibles.default.map(|user| (format!("{section}.default"), (user, None)));
        self.planfix_users.extend(default);
        for (index, rule) in responsibles.rules.iter().enumerate() {
            let path = format!("{section}.rules[{index}]");
            self.planfix_users.push((format!("{path}.employee"), (rule.employee, None)));
            self.condition(&format!("{path}.when"), Some(&rule.when));
        }
    }

    fn condition(&mut self, path: &str, condition: Option<&Condition>) {
        match condition {
            None => {}
            Some(Condition::Leaf(leaf)) => {
                for (index, value) in leaf.values.iter().enumerate() {
                    let at = format!("{path}.values[{index}]");
                    self.values.push((at, (leaf.param, value.clone())));
                }
            }
            Some(Condition::All(parts)) => self.group(path, "all", parts),
            Some(Condition::Any(parts)) => self.group(path, "any", parts),
        }
    }

    fn group(&mut self, path: &str, key: &str, parts: &[Condition]) {
        for (index, part) in parts.iter().enumerate() {
            self.condition(&format!("{path}.{key}[{index}]"), Some(part));
        }
    }
}
