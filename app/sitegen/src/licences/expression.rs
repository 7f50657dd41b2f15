//! SPDX licence expressions: `MIT OR Apache-2.0`, `(MIT OR Zlib) AND Unicode-3.0`, `Apache-2.0 WITH LLVM-exception`.

/// A parsed expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Expression {
    /// An id, with its exception when it has one: `Apache-2.0 WITH LLVM-exception`.
    Licence(String),
    /// We may choose.
    Any(Vec<Self>),
    /// All of them bind us.
    All(Vec<Self>),
}

impl Expression {
    /// Reads an expression; `None` when it is not one. The old `MIT/Apache-2.0` means a choice.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let text = text.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
        let mut words = text.split_whitespace().peekable();
        let expression = any(&mut words)?;
        words.next().is_none().then_some(expression)
    }

    /// Whether it can be kept with these licences.
    pub(super) fn holds(&self, allowed: &[&str]) -> bool {
        match self {
            Self::Licence(id) => allowed.contains(&id.as_str()),
            Self::Any(parts) => parts.iter().any(|part| part.holds(allowed)),
            Self::All(parts) => parts.iter().all(|part| part.holds(allowed)),
        }
    }
}

type Words<'a> = std::iter::Peekable<std::str::SplitWhitespace<'a>>;

/// `AND` binds more tightly than `OR`.
fn any(words: &mut Words<'_>) -> Option<Expression> {
    let mut parts = vec![all(words)?];
    while words.next_if_eq(&"OR").is_some() {
        parts.push(all(words)?);
    }
    Some(Expression::Any(parts))
}

fn all(words: &mut Words<'_>) -> Option<Expression> {
    let mut parts = vec![one(words)?];
    while words.next_if_eq(&"AND").is_some() {
        parts.push(one(words)?);
    }
    Some(Expression::All(parts))
}

fn one(words: &mut Words<'_>) -> Option<Expression> {
    match words.next()? {
        "(" => {
            let inner = any(words)?;
            words.next_if_eq(&")").map(|_| inner)
        }
        ")" | "OR" | "AND" | "WITH" => None,
        id => match words.next_if_eq(&"WITH") {
            Some(_) => Some(Expression::Licence(format!("{id} WITH {}", words.next()?))),
            None => Some(Expression::Licence(id.to_owned())),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(text: &str) -> bool {
        let allowed = ["MIT", "Zlib", "Apache-2.0 WITH LLVM-exception"];
        Expression::parse(text).is_some_and(|expression| expression.holds(&allowed))
    }

    #[test]
    fn one_allowed_choice_is_enough() {
        assert!(holds("GPL-3.0 OR MIT"));
        assert!(holds("MIT/Apache-2.0"));
        assert!(!holds("GPL-3.0 OR Apache-2.0"));
    }

    #[test]
    fn everything_joined_by_and_must_be_allowed() {
        assert!(holds("MIT AND Zlib"));
        assert!(!holds("MIT AND OpenSSL"));
        assert!(holds("OpenSSL OR MIT AND Zlib"), "and binds more tightly");
        assert!(!holds("(OpenSSL OR MIT) AND Unicode-3.0"));
        assert!(holds("(OpenSSL OR MIT) AND Zlib"));
    }

    #[test]
    fn an_exception_is_part_of_the_licence() {
        assert!(holds("Apache-2.0 WITH LLVM-exception"));
        assert!(holds("Apache-2.0 WITH LLVM-exception OR Apache-2.0 OR GPL-2.0"));
        assert!(!holds("Zlib WITH LLVM-exception"));
    }

    #[test]
    fn what_is_no_expression_is_refused() {
        for text in ["", "MIT OR", "OR MIT", "(MIT", "MIT)", "MIT Zlib", "MIT WITH", "()"] {
            assert_eq!(Expression::parse(text), None, "{text}");
        }
    }
}
