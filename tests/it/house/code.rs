//! What code says of other code: its `use` trees, its paths, those in the words of macros too, and the methods it calls.

use proc_macro2::{TokenStream, TokenTree};
use std::collections::BTreeSet;
use syn::visit::{self, Visit};
use syn::{Attribute, Item, ItemUse, UseTree, Visibility};

/// A path as it is written, segment by segment.
pub type Written = Vec<String>;

/// A `use` of one name, or of all that a module has.
#[derive(Debug, PartialEq)]
pub struct Import {
    pub path: Written,
    /// The name it has here; none for `*`.
    pub name: Option<String>,
    /// Whether others may use it from here.
    pub passed_on: bool,
}

/// The names that a `use` brings, one by one.
pub fn imports(item: &ItemUse) -> Vec<Import> {
    let mut found = Vec::new();
    let passed_on = !matches!(item.vis, Visibility::Inherited);
    branches(&item.tree, &mut Vec::new(), &mut |path, name| found.push(Import { path, name, passed_on }));
    found
}

fn branches(tree: &UseTree, before: &mut Written, leaf: &mut impl FnMut(Written, Option<String>)) {
    match tree {
        UseTree::Path(x) => {
            before.push(x.ident.to_string());
            branches(&x.tree, before, leaf);
            before.pop();
        }
        UseTree::Group(x) => x.items.iter().for_each(|tree| branches(tree, before, leaf)),
        UseTree::Glob(_) => leaf(before.clone(), None),
        UseTree::Name(x) if x.ident == "self" => leaf(before.clone(), before.last().cloned()),
        UseTree::Name(x) => leaf([&before[..], &[x.ident.to_string()]].concat(), Some(x.ident.to_string())),
        UseTree::Rename(x) => leaf([&before[..], &[x.ident.to_string()]].concat(), Some(x.rename.to_string())),
    }
}

/// Whether only tests have what bears these attributes.
pub fn is_test_only(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let condition = attribute.meta.require_list().map(|list| list.tokens.to_string()).unwrap_or_default();
        let in_tests = condition == "test" || condition.starts_with("all (test");
        attribute.path().is_ident("test") || attribute.path().is_ident("cfg") && in_tests
    })
}

pub fn is_test(item: &Item) -> bool {
    let attributes = match item {
        Item::Const(x) => &x.attrs,
        Item::Enum(x) => &x.attrs,
        Item::Fn(x) => &x.attrs,
        Item::Impl(x) => &x.attrs,
        Item::Macro(x) => &x.attrs,
        Item::Mod(x) => &x.attrs,
        Item::Static(x) => &x.attrs,
        Item::Struct(x) => &x.attrs,
        Item::Trait(x) => &x.attrs,
        Item::Type(x) => &x.attrs,
        Item::Use(x) => &x.attrs,
        _ => return false,
    };
    is_test_only(attributes)
}

/// What an item says, however deep inside.
#[derive(Default)]
pub struct Reading {
    pub imports: Vec<Import>,
    pub paths: BTreeSet<Written>,
    pub methods: BTreeSet<String>,
}

impl<'ast> Visit<'ast> for Reading {
    fn visit_item(&mut self, item: &'ast Item) {
        if !is_test(item) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        self.imports.extend(imports(item));
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        if !is_test_only(&function.attrs) {
            visit::visit_impl_item_fn(self, function);
        }
    }

    /// `pub(in …)` says who may look, not what is looked at.
    fn visit_visibility(&mut self, _: &'ast Visibility) {}

    /// Documentation is no code.
    fn visit_attribute(&mut self, _: &'ast Attribute) {}

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.paths.insert(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        visit::visit_path(self, path);
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        self.methods.insert(call.method.to_string());
        visit::visit_expr_method_call(self, call);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.visit_path(&call.path);
        self.words(call.tokens.clone());
    }
}

impl Reading {
    /// The paths and methods among the words of a macro, which may be in a language of its own.
    fn words(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let is = |at: usize, sign: char| matches!(tokens.get(at), Some(TokenTree::Punct(p)) if p.as_char() == sign);
        let mut at = 0;
        while at < tokens.len() {
            if let TokenTree::Group(group) = &tokens[at] {
                self.words(group.stream());
            }
            let TokenTree::Ident(first) = &tokens[at] else {
                at += 1;
                continue;
            };
            if at > 0 && is(at - 1, '.') && !(at > 1 && is(at - 2, '.')) {
                self.methods.insert(first.to_string());
                at += 1;
                continue;
            }
            let mut path = vec![first.to_string()];
            at += 1;
            while let (true, true, Some(TokenTree::Ident(next))) = (is(at, ':'), is(at + 1, ':'), tokens.get(at + 2)) {
                path.push(next.to_string());
                at += 3;
            }
            self.paths.insert(path);
        }
    }
}
