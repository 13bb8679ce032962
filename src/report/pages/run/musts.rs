//! What must be mended before the result can be used: the rules of the audit that must hold and do not.

use crate::words::Words;
use delight_studies::run::Findings;

/// One sentence a rule: what was found, how it is mended, and its code.
pub fn musts(f: &Findings, words: Words) -> Vec<String> {
    let one = |rule: &String| {
        let (found, remedy) = (words.say_of("audit-rule", rule), words.say_of("audit-remedy", rule));
        words.say_with("must-mend", &[("found", &found), ("remedy", &remedy), ("rule", rule)])
    };
    f.must_mend.iter().map(one).collect()
}
