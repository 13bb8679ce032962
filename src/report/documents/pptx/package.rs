//! The file as a package of parts: what each is, which it names, and all of them in one archive.

use super::xml::Node;
use std::io::{self, Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// What all kinds of relationships begin with.
const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
/// What most content types begin with.
const TYPE: &str = "application/vnd.openxmlformats-officedocument.";

/// A part of the package.
struct Member {
    name: String,
    content: String,
    bytes: Vec<u8>,
}

/// The package in the making.
#[derive(Default)]
pub struct Package {
    members: Vec<Member>,
}

/// The parts that a part names, each by a number of its own.
#[derive(Default)]
pub struct Relations {
    all: Vec<(String, String)>,
}

impl Relations {
    /// Names a part and says by what id; `kind` is the last word of the kind, `target` the way from the naming part.
    pub fn to(&mut self, kind: &str, target: impl Into<String>) -> String {
        let kind = if kind.contains("://") { kind.to_owned() } else { format!("{KIND}{kind}") };
        self.all.push((kind, target.into()));
        format!("rId{}", self.all.len())
    }

    fn part(&self) -> io::Result<Vec<u8>> {
        let root =
            Node::new("Relationships").with("xmlns", "http://schemas.openxmlformats.org/package/2006/relationships");
        let one = |(place, (kind, target)): (usize, &(String, String))| {
            Node::new("Relationship").with("Id", format!("rId{}", place + 1)).with("Type", kind).with("Target", target)
        };
        root.nodes(self.all.iter().enumerate().map(one)).part()
    }
}

impl Package {
    /// Adds a part; `content` is its content type, the beginning left out where it is that of office documents.
    pub fn add(&mut self, name: impl Into<String>, content: &str, bytes: impl Into<Vec<u8>>) {
        let content = if content.contains('/') { content.to_owned() } else { format!("{TYPE}{content}") };
        self.members.push(Member { name: name.into(), content, bytes: bytes.into() });
    }

    /// Adds what a part names; the package itself is the part without a name.
    ///
    /// # Errors
    /// None that memory does not have.
    pub fn relate(&mut self, name: &str, relations: &Relations) -> io::Result<()> {
        let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
        let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let content = "application/vnd.openxmlformats-package.relationships+xml";
        self.add(format!("{folder}_rels/{file}.rels"), content, relations.part()?);
        Ok(())
    }

    /// The bytes of the file: the same for the same parts, since none is dated.
    ///
    /// # Errors
    /// If the archive would be larger than one can be.
    pub fn finish(self) -> io::Result<Vec<u8>> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        let undated = SimpleFileOptions::default().last_modified_time(DateTime::default());
        let packed = undated.compression_method(CompressionMethod::Deflated);
        // Pictures are packed already.
        let stored = undated.compression_method(CompressionMethod::Stored);
        archive.start_file("[Content_Types].xml", packed)?;
        archive.write_all(&self.content_types()?)?;
        for Member { name, bytes, .. } in &self.members {
            archive.start_file(name.as_str(), if name.ends_with(".png") { stored } else { packed })?;
            archive.write_all(bytes)?;
        }
        Ok(archive.finish()?.into_inner())
    }

    /// What each part is: relationships, XML, pictures and workbooks by their endings, all else by name.
    fn content_types(&self) -> io::Result<Vec<u8>> {
        let root = Node::new("Types").with("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types");
        let sheet = format!("{TYPE}spreadsheetml.sheet");
        let endings = [
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            ("xml", "application/xml"),
            ("png", "image/png"),
            ("xlsx", sheet.as_str()),
        ];
        let ending = |(ending, content): (&str, &str)| {
            Node::new("Default").with("Extension", ending).with("ContentType", content)
        };
        let by_name = self.members.iter().filter(|part| part.name.ends_with(".xml"));
        let named = |part: &Member| {
            Node::new("Override").with("PartName", format!("/{}", part.name)).with("ContentType", &part.content)
        };
        root.nodes(endings.into_iter().map(ending)).nodes(by_name.map(named)).part()
    }
}
