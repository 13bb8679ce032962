//! The languages a reader may have.

/// The language of every text, number and date that a reader of the results sees.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// British English.
    #[default]
    English,
    /// Dutch.
    Dutch,
}

impl Language {
    /// Every language.
    pub const ALL: [Language; 2] = [Language::English, Language::Dutch];

    /// Its code (ISO 639-1): `en`, `nl`.
    pub const fn code(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Dutch => "nl",
        }
    }

    /// The language of a code, if it is one of ours.
    pub fn from_code(code: &str) -> Option<Language> {
        Language::ALL.into_iter().find(|language| language.code() == code)
    }

    /// The language of a locale such as `nl_NL.UTF-8`; English for every other one.
    pub fn of_locale(locale: &str) -> Language {
        let code: String = locale.chars().take_while(char::is_ascii_alphabetic).collect();
        Language::from_code(&code.to_ascii_lowercase()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_begins_with_its_language() {
        for locale in ["nl", "nl_NL.UTF-8", "nl-BE", "NL_NL"] {
            assert_eq!(Language::of_locale(locale), Language::Dutch, "{locale}");
        }
        for locale in ["", "C", "POSIX", "en_GB.UTF-8", "nld_XX", "de_DE"] {
            assert_eq!(Language::of_locale(locale), Language::English, "{locale}");
        }
    }
}
