//! Whether a file has the shape of its kind: every error of the JSON schema, said in Vietnamese at its place.

use std::sync::LazyLock;

use jsonschema::error::ValidationErrorKind;
use jsonschema::{ValidationError, Validator};
use serde_json::Value;

use crate::check::to_id;
use crate::diagnostics::{Explanation, Problem, ProblemKind, did_you_mean, listed};
use crate::schema::{self, FileKind};
use crate::source::{Place, Source};

struct Shape {
    kind: FileKind,
    schema: Value,
    validator: Validator,
}

static SHAPES: LazyLock<Vec<Shape>> = LazyLock::new(|| {
    FileKind::ALL
        .into_iter()
        .map(|kind| {
            let schema = schema::json(kind);
            let validator = jsonschema::draft7::new(&schema).expect("a test builds every schema");
            Shape { kind, schema, validator }
        })
        .collect()
});

/// Everything about a file that its schema does not allow.
pub(super) fn problems(source: &Source, kind: FileKind, json: &Value) -> Vec<Problem> {
    let Some(shape) = SHAPES.iter().find(|shape| shape.kind == kind) else { return Vec::new() };
    let explainer = Explainer { source, schema: &shape.schema };
    shape.validator.iter_errors(json).flat_map(|error| explainer.explain(&error)).collect()
}

/// What serde refuses although the schema allows it: a gap in our schema, which the editor still has to get past.
pub(super) fn not_covered(source: &Source, error: &str) -> Problem {
    source.problem(
        ProblemKind::WrongForm,
        &Place::root(),
        Explanation {
            message: format!("tệp không đúng dạng (máy nói: {error})"),
            expected: "trong tệp này".to_owned(),
            advice: "so với tệp cùng loại".to_owned(),
        },
    )
}

struct Explainer<'a> {
    source: &'a Source,
    schema: &'a Value,
}

