//! What the messages of a desk cost at their longest: for every procedure the papers with the longest names, the longest
//! list that anybody has, the longest number behind the link, and everything said that can be said.

use std::fmt;

use domain::message::{Extra, Fault, Gap, Message, Sentences, Written};
use domain::{Procedure, Site};
use web::desk::SaidWords;

use super::table::Table;
use crate::check;

/// Where every message stands in a line.
pub(super) const FILE: &str = "docs/messages.tsv";

/// Hosts of 22 and of 12 letters, as a province and a commune might have them.
const HOSTS: [&str; 2] = ["dugiayto.laocai.gov.vn", "giayto.io.vn"];
/// So many papers are promised to be missing in one part, by the host of the same place.
const PROMISED: [usize; 2] = [2, 3];
/// The longest number that a list can have.
const NUMBER: &str = "098765432109876543";
/// A landline, which has a digit more than a mobile telephone.
const PHONE: &str = "02163876123";
const HOURS: &str = "T2-T6, 7h30-11h30, 13h30-17h";
const GREETING: &str = "Chào bà con";

/// How much is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Missing {
    /// So many, with the longest names of the procedure, whether or not anybody needs all of them.
    Longest(usize),
    /// As many, but the one with the longest name is there and has to be brought again.
    OneAgain(usize),
    /// Everything on the longest list that somebody has.
    All,
}

impl Missing {
    const EACH: [Self; 6] =
        [Self::Longest(1), Self::Longest(2), Self::Longest(3), Self::OneAgain(2), Self::OneAgain(3), Self::All];
}

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Longest(papers) => papers.fmt(f),
            Self::OneAgain(papers) => write!(f, "{papers}, one of them there but not right"),
            Self::All => f.write_str("all of the longest list"),
        }
    }
}

/// One message, with the link to each host.
struct Row {
    procedure: String,
    missing: Missing,
    /// How many things that are.
    things: usize,
    /// Position in [`Messages::offices`].
    office: usize,
    written: [Written; HOSTS.len()],
}

/// The longest messages about every procedure.
pub(super) struct Messages {
    /// What a message may call the office: the commune, as the desk does by itself, and the longest name that the content
    /// has, as a clerk might type it.
    offices: [String; 2],
    rows: Vec<Row>,
}

impl Messages {
    /// Those of a site. `None` when sentences are missing that messages are made of.
    pub(super) fn of(site: &Site) -> Option<Self> {
        let sentences = SaidWords::from_map(&site.said).ok()?.sentences();
        let commune = &site.commune.name.text;
        let official = site.commune.offices.iter().map(|office| &office.official.text);
        let longest = official.max_by_key(|name| name.chars().count()).unwrap_or(commune);
        let offices = [commune.clone(), longest.clone()];
        let rows = site.procedures.iter().flat_map(|procedure| of_procedure(site, procedure, &offices, &sentences));
        Some(Self { rows: rows.collect(), offices })
    }

    /// One sentence for each message that is longer than promised.
    fn broken_promises(&self) -> Vec<String> {
        let mut broken = Vec::new();
        for row in self.rows.iter().filter(|row| row.office == 0) {
            for ((host, promised), written) in HOSTS.iter().zip(PROMISED).zip(&row.written) {
                if matches!(row.missing, Missing::Longest(papers) if papers <= promised) && written.count.parts != 1 {
                    broken.push(format!(
                        "{}, {} missing, {host}: {} letters",
                        row.procedure, row.missing, written.count.units
                    ));
                }
            }
        }
        broken
    }

