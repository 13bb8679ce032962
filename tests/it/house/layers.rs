//! Each room imports only from its left, so that the project reads in one straight line.

use super::source::{House, Module};
use super::{HOUSE, PACKAGES};

/// A place in the line: package, rooms that do not know each other, room.
type Place = (usize, usize, String);

/// Where a module stands; a package's first file stands right of its rooms.
fn place(house: &House, module: &Module) -> Place {
    let Some(room) = module.path.first() else { return (module.package, usize::MAX, String::new()) };
    let rooms = house.packages[module.package].rooms;
    let at = rooms.iter().position(|side_by_side| side_by_side.contains(&room.as_str()));
    (module.package, at.unwrap_or_else(|| panic!("{room} has no place in the line")), room.clone())
}

/// Whether a place may import from another.
fn may(from: &Place, to: &Place) -> bool {
    from == to || (to.0, to.1) < (from.0, from.1)
}

/// Every import from one room to another: file, rooms, the path as it is written.
pub fn between_rooms(house: &House) -> Vec<(&str, Place, Place, String)> {
    let mut all = Vec::new();
    for (at, module) in house.modules.iter().enumerate() {
        let own = place(house, module);
        for path in house.written(module) {
            // The way counts as well as the end: a face right of what it passes on is a room of its own.
            for target in house.steps(at, path).into_iter().flatten() {
                let other = &house.modules[target.module()];
                // `crate` and the name of a package lead to its first file, which is no room.
                if !other.path.is_empty() && place(house, other) != own {
                    all.push((module.file.as_str(), own.clone(), place(house, other), path.join("::")));
                }
            }
        }
    }
    all
}

/// What is imported against the line.
pub fn against_the_line(house: &House) -> Vec<String> {
    let mut wrong: Vec<String> = between_rooms(house)
        .into_iter()
        .filter(|(_, from, to, _)| !may(from, to))
        .map(|(file, _, to, path)| format!("{file} imports {path}, of {}", to.2))
        .collect();
    wrong.sort();
    wrong.dedup();
    wrong
}

#[test]
fn every_room_imports_only_from_its_left() {
    let wrong = against_the_line(&HOUSE);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_test_sees_the_imports_it_is_to_judge() {
    let seen = between_rooms(&HOUSE);
    for (from, to) in
        [("chain", "units"), ("simulate", "chain"), ("simulate", "finance"), ("pages", "gate"), ("cli", "documents")]
    {
        assert!(seen.iter().any(|(_, a, b, _)| a.2 == from && b.2 == to), "{from} imports {to}");
    }
}

#[test]
fn every_room_of_the_line_is_there_and_every_room_that_is_there_has_its_place() {
    for (package, root) in PACKAGES.iter().zip(&HOUSE.roots) {
        let mut listed: Vec<&str> = package.rooms.concat();
        listed.sort_unstable();
        let found: Vec<&String> = HOUSE.modules[*root].children.keys().collect();
        assert_eq!(found, listed, "{}", package.name);
    }
}
