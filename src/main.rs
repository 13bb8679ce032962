//! The program `delight`.

fn main() {}
