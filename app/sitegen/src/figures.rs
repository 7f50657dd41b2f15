//! What `check` looked at, in numbers: a check that silently looks at nothing finds nothing wrong either.

/// Of all content.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figures {
    /// By procedure, in the order of their files.
    pub procedures: Vec<OfProcedure>,
    /// Sentences for citizens in every other file.
    pub elsewhere: Plain,
}

/// Of one procedure.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OfProcedure {
    /// Its slug.
    pub slug: String,
    /// Its sentences for citizens.
    pub plain: Plain,
    /// The ways through its questions; `None` when its rules are broken.
    pub walked: Option<Walked>,
}

/// Sentences for citizens.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plain {
    /// Texts that were looked at.
    pub strings: usize,
    /// Sentences of more than 15 words.
    pub long: usize,
    /// Words of the longest sentence.
    pub longest: usize,
    /// Sentences that say more than one thing.
    pub several_ideas: usize,
    /// Steps that do not begin with a verb.
    pub not_verb_first: usize,
    /// The long sentences and those that say more than one thing, for an editor: file, line, why, words.
    pub could_be_plainer: Vec<String>,
}

impl Plain {
    /// Both together.
    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        Self {
            strings: self.strings + other.strings,
            long: self.long + other.long,
            longest: self.longest.max(other.longest),
            several_ideas: self.several_ideas + other.several_ideas,
            not_verb_first: self.not_verb_first + other.not_verb_first,
            could_be_plainer: self.could_be_plainer.iter().chain(&other.could_be_plainer).cloned().collect(),
        }
    }
}

/// Ways through the questions of one procedure.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Walked {
    /// Different ways, "không biết" included, at the default commune on the day of the check. When there are too many
    /// to try them all, those that were tried.
    pub ways: usize,
    /// Whether these are all.
    pub is_all: bool,
    /// How often a way was walked: on every day on which other outcomes or requirements are in force, at every kind of
    /// commune.
    pub walks: usize,
}

impl Figures {
    /// All sentences together.
    #[must_use]
    pub fn plain(&self) -> Plain {
        self.procedures.iter().fold(self.elsewhere.clone(), |so_far, one| so_far.and(&one.plain))
    }

    /// All ways together: how many, and how many walks.
    #[must_use]
    pub fn walked(&self) -> (usize, usize) {
        let walked = self.procedures.iter().filter_map(|one| one.walked);
        walked.fold((0, 0), |(ways, walks), one| (ways + one.ways, walks + one.walks))
    }
}