impl Explainer<'_> {
    fn explain(&self, error: &ValidationError<'_>) -> Vec<Problem> {
        let place = Place::from_pointer(error.instance_path().as_str());
        let rule = self.rule(error);
        match error.kind() {
            ValidationErrorKind::AdditionalProperties { unexpected } => {
                unexpected.iter().map(|key| self.unknown_key(&place, key, rule)).collect()
            }
            ValidationErrorKind::Required { property } => {
                vec![self.missing_key(&place, property.as_str().unwrap_or_default(), rule)]
            }
            ValidationErrorKind::PropertyNames { error } => vec![self.bad_key(&place, error)],
            ValidationErrorKind::Type { .. } => vec![self.wrong_type(&place, rule)],
            ValidationErrorKind::Pattern { pattern } => vec![self.wrong_form(&place, pattern)],
            ValidationErrorKind::Enum { .. }
            | ValidationErrorKind::Constant { .. }
            | ValidationErrorKind::AnyOf { .. }
            | ValidationErrorKind::OneOfNotValid { .. } => vec![self.not_one_of(&place, rule)],
            ValidationErrorKind::Minimum { .. } | ValidationErrorKind::Maximum { .. } => {
                vec![self.out_of_range(&place, rule)]
            }
            ValidationErrorKind::MinItems { .. }
            | ValidationErrorKind::MaxItems { .. }
            | ValidationErrorKind::MinProperties { .. } => vec![self.list_length(&place, rule)],
            ValidationErrorKind::MinLength { .. } => vec![self.empty(&place)],
            _ => vec![not_covered(self.source, &error.to_string())],
        }
    }

    /// The part of the schema that was not fulfilled.
    fn rule(&self, error: &ValidationError<'_>) -> &Value {
        let path = error.schema_path().as_str();
        let parent = path.rsplit_once('/').map_or("", |(parent, _)| parent);
        self.schema.pointer(parent).unwrap_or(&Value::Null)
    }

    fn unknown_key(&self, place: &Place, key: &str, rule: &Value) -> Problem {
        let known: Vec<&str> = rule["properties"].as_object().into_iter().flatten().map(|(key, _)| &**key).collect();
        let listed = listed(known.iter().copied());
        self.source.problem_with_key(
            ProblemKind::UnknownKey,
            &place.key(key),
            Explanation {
                message: format!("ở đây không có mục nào tên là `{key}`"),
                expected: format!("có thể là: {listed}"),
                advice: did_you_mean(key, known, &self.home_of(key, place)),
            },
        )
    }

    /// Where a key belongs that stands in the wrong table. In TOML a line under a heading belongs to that heading, so
    /// a line added at the end of a file lands in its last table.
    fn home_of(&self, key: &str, place: &Place) -> String {
        let root = &self.schema["properties"];
        if *place != Place::root() && root.get(key).is_some() {
            return format!("dời `{key}` lên đầu tệp, trước dòng `[…]` đầu tiên");
        }
        let home = root.as_object().into_iter().flatten().find_map(|(table, rule)| {
            let one = rule["properties"].get(key).map(|_| format!("[{table}]"));
            one.or_else(|| rule["items"]["properties"].get(key).map(|_| format!("[[{table}]]")))
        });
        match home {
            Some(heading) => format!("dời `{key}` xuống dưới dòng `{heading}`, hoặc xóa"),
            None => "xóa dòng này".to_owned(),
        }
    }

    fn missing_key(&self, place: &Place, key: &str, rule: &Value) -> Problem {
        let property = &rule["properties"][key];
        let description = property["description"].as_str().unwrap_or("mục này phải có");
        self.source.problem(
            ProblemKind::MissingKey,
            place,
            Explanation {
                message: format!("thiếu `{key}`"),
                expected: description.to_owned(),
                advice: format!("thêm dòng `{}`", sample(key, property)),
            },
        )
    }

    fn bad_key(&self, place: &Place, error: &ValidationError<'_>) -> Problem {
        let key = error.instance().as_str().unwrap_or_default().to_owned();
        let is_message =
            matches!(error.kind(), ValidationErrorKind::Pattern { pattern } if pattern == schema::MESSAGE_KEY);
        let (expected, better) = match is_message {
            true => ("chữ thường không dấu, số và gạch dưới", to_id(&key).replace('-', "_")),
            false => ("chữ thường không dấu, số và gạch ngang", to_id(&key)),
        };
        self.source.problem_with_key(
            ProblemKind::BadId,
            &place.key(&key),
            Explanation {
                message: format!("`{key}` không dùng làm tên được"),
                expected: expected.to_owned(),
                advice: format!("gõ `{better}`"),
            },
        )
    }

    fn wrong_type(&self, place: &Place, rule: &Value) -> Problem {
        let expected = match &rule["type"] {
            Value::Array(types) => {
                types.iter().filter_map(Value::as_str).map(type_name).collect::<Vec<_>>().join(", hoặc ")
            }
            Value::String(only) => type_name(only).to_owned(),
            _ => "giá trị loại khác".to_owned(),
        };
        self.source.problem(
            ProblemKind::WrongType,
            place,
            Explanation {
                message: format!("`{}` không đúng loại", self.name(place)),
                expected: format!("cần {expected}"),
                advice: self.retyped(place, rule),
            },
        )
    }

    /// How to type it so that the type is right, as far as one can tell from what was typed.
    fn retyped(&self, place: &Place, rule: &Value) -> String {
        let typed = self.source.typed(place).trim();
        let bare = typed.trim_matches('"');
        let key = place.last();
        if place.passes("when") {
            return match key {
                "office" => "tên có dấu chấm phải đặt trong ngoặc kép: `\"office.mountain\" = \"yes\"`".to_owned(),
                "any" | "all" => format!("gõ `{key} = [{{ cau-hoi = \"lua-chon\" }}, {{ … }}]`"),
                _ => format!("gõ tên lựa chọn trong ngoặc kép: `{key} = \"…\"`"),
            };
        }
        let wanted = rule["type"].as_str().or_else(|| rule["type"][0].as_str()).unwrap_or_default();
        let value = match wanted {
            "string" if typed.starts_with("[\"") && typed.matches('"').count() == 2 => {
                typed[1..typed.len() - 1].to_owned()
            }
            "string" if !typed.starts_with(['[', '{']) && !typed.is_empty() => format!("\"{bare}\""),
            "array" if typed.starts_with('"') => format!("[{typed}]"),
            "integer" if bare.parse::<i64>().is_ok() => bare.to_owned(),
            "boolean" if ["true", "false"].contains(&bare) => bare.to_owned(),
            _ => sample_value(rule),
        };
        match key.parse::<usize>() {
            Ok(_) => format!("gõ `{value}`"),
            Err(_) => format!("gõ `{}`", line(key, &value)),
        }
    }

    fn wrong_form(&self, place: &Place, pattern: &str) -> Problem {
        let typed = self.source.typed(place).trim_matches('"');
        let (kind, expected, advice) = match pattern {
            schema::ID => {
                (ProblemKind::BadId, "chữ thường không dấu, số và gạch ngang", format!("gõ `\"{}\"`", to_id(typed)))
            }
            schema::DAY => (
                ProblemKind::NotADay,
                "ngày viết năm-tháng-ngày",
                format!("gõ `{}`", day_from(typed).unwrap_or_else(|| "2026-11-23".to_owned())),
            ),
            schema::SMS => (
                ProblemKind::BadSms,
                "1 đến 16 chữ: chữ không dấu, số, dấu cách và . , - /",
                format!("gõ `\"{}\"`", short_name(typed, 16)),
            ),
            schema::SMS_NAME => (
                ProblemKind::BadSms,
                "1 đến 18 chữ: chữ không dấu, số, dấu cách và . , - /",
                format!("gõ `\"{}\"`", short_name(typed, 18)),
            ),
            schema::CODE => (ProblemKind::WrongForm, "mã như \"1.001193\"", "chép mã từ Cổng Dịch vụ công".to_owned()),
            schema::COMMUNE_CODE => {
                (ProblemKind::WrongForm, "5 chữ số", "gõ đủ 5 chữ số, ví dụ `\"04585\"`".to_owned())
            }
            schema::PHONE => {
                let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
                let digits = digits.strip_prefix("84").map_or(digits.clone(), |rest| format!("0{rest}"));
                (ProblemKind::WrongForm, "3 đến 11 chữ số, viết liền", format!("gõ `\"{digits}\"`"))
            }
            schema::URL => (
                ProblemKind::WrongForm,
                "địa chỉ đầy đủ, không có dấu cách",
                "bắt đầu bằng `https://`; không có địa chỉ thì bỏ dòng này".to_owned(),
            ),
            schema::HOST => (
                ProblemKind::WrongForm,
                "chỉ tên miền, không có https:// và dấu /",
                "gõ như `\"dugiayto.example\"`".to_owned(),
            ),
            schema::EMAIL => {
                (ProblemKind::WrongForm, "địa chỉ như \"ten@noi.vn\"", "không có thì bỏ dòng này".to_owned())
            }
            schema::TONGUE => {
                (ProblemKind::WrongForm, "mã ngôn ngữ 2 hoặc 3 chữ", "ví dụ `\"vi\"`, `\"hmn\"`".to_owned())
            }
            _ => (ProblemKind::WrongForm, "dạng khác", "xem ví dụ ở tệp cùng loại".to_owned()),
        };
        self.source.problem(
            kind,
            place,
            Explanation { message: format!("`{typed}` không đúng dạng"), expected: expected.to_owned(), advice },
        )
    }

    fn not_one_of(&self, place: &Place, rule: &Value) -> Problem {
        let typed = self.source.typed(place).trim_matches('"').to_owned();
        let choices = choices(rule);
        let words = choices.iter().map(|(value, _)| value.as_str()).filter(|value| !value.is_empty());
        let said: Vec<String> = choices
            .iter()
            .map(|(value, meaning)| match (value.is_empty(), meaning.is_empty()) {
                (true, _) => meaning.clone(),
                (false, true) => format!("`{value}`"),
                (false, false) => format!("`{value}` ({meaning})"),
            })
            .collect();
        self.source.problem(
            ProblemKind::NotOneOf,
            place,
            Explanation {
                message: format!("`{}` không thể là `{typed}`", self.name(place)),
                expected: "không có trong các giá trị được phép".to_owned(),
                advice: match crate::diagnostics::nearest(&typed, words) {
                    Some(near) => format!("có phải ý bạn là `{near}`? Có thể gõ: {}", said.join("; ")),
                    None => format!("gõ một trong: {}", said.join("; ")),
                },
            },
        )
    }

    fn out_of_range(&self, place: &Place, rule: &Value) -> Problem {
        let least = rule["minimum"].as_i64().unwrap_or(0);
        let (expected, advice) = match rule["maximum"].as_i64() {
            Some(most) => (format!("số từ {least} đến {most}"), format!("gõ một số từ {least} đến {most}")),
            None => (format!("số từ {least} trở lên"), format!("gõ một số từ {least} trở lên")),
        };
        self.source.problem(
            ProblemKind::OutOfRange,
            place,
            Explanation {
                message: format!("`{}` không thể là {}", self.name(place), self.source.typed(place)),
                expected,
                advice,
            },
        )
    }

    fn list_length(&self, place: &Place, rule: &Value) -> Problem {
        let least = rule["minItems"].as_u64().unwrap_or(1);
        let expected = match rule["maxItems"].as_u64() {
            Some(most) => format!("cần từ {least} đến {most} mục"),
            None => format!("cần ít nhất {least} mục"),
        };
        let advice = match (place.last(), rule["maxItems"].as_u64()) {
            ("options", Some(_)) => "chia thành hai câu hỏi nối nhau; \"không biết\" luôn có sẵn, đừng viết".to_owned(),
            ("when", _) => "bỏ dòng `when`, hoặc viết điều kiện: `when = { cau-hoi = \"lua-chon\" }`".to_owned(),
            (_, _) => "thêm hoặc bớt cho đủ; không có gì để viết thì hỏi lại nguồn".to_owned(),
        };
        self.source.problem_with_key(
            ProblemKind::ListLength,
            place,
            Explanation { message: format!("`{}` không đúng số mục", self.name(place)), expected, advice },
        )
    }

    fn empty(&self, place: &Place) -> Problem {
        self.source.problem(
            ProblemKind::EmptyText,
            place,
            Explanation {
                message: format!("`{}` chưa có chữ nào", self.name(place)),
                expected: "cần chữ".to_owned(),
                advice: "viết vào, hoặc bỏ cả dòng nếu mục này không bắt buộc".to_owned(),
            },
        )
    }

    /// What to call a place in a sentence: its key; in a list, what was typed.
    fn name(&self, place: &Place) -> String {
        match place.last().parse::<usize>() {
            Ok(_) => self.source.typed(place).to_owned(),
            Err(_) => place.last().to_owned(),
        }
    }
}

