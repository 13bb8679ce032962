//! A fingerprint of what a scenario says, so that results can be checked against the file they came from.

use delight_model::scenario::Scenario;
use std::fmt::Write;

/// FNV-1a of 64 bits (Fowler, Noll, Vo), as a place to write to.
struct Fnv(u64);

impl Fnv {
    fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
}

impl Write for Fnv {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        self.add(text.as_bytes());
        Ok(())
    }
}

/// FNV-1a, 64 bits, of all that decides the results of a scenario but the seed: every layer of its text has its say,
/// down to samples in files; name, sources and notes do not count.
pub fn fingerprint(scenario: &Scenario) -> String {
    let mut hash = Fnv(0xcbf2_9ce4_8422_2325);
    // Writing to a number cannot fail.
    let _ = write!(
        hash,
        "{} {} {} {:?} {:?}",
        scenario.currency(),
        scenario.months(),
        scenario.run_off_months(),
        scenario.project(),
        scenario.correlations()
    );
    for assumption in scenario.assumptions() {
        let _ = write!(hash, "{}={:?};", assumption.path, assumption.value);
    }
    format!("{:016x}", hash.0)
}

/// FNV-1a, 64 bits, of a text.
pub fn fingerprint_of(text: &str) -> String {
    fingerprint_of_bytes(text.as_bytes())
}

/// FNV-1a, 64 bits, of the bytes of a file.
pub fn fingerprint_of_bytes(bytes: &[u8]) -> String {
    let mut hash = Fnv(0xcbf2_9ce4_8422_2325);
    hash.add(bytes);
    format!("{:016x}", hash.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fingerprint_follows_the_numbers_and_not_the_name() {
        let of = |text: &str| {
            let text = format!("[case]\npreset = \"hotel\"\n{text}");
            fingerprint(&Scenario::from_text("a.toml", &text).expect("the preset"))
        };
        assert_eq!(of("name = \"one\""), of("name = \"other\""));
        assert_ne!(of(""), of("months = 61"));
        assert_ne!(of(""), of("run_off_months = 61"));
        assert_ne!(of(""), of("[finance]\ndiscount_rate = 0.0901"));
    }

    #[test]
    fn the_hash_gives_the_published_answers() {
        let of = |text: &str| {
            let mut hash = Fnv(0xcbf2_9ce4_8422_2325);
            hash.write_str(text).map(|()| hash.0)
        };
        assert_eq!(of(""), Ok(0xcbf2_9ce4_8422_2325));
        assert_eq!(of("a"), Ok(0xaf63_dc4c_8601_ec8c));
        assert_eq!(of("foobar"), Ok(0x8594_4171_f739_67e8));
    }
}