    /// The longest messages of all procedures together, a line for each number of papers, office and host.
    pub(super) fn in_short(&self) -> String {
        let mut table = Table::new(&[
            "missing",
            "office",
            "host",
            "one part",
            "most parts",
            "most letters",
            "says all",
            "least room",
        ]);
        for missing in Missing::EACH {
            for (office, name) in self.offices.iter().enumerate() {
                for (host, address) in HOSTS.iter().enumerate() {
                    let rows = self.rows.iter().filter(|row| row.missing == missing && row.office == office);
                    let written: Vec<_> = rows.map(|row| &row.written[host]).collect();
                    let one = || written.iter().filter(|one| one.count.parts == 1);
                    let number = |number: Option<usize>| number.unwrap_or_default().to_string();
                    table.row(&[
                        &missing.to_string(),
                        &name.chars().count().to_string(),
                        &address.len().to_string(),
                        &format!("{} of {}", one().count(), written.len()),
                        &number(written.iter().map(|one| one.count.parts).max()),
                        &number(written.iter().map(|one| one.count.units).max()),
                        &written.iter().filter(|one| one.left_out.is_empty()).count().to_string(),
                        &number(one().map(|one| one.count.left).min()),
                    ]);
                }
            }
        }
        let broken = self.broken_promises();
        let promise = if broken.is_empty() { "kept for every procedure".to_owned() } else { broken.join("; ") };
        let [commune, longest] = &self.offices;
        format!(
            "Messages at their longest: the longest names of each procedure, a number of {} digits, greeting, hours and \
             telephone all known. Offices: {commune} ({} letters); {longest} ({}).\n\n{table}\
             promised: {} papers in one part with a host of {} letters, {} with {}: {promise}\n",
            NUMBER.len(),
            commune.chars().count(),
            longest.chars().count(),
            PROMISED[0],
            HOSTS[0].len(),
            PROMISED[1],
            HOSTS[1].len(),
        )
    }
}

/// Every message in a line, with tabs between.
impl fmt::Display for Messages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [commune, longest] = &self.offices;
        writeln!(
            f,
            "# sitegen report --messages; {NUMBER}, {PHONE}, {HOURS}, {GREETING}; offices: {commune}, {longest}"
        )?;
        write!(f, "procedure\tmissing\tthings\toffice")?;
        for host in HOSTS {
            let letters = host.len();
            write!(f, "\tletters at {letters}\tparts at {letters}\tleft out at {letters}")?;
        }
        writeln!(f)?;
        for row in &self.rows {
            let office = self.offices[row.office].chars().count();
            write!(f, "{}\t{}\t{}\t{office}", row.procedure, row.missing, row.things)?;
            for written in &row.written {
                write!(f, "\t{}\t{}\t{}", written.count.units, written.count.parts, left_out(written))?;
            }
            writeln!(f)?;
        }
        Ok(())
    }
}

fn left_out(written: &Written) -> String {
    let name = |extra: &Extra| match extra {
        Extra::Greeting => "greeting",
        Extra::When => "when",
        Extra::Ask => "ask",
    };
    if written.left_out.is_empty() {
        return "nothing".to_owned();
    }
    written.left_out.iter().map(name).collect::<Vec<_>>().join(", ")
}

fn of_procedure(site: &Site, procedure: &Procedure, offices: &[String; 2], sentences: &Sentences) -> Vec<Row> {
    let mut names: Vec<&str> = nameable(procedure).collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    let whole = longest_list(site, procedure);
    let mut rows = Vec::new();
    for missing in Missing::EACH {
        let (names, is_again) = match missing {
            Missing::Longest(papers) => (&names[..papers.min(names.len())], false),
            Missing::OneAgain(papers) => (&names[..papers.min(names.len())], true),
            Missing::All => (&whole[..], false),
        };
        for (office, name) in offices.iter().enumerate() {
            let written = HOSTS.map(|host| {
                let message = message(name, procedure, gaps(names, is_again, sentences), host);
                message.shortest(sentences)
            });
            rows.push(Row { procedure: procedure.slug.clone(), missing, things: names.len(), office, written });
        }
    }
    rows
}

/// The short names of everything that a message about a procedure can say to be missing.
fn nameable(procedure: &Procedure) -> impl Iterator<Item = &str> {
    procedure.requirements.iter().filter(|one| one.can_be_missing_in_a_message()).map(|one| one.sms.as_str())
}

/// The names on the list that makes the longest message.
fn longest_list<'a>(site: &Site, procedure: &'a Procedure) -> Vec<&'a str> {
    let mut longest = (0, Vec::new());
    check::every_list(&procedure.rules(&site.commune, |_| None), procedure.checked, |list| {
        let items = list.items().iter().filter_map(|item| procedure.requirements.get(item.requirement));
        let names: Vec<&str> =
            items.filter(|one| one.can_be_missing_in_a_message()).map(|one| one.sms.as_str()).collect();
        let letters = names.iter().map(|name| name.len() + ", ".len()).sum();
        if letters > longest.0 {
            longest = (letters, names);
        }
    });
    longest.1
}

