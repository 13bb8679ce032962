//! A publication as readers cite it, in one line; what is said of it in place of what is not known is in their language.

use crate::words::Words;
use delight_model::evidence::Publication;

/// Authors that are named before the rest is left to others.
const NAMED: usize = 7;

/// The whole citation: who, when, what, where, and the address at which it is found.
pub fn citation(publication: &Publication, words: Words) -> String {
    let address = publication.address().map(|address| format!(" {address}")).unwrap_or_default();
    reference(publication, words) + &address
}

/// The citation without its address.
pub(super) fn reference(publication: &Publication, words: Words) -> String {
    let year = publication.year.as_ref().map(|year| format!("({year})"));
    let title = words.phrase(&publication.title);
    // Where no author is known the title stands in front of the year.
    let head = match authors(&publication.authors) {
        Some(authors) => [joined([Some(authors), year]), title],
        None => [joined([Some(title), year]), String::new()],
    };
    let note = publication.note.as_deref().map(|note| words.phrase(note));
    let parts = head.map(Some).into_iter().chain([place(publication), note]);
    parts.flatten().filter(|part| !part.is_empty()).map(ended).collect::<Vec<_>>().join(" ")
}

/// What there is of these, one behind the other.
fn joined(parts: [Option<String>; 2]) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// A part with a full stop, unless it ends in a mark of its own.
fn ended(mut part: String) -> String {
    if !part.ends_with(['.', '?', '!']) {
        part.push('.');
    }
    part
}

/// All authors with the initials of their names, such as `Knight, C. & Dawson, J.`
fn authors(all: &[String]) -> Option<String> {
    let more = all.len() > NAMED || all.iter().any(|author| author == "others");
    let named: Vec<String> =
        all.iter().filter(|author| *author != "others").take(NAMED).map(|author| initialled(author)).collect();
    let (last, rest) = named.split_last()?;
    Some(match (more, rest) {
        (true, _) => format!("{} et al.", named.join(", ")),
        (false, []) => last.clone(),
        (false, rest) => format!("{} & {last}", rest.join(", ")),
    })
}

/// `Knight, Caroline` as `Knight, C.`; an organisation as it is.
fn initialled(author: &str) -> String {
    let Some((family, given)) = author.split_once(", ") else { return author.to_owned() };
    let initial = |part: &str| part.chars().next().map(|letter| format!("{letter}."));
    let name = |name: &str| name.split('-').filter_map(initial).collect::<Vec<_>>().join("-");
    format!("{family}, {}", given.split_whitespace().map(name).collect::<Vec<_>>().join(" "))
}

/// Journal, volume, issue and pages; or book, series and publisher.
fn place(publication: &Publication) -> Option<String> {
    let volume = publication.volume.as_ref().map(|volume| {
        let issue = publication.issue.as_ref().map(|issue| format!("({issue})")).unwrap_or_default();
        format!("{volume}{issue}")
    });
    let journal = [publication.journal.clone(), volume].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let within = publication.within.as_ref().map(|book| format!("In: {book}"));
    // An organisation that publishes its own report is named once.
    let publisher = publication.publisher.clone().filter(|publisher| !publication.authors.contains(publisher));
    let parts = [Some(journal), within, publication.pages.clone(), publication.series.clone(), publisher];
    let told: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    (!told.is_empty()).then(|| told.join(", "))
}
