//! The hash by which a browser knows a script.

use delight_report::documents::html::base64;
use sha2::{Digest, Sha256};

/// A script as a source of a content security policy.
pub(super) fn sha256_source(script: &str) -> String {
    format!("'sha256-{}'", base64(&Sha256::digest(script)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_that_of_the_standard() {
        // FIPS 180-2, appendix B.1: SHA-256 of "abc", here in base 64.
        assert_eq!(sha256_source("abc"), "'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='");
    }
}