/// All missing; or the first, which has the longest name, wrong in the way that takes most letters to say.
fn gaps(names: &[&str], is_again: bool, sentences: &Sentences) -> Vec<Gap> {
    let faults = [
        (Fault::Blurred, &sentences.blurred),
        (Fault::WrongName, &sentences.wrong_name),
        (Fault::Expired, &sentences.expired),
        (Fault::Unsigned, &sentences.unsigned),
    ];
    let longest = faults.into_iter().max_by_key(|(_, said)| said.chars().count());
    let fault = |position: usize| match longest {
        Some((fault, _)) if is_again && position == 0 => fault,
        _ => Fault::Missing,
    };
    names.iter().enumerate().map(|(position, name)| Gap { name: (*name).to_owned(), fault: fault(position) }).collect()
}

fn message(office: &str, procedure: &Procedure, gaps: Vec<Gap>, host: &str) -> Message {
    Message {
        greeting: GREETING.to_owned(),
        commune: office.to_owned(),
        procedure: procedure.sms.clone(),
        gaps,
        when: HOURS.to_owned(),
        phone: PHONE.to_owned(),
        link: format!("{host}/k/{NUMBER}"),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::LazyLock;

    use domain::sms::{Alphabet, is_gateway_safe};

    use super::*;
    use crate::content::Files;

    static SITE: LazyLock<Site> = LazyLock::new(|| {
        let files = Files::read(Path::new("../content"), Path::new("../../public/pictograms"));
        let (site, problems) = files.load();
        site.unwrap_or_else(|| panic!("{problems:?}"))
    });

    static MESSAGES: LazyLock<Messages> = LazyLock::new(|| Messages::of(&SITE).unwrap());

    #[test]
    fn two_papers_are_one_part_with_a_host_of_22_letters_and_three_with_one_of_12() {
        assert_eq!(HOSTS.map(str::len), [22, 12]);
        assert_eq!(PROMISED, [2, 3]);
        assert_eq!(NUMBER.len(), 18);
        assert_eq!(MESSAGES.offices[0], "xã Hạnh Phúc");
        assert_eq!(MESSAGES.broken_promises(), [""; 0]);
        let promised = |row: &&Row| row.office == 0 && row.missing == Missing::Longest(2);
        assert_eq!(MESSAGES.rows.iter().filter(promised).count(), SITE.procedures.len());
    }

    #[test]
    fn a_promise_that_is_broken_is_said() {
        let mut site = SITE.clone();
        site.commune.name.text.push_str(" thuộc huyện Trạm Tấu cũ");
        let broken = Messages::of(&site).unwrap().broken_promises();
        assert!(!broken.is_empty() && broken.iter().all(|said| said.contains("missing")), "{broken:?}");
    }

    #[test]
    fn every_message_has_its_names_its_link_and_letters_that_gateways_let_through() {
        for row in &MESSAGES.rows {
            for (written, host) in row.written.iter().zip(HOSTS) {
                assert_eq!(written.count.alphabet, Alphabet::Gsm7, "{}", written.text);
                assert!(written.text.chars().all(is_gateway_safe), "{}", written.text);
                assert!(written.text.ends_with(&format!("{host}/k/{NUMBER}")), "{}", written.text);
                assert!(written.count.parts <= 2 || row.missing == Missing::All && row.office > 0, "{}", written.text);
            }
        }
    }

    #[test]
    fn what_can_be_missing_has_a_name_and_money_is_never_asked_for() {
        for procedure in &SITE.procedures {
            assert!(nameable(procedure).all(|name| !name.is_empty()), "{}", procedure.slug);
            let longest = longest_list(&SITE, procedure);
            assert!(!longest.is_empty() && longest.iter().all(|name| nameable(procedure).any(|one| one == *name)));
            for money in procedure.requirements.iter().filter(|one| one.kind == domain::requirement::Kind::Money) {
                assert!(!money.can_be_missing_in_a_message() && money.sms.is_empty(), "{}", money.id);
            }
        }
        for written in MESSAGES.rows.iter().flat_map(|row| &row.written) {
            assert!(!written.text.contains("le phi") && !written.text.contains("000"), "{}", written.text);
        }
    }

    #[test]
    fn the_tables_have_every_procedure_and_every_office() {
        let lines = MESSAGES.to_string();
        assert_eq!(lines.lines().count(), 2 + SITE.procedures.len() * Missing::EACH.len() * 2);
        let short = MESSAGES.in_short();
        assert!(short.contains("kept for every procedure") && short.contains("xã Hạnh Phúc (12 letters)"), "{short}");
        assert!(Messages::of(&Site { said: Default::default(), ..SITE.clone() }).is_none());
    }
}