/// Values a rule allows, with their meaning; a meaning alone stands for values that cannot be listed.
fn choices(rule: &Value) -> Vec<(String, String)> {
    let meaning = |rule: &Value| rule["description"].as_str().unwrap_or_default().to_owned();
    if let Some(value) = rule["const"].as_str() {
        return vec![(value.to_owned(), meaning(rule))];
    }
    if let Some(values) = rule["enum"].as_array() {
        return values.iter().filter_map(|value| Some((value.as_str()?.to_owned(), String::new()))).collect();
    }
    match rule["oneOf"].as_array().or_else(|| rule["anyOf"].as_array()) {
        Some(rules) => rules.iter().flat_map(choices).collect(),
        None => vec![(String::new(), meaning(rule))],
    }
}

fn type_name(name: &str) -> &'static str {
    match name {
        "string" => "chữ trong ngoặc kép",
        "integer" => "số, không có ngoặc kép",
        "boolean" => "`true` hoặc `false`",
        "array" => "danh sách trong ngoặc vuông",
        "object" => "bảng",
        _ => "giá trị loại khác",
    }
}

/// A line that an editor can copy and fill in.
fn sample(key: &str, rule: &Value) -> String {
    line(key, &sample_value(rule))
}

fn line(key: &str, value: &str) -> String {
    match value {
        "[[]]" => format!("[[{key}]]"),
        "[]" => format!("[{key}]"),
        value => format!("{key} = {value}"),
    }
}

