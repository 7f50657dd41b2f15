//! The JSON schemas that editors' programs read.

use std::fs;
use std::path::Path;

use sitegen::schema::{FileKind, json};

#[test]
fn the_schemas_for_editors_are_current() {
    let folder = Path::new("../content/schema");
    for kind in FileKind::ALL {
        let path = folder.join(kind.schema_file());
        let current = fs::read_to_string(&path).unwrap_or_default();
        assert!(current == format!("{:#}\n", json(kind)), "{} is old: run `make schema`", path.display());
    }
}

#[test]
fn there_are_no_other_schemas() {
    let known: Vec<&str> = FileKind::ALL.iter().map(|kind| kind.schema_file()).collect();
    for entry in fs::read_dir("../content/schema").unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(known.contains(&name.as_str()), "nothing writes {name}");
    }
}

#[test]
fn every_key_of_every_schema_has_a_vietnamese_help_text() {
    for kind in FileKind::ALL {
        let schema = json(kind);
        let mut open = vec![(kind.schema_file().to_owned(), &schema)];
        while let Some((place, value)) = open.pop() {
            for (key, value) in value["properties"].as_object().into_iter().flatten() {
                assert!(value["description"].is_string(), "{place}: {key} has no description");
            }
            match value {
                serde_json::Value::Object(object) => {
                    open.extend(object.iter().map(|(key, value)| (format!("{place}/{key}"), value)));
                }
                serde_json::Value::Array(values) => {
                    open.extend(values.iter().map(|value| (place.clone(), value)));
                }
                _ => {}
            }
        }
    }
}
