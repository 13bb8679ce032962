//! The modules of the packages, read from their files: what each defines, imports and names.

use super::Package;
use super::code::{Import, Reading, Written, imports, is_test, is_test_only};
use std::collections::{BTreeMap, BTreeSet};
use syn::visit::Visit;
use syn::{Item, Visibility};

/// A module: a file, or a part of one in braces.
#[derive(Default)]
pub struct Module {
    /// The place in the list of packages.
    pub package: usize,
    /// Names from the root of its package.
    pub path: Vec<String>,
    pub file: String,
    pub parent: Option<usize>,
    pub children: BTreeMap<String, usize>,
    /// Names that it defines.
    pub items: BTreeSet<String>,
    /// Types among them that others may see.
    pub types: Vec<String>,
    pub imports: Vec<Import>,
    /// Every path in its code, imports aside.
    pub paths: BTreeSet<Written>,
    /// The methods that its code calls.
    pub methods: BTreeSet<String>,
    /// Whether it only opens modules and passes names on.
    pub face: bool,
}

/// Every module of every package, those of tests aside.
pub struct House {
    pub packages: &'static [Package],
    pub modules: Vec<Module>,
    /// The module of each package's first file.
    pub roots: Vec<usize>,
    /// Modules of tests: their files without the ending.
    pub tests: Vec<String>,
}

/// Gives the text of a file, or none where there is none.
type Read<'a> = &'a dyn Fn(&str) -> Option<String>;

impl House {
    /// Reads the packages.
    pub fn of(packages: &'static [Package], read: Read) -> Self {
        let mut house = House { packages, modules: Vec::new(), roots: Vec::new(), tests: Vec::new() };
        for (package, about) in packages.iter().enumerate() {
            let root = house.open(Module { package, file: about.root.into(), ..Module::default() }, read);
            house.roots.push(root);
        }
        house
    }

    /// Opens the file of a module, with all that it declares.
    fn open(&mut self, module: Module, read: Read) -> usize {
        let file = module.file.clone();
        let text = read(&file).unwrap_or_else(|| panic!("{file} cannot be read"));
        let items = syn::parse_file(&text).unwrap_or_else(|e| panic!("{file}: {e}")).items;
        let (folder, name) = file.rsplit_once('/').expect("a file lies in a folder");
        let first = matches!(name, "mod.rs" | "lib.rs" | "main.rs");
        let below = if first { folder.to_owned() } else { format!("{folder}/{}", name.trim_end_matches(".rs")) };
        self.fill(module, &items, &below, read)
    }

    /// Reads the items of a module; the files of those it declares lie in `folder`.
    fn fill(&mut self, module: Module, items: &[Item], folder: &str, read: Read) -> usize {
        let id = self.modules.len();
        self.modules.push(Module { face: true, ..module });
        for item in items {
            match item {
                Item::Mod(declared) => self.declare(id, declared, folder, read),
                item if !is_test(item) => self.modules[id].define(item),
                _ => {}
            }
        }
        id
    }

    /// Opens a module that another declares.
    fn declare(&mut self, parent: usize, declared: &syn::ItemMod, folder: &str, read: Read) {
        let name = declared.ident.to_string();
        let below = format!("{folder}/{name}");
        if is_test_only(&declared.attrs) {
            self.tests.push(below);
            return;
        }
        let Module { package, path, file, .. } = &self.modules[parent];
        let path = path.iter().chain([&name]).cloned().collect();
        let mut module = Module { package: *package, path, parent: Some(parent), ..Module::default() };
        let id = if let Some((_, items)) = &declared.content {
            module.file.clone_from(file);
            self.modules[parent].face = false;
            self.fill(module, items, &below, read)
        } else {
            let alone = format!("{below}.rs");
            module.file = if read(&alone).is_some() { alone } else { format!("{below}/mod.rs") };
            self.open(module, read)
        };
        self.modules[parent].children.insert(name, id);
    }
}

impl Module {
    /// Takes up an item that is no module.
    fn define(&mut self, item: &Item) {
        if let Item::Use(import) = item {
            self.imports.extend(imports(import));
            return;
        }
        self.face = false;
        // `inputs!` makes the inputs of a stage.
        if matches!(item, Item::Macro(made) if made.mac.path.segments.last().is_some_and(|last| last.ident == "inputs"))
        {
            self.items.insert("Inputs".to_owned());
        }
        if let Some(name) = named(item) {
            if is_public_type(item) {
                self.types.push(name.clone());
            }
            self.items.insert(name);
        }
        let mut reading = Reading::default();
        reading.visit_item(item);
        self.imports.extend(reading.imports);
        self.paths.extend(reading.paths);
        self.methods.extend(reading.methods);
    }
}

/// The name that an item defines.
fn named(item: &Item) -> Option<String> {
    let name = match item {
        Item::Const(x) => &x.ident,
        Item::Enum(x) => &x.ident,
        Item::Fn(x) => &x.sig.ident,
        Item::Macro(x) => x.ident.as_ref()?,
        Item::Static(x) => &x.ident,
        Item::Struct(x) => &x.ident,
        Item::Trait(x) => &x.ident,
        Item::Type(x) => &x.ident,
        Item::Union(x) => &x.ident,
        _ => return None,
    };
    Some(name.to_string())
}

/// Whether an item is a type that others may see.
fn is_public_type(item: &Item) -> bool {
    let visibility = match item {
        Item::Enum(x) => &x.vis,
        Item::Struct(x) => &x.vis,
        Item::Trait(x) => &x.vis,
        Item::Type(x) => &x.vis,
        Item::Union(x) => &x.vis,
        _ => return false,
    };
    matches!(visibility, Visibility::Public(_))
}
