//! Amounts that are never broken behind their sign: a browser may break a line between a minus and a currency.

/// The page with every signed amount outside figures kept on one line.
pub fn unbroken(page: &str) -> String {
    let mut out = String::with_capacity(page.len() + page.len() / 64);
    let mut rest = page;
    let mut in_figure = false;
    while let Some(tag) = rest.find('<') {
        let end = rest[tag..].find('>').map_or(rest.len(), |end| tag + end + 1);
        let (text, mark) = (&rest[..tag], &rest[tag..end]);
        if in_figure {
            out.push_str(text)
        } else {
            push(&mut out, text)
        }
        out.push_str(mark);
        in_figure = mark.starts_with("<svg") || in_figure && !mark.starts_with("</svg");
        rest = &rest[end..];
    }
    push(&mut out, rest);
    out
}

/// Adds a text, each of its words in which a sign stands before a currency in a span of its own.
fn push(out: &mut String, text: &str) {
    if !text.contains(['−', '+']) {
        return out.push_str(text);
    }
    for word in text.split_inclusive([' ', '\n']) {
        let bare = word.trim_end_matches([' ', '\n']);
        match is_signed(bare) {
            true => {
                out.push_str("<span class=\"whole\">");
                out.push_str(bare);
                out.push_str("</span>");
                out.push_str(&word[bare.len()..]);
            }
            false => out.push_str(word),
        }
    }
}

/// Whether a sign stands before something else than a digit, from which a line may be broken.
fn is_signed(word: &str) -> bool {
    let after = |(at, sign): (usize, &str)| word[at + sign.len()..].chars().next();
    word.match_indices(['−', '+']).filter_map(after).any(|next| !next.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_stays_with_its_amount_and_figures_stay_as_they_are() {
        assert_eq!(
            unbroken("<p>from −€5 to +$1</p>"),
            "<p>from <span class=\"whole\">−€5</span> to <span class=\"whole\">+$1</span></p>"
        );
        for plain in ["<p title=\"−€5\">−5 +3.2% a + b</p>", "<svg><text>−€5</text></svg>", "no mark", "<p>€ −5"]
        {
            assert_eq!(unbroken(plain), plain);
        }
    }
}
