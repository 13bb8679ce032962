//! What a path means: from a name in a module, through faces that pass names on, to the file that defines it.

use super::source::{House, Module};
use std::collections::{BTreeMap, BTreeSet};

/// What a path leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    Module(usize),
    /// A name that this module defines, or what lies inside it.
    Item(usize),
}

impl Target {
    pub fn module(self) -> usize {
        match self {
            Target::Module(module) | Target::Item(module) => module,
        }
    }
}

/// Names on the way, so that modules that pass on each other's names do not go round for ever.
type Asked = BTreeSet<(usize, String)>;

impl House {
    /// All that a path may mean in a module; nothing if it leads out of the packages.
    pub fn resolve(&self, from: usize, path: &[String]) -> BTreeSet<Target> {
        self.steps(from, path).pop().unwrap_or_default()
    }

    /// What each segment of a path may mean, for as far as it can be followed.
    pub fn steps(&self, from: usize, path: &[String]) -> Vec<BTreeSet<Target>> {
        self.walk(from, path, &mut Asked::new())
    }

    fn walk(&self, from: usize, path: &[String], asked: &mut Asked) -> Vec<BTreeSet<Target>> {
        let Some((first, rest)) = path.split_first() else { return Vec::new() };
        let mut steps = vec![self.begin(from, first, asked)];
        for name in rest {
            let mut next = BTreeSet::new();
            for target in steps.last().expect("it has begun") {
                match target {
                    Target::Module(module) if name == "super" => {
                        next.extend(self.modules[*module].parent.map(Target::Module));
                    }
                    Target::Module(module) if name == "self" => _ = next.insert(Target::Module(*module)),
                    Target::Module(module) => next.extend(self.find(*module, name, asked)),
                    Target::Item(module) => _ = next.insert(Target::Item(*module)),
                }
            }
            steps.push(next);
        }
        steps
    }

    fn begin(&self, from: usize, first: &str, asked: &mut Asked) -> BTreeSet<Target> {
        let module = &self.modules[from];
        match first {
            "crate" => [Target::Module(self.roots[module.package])].into(),
            "self" => [Target::Module(from)].into(),
            "super" => module.parent.map(Target::Module).into_iter().collect(),
            name => {
                let own = self.find(from, name, asked);
                let package = self.packages.iter().position(|package| package.name == name);
                let package = package.filter(|_| own.is_empty()).map(|at| Target::Module(self.roots[at]));
                own.into_iter().chain(package).collect()
            }
        }
    }

    /// What a name means in a module.
    fn find(&self, at: usize, name: &str, asked: &mut Asked) -> BTreeSet<Target> {
        let mut found = BTreeSet::new();
        if !asked.insert((at, name.to_owned())) {
            return found;
        }
        let module = &self.modules[at];
        found.extend(module.children.get(name).map(|child| Target::Module(*child)));
        if module.items.contains(name) {
            found.insert(Target::Item(at));
        }
        for import in module.imports.iter().filter(|import| import.name.as_deref() == Some(name)) {
            found.extend(self.walk(at, &import.path, asked).pop().unwrap_or_default());
        }
        if found.is_empty() {
            for import in module.imports.iter().filter(|import| import.name.is_none()) {
                let path: Vec<String> = import.path.iter().cloned().chain([name.to_owned()]).collect();
                found.extend(self.walk(at, &path, asked).pop().unwrap_or_default());
            }
        }
        asked.remove(&(at, name.to_owned()));
        found
    }

    /// Every path of a module's code and of its imports.
    pub fn written<'a>(&self, module: &'a Module) -> impl Iterator<Item = &'a [String]> {
        let own = module.imports.iter().map(|import| &import.path[..]);
        own.chain(module.paths.iter().map(|path| &path[..]))
    }

    /// Which files each file takes something from; what it only passes on, it does not take.
    pub fn uses(&self) -> BTreeMap<&str, BTreeSet<&str>> {
        let mut uses: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (at, module) in self.modules.iter().enumerate() {
            let own = uses.entry(&module.file).or_default();
            let taken = module.imports.iter().filter(|import| !import.passed_on).map(|import| &import.path);
            for target in taken.chain(&module.paths).flat_map(|path| self.resolve(at, path)) {
                own.extend(matches!(target, Target::Item(_)).then(|| &*self.modules[target.module()].file));
            }
            own.remove(&*module.file);
        }
        uses
    }
}