/// `[[]]` and `[]` stand for headings of tables.
fn sample_value(rule: &Value) -> String {
    if rule["pattern"] == schema::DAY {
        return "2026-11-23".to_owned();
    }
    if let Some((value, _)) = choices(rule).into_iter().find(|(value, _)| !value.is_empty()) {
        return format!("\"{value}\"");
    }
    match rule["type"].as_str().unwrap_or_default() {
        "integer" => rule["minimum"].as_i64().unwrap_or(1).to_string(),
        "boolean" => "true".to_owned(),
        "array" if rule["items"]["type"] == "object" => "[[]]".to_owned(),
        "array" => format!("[{}]", sample_value(&rule["items"])),
        "object" => "[]".to_owned(),
        _ => "\"…\"".to_owned(),
    }
}

/// `23/11/2026` or `23-11-2026` as TOML writes it.
fn day_from(typed: &str) -> Option<String> {
    let date_part = typed.split(['T', ' ']).next()?;
    let parts: Vec<u32> = date_part.split(['/', '-', '.']).map(str::parse).collect::<Result<_, _>>().ok()?;
    match *parts.as_slice() {
        [day, month, year] if year > 31 => Some(format!("{year:04}-{month:02}-{day:02}")),
        [year, month, day] if year > 31 => Some(format!("{year:04}-{month:02}-{day:02}")),
        _ => None,
    }
}

/// The short name that comes nearest to what was typed.
fn short_name(typed: &str, letters: usize) -> String {
    let plain: String = domain::sms::without_accents(typed)
        .chars()
        .filter(|letter| letter.is_ascii_alphanumeric() || " .,/-".contains(*letter))
        .collect();
    plain.chars().take(letters).collect::<String>().trim_end().to_owned()
}
