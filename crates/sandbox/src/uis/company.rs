//! The company as UIS knows it: account, employees, numbers, sites, campaigns, tags.

use serde::Serialize;

/// Id of a UIS employee.
pub type EmployeeId = u64;

/// The customer's account.
#[derive(Debug, Clone, Serialize)]
pub struct Account {
    /// Number of the account.
    pub app_id: u64,
    /// Name of the company.
    pub name: &'static str,
    /// IANA name of the time zone in which the Data API gives dates.
    pub timezone: &'static str,
    /// Login of the Data API user.
    pub login: &'static str,
    /// Password of the Data API user.
    #[serde(skip)]
    pub password: &'static str,
    /// Permanent key of the Data API user.
    #[serde(skip)]
    pub access_token: &'static str,
}

/// A person with a phone in UIS.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Employee {
    /// Id in UIS.
    pub id: EmployeeId,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Middle name (отчество); empty where there is none.
    pub patronymic: String,
    /// E-mail, the same as in Planfix for those who work in both; empty where there is none.
    pub email: String,
    /// Short number; not everybody has one.
    pub extension: Option<String>,
    /// The numbers on which UIS rings the employee, the first one first.
    pub phones: Vec<EmployeePhone>,
    /// His SIP line, a softphone or a desk phone that UIS itself serves.
    pub sip_line: Option<SipLine>,
    /// Which of the employee's calls are recorded: `all`, `in`, `out` or `off`.
    pub call_recording: &'static str,
    /// `available`, `break`, …; `None`: available.
    pub status: Option<&'static str>,
}

impl Employee {
    /// First and last name, as UIS shows it in `employee_full_name`.
    pub fn full_name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name).trim().to_owned()
    }

    /// The numbers that can ring, in the order in which they do.
    pub fn active_phones(&self) -> impl Iterator<Item = &str> {
        self.phones.iter().filter(|phone| phone.is_active).map(|phone| phone.number.as_str())
    }

    /// The number on which he is called when none can ring.
    pub(super) fn any_phone(&self) -> Option<&str> {
        self.phones.first().map(|phone| phone.number.as_str())
    }

    /// Somebody who is not in UIS any more.
    pub(super) fn deleted(who: &str) -> Self {
        Self {
            id: 4999,
            first_name: "Удалённый".to_owned(),
            last_name: format!("Сотрудник {who}"),
            extension: Some(who.to_owned()),
            phones: vec![EmployeePhone::new("74951004999")],
            call_recording: "all",
            ..Self::default()
        }
    }

    /// Whether this is one of his numbers, active or not.
    pub fn has_phone(&self, number: &str) -> bool {
        self.phones.iter().any(|phone| phone.number == number)
    }

    /// Makes all his numbers ring, or none.
    pub fn set_phones_active(&mut self, active: bool) {
        for phone in &mut self.phones {
            phone.is_active = active;
        }
    }

    /// Whether `who` (extension, id or full name) means this employee.
    pub fn is_called(&self, who: &str) -> bool {
        self.extension.as_deref() == Some(who)
            || self.id.to_string() == who
            || self.full_name() == who
    }
}

/// A number on which UIS rings an employee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EmployeePhone {
    /// E.164 digits without a plus, or the number of a SIP line.
    pub number: String,
    /// Whether it rings.
    pub is_active: bool,
}

impl EmployeePhone {
    /// A number that rings.
    pub fn new(number: &str) -> Self {
        Self { number: number.to_owned(), is_active: true }
    }
}

/// A SIP line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SipLine {
    /// Id in UIS.
    pub id: u64,
    /// Its own number, by which the employee's phones name it.
    pub number: String,
    /// The number customers see when it calls out: the employee's own outgoing number.
    pub virtual_number: Option<String>,
    /// Whether it is switched on.
    pub is_active: bool,
}

/// A number the customers call.
#[derive(Debug, Clone, Serialize)]
pub struct VirtualNumber {
    /// Id in UIS.
    pub id: u64,
    /// E.164 digits without a plus.
    pub number: &'static str,
    /// Name given by the customer.
    pub name: &'static str,
    /// The scenario that meets a call to this number.
    pub scenario: Named,
    /// The site the number stands on.
    pub site: Named,
    /// The campaign of calls to this number, when no other is known.
    pub campaign: &'static str,
}

/// Something with an id and a name: a scenario, a site (its domain), a tag.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Named {
    /// Id in UIS.
    pub id: u64,
    /// Name; for a site its domain.
    pub name: &'static str,
}

/// An advertising campaign.
#[derive(Debug, Clone, Serialize)]
pub struct Campaign {
    /// Id in UIS.
    pub id: u64,
    /// Name.
    pub name: &'static str,
    /// The advertised site.
    pub site: Named,
    /// Traffic channel, see `channel` of `get.calls_report`.
    pub channel: &'static str,
    /// Traffic source, see `source_name` of `get.calls_report`.
    pub source: Named,
    /// `utm_source`, `utm_medium`, `utm_campaign`, `utm_term`, `utm_content` of its visitors.
    pub utm: Option<[&'static str; 5]>,
}

/// Everything UIS knows about the customer apart from his calls.
#[derive(Debug, Clone, Serialize)]
pub struct Company {
    /// The account.
    pub account: Account,
    /// Employees, by id.
    pub employees: Vec<Employee>,
    /// Virtual numbers; the first is the default one.
    pub numbers: Vec<VirtualNumber>,
    /// Sites.
    pub sites: Vec<Named>,
    /// Campaigns; the first is the one of visitors who came without advertising.
    pub campaigns: Vec<Campaign>,
    /// Tags.
    pub tags: Vec<Named>,
    /// Ids of sound files that can be played to a caller.
    pub media_files: Vec<u64>,
}

impl Company {
    /// The employee meant by an extension, an id or a full name.
    pub fn employee(&self, who: &str) -> Option<&Employee> {
        self.employees.iter().find(|employee| employee.is_called(who))
    }

    /// The employee with this id.
    pub fn employee_by_id(&self, id: EmployeeId) -> Option<&Employee> {
        self.employees.iter().find(|employee| employee.id == id)
    }

    /// The employee who can be rung on this number, active or not.
    pub fn owner_of(&self, phone: &str) -> Option<&Employee> {
        self.employees.iter().find(|employee| employee.has_phone(phone))
    }

    /// The virtual number with these digits.
    pub fn number(&self, digits: &str) -> Option<&VirtualNumber> {
        self.numbers.iter().find(|number| number.number == digits)
    }

    /// The campaign with this name.
    pub fn campaign(&self, name: &str) -> Option<&Campaign> {
        self.campaigns.iter().find(|campaign| campaign.name == name)
    }
}
