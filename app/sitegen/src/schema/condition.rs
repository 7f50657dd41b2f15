//! `when`: the only part of the format that nests.

use std::borrow::Cow;

use indexmap::IndexMap;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

/// `when = { giay-chung-sinh = "khong-co", lam-chung = ["co"] }`: every named question was answered with one of its
/// options. `any = [{…}, {…}]` and `all = [{…}]` combine; `"office.mountain" = "yes"` asks a fact about the commune.
#[derive(Debug, Clone, Deserialize)]
#[serde(transparent)]
pub struct When(pub IndexMap<String, WhenValue>);

/// What stands behind a key of [`When`].
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum WhenValue {
    /// One option, or any of several.
    Options(OneOrMore),
    /// Only behind `any` and `all`.
    Parts(Vec<When>),
}

/// One or several.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum OneOrMore {
    /// A single value.
    One(String),
    /// Any of these.
    More(Vec<String>),
}

impl OneOrMore {
    /// The values, however they were written.
    pub fn values(&self) -> &[String] {
        match self {
            Self::One(value) => std::slice::from_ref(value),
            Self::More(values) => values,
        }
    }
}

/// Written by hand, because the derived schema says of a wrong value only that it is none of three things.
impl JsonSchema for When {
    fn schema_name() -> Cow<'static, str> {
        "When".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let this = generator.subschema_for::<Self>();
        json_schema!({
            "type": "object",
            "minProperties": 1,
            "properties": {
                "any": {
                    "description": "Chỉ cần một trong các điều kiện này đúng.",
                    "type": "array",
                    "minItems": 1,
                    "items": this,
                },
                "all": {
                    "description": "Mọi điều kiện này đều phải đúng.",
                    "type": "array",
                    "minItems": 1,
                    "items": this,
                },
            },
            "additionalProperties": {
                "description": "Câu hỏi = lựa chọn; nhiều lựa chọn thì đặt trong ngoặc vuông: [\"a\", \"b\"].",
                "type": ["string", "array"],
                "minItems": 1,
                "items": { "type": "string" },
            },
        })
    }
}
