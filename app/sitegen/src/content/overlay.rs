//! Putting other words into a site: translations, and the made-up language that shows forgotten strings.

use domain::Site;
use serde_json::Value;

/// Replaces the text of every [`domain::Words`] for which `text` knows another; it is called with the string's id and
/// its Vietnamese text.
///
/// It walks the serialised site, where a string is an object with exactly `id` and `text`, instead of naming fields:
/// so it cannot forget the next one that is added to the domain.
///
/// # Panics
/// Never: a site comes back from its own serialised form.
pub fn overlay(site: &mut Site, text: &dyn Fn(&str, &str) -> Option<String>) {
    let mut value = serde_json::to_value(&*site).expect("a site has only text keys and finite numbers");
    replace(&mut value, text);
    *site = serde_json::from_value(value).expect("only texts were replaced, by texts");
}

fn replace(value: &mut Value, text: &dyn Fn(&str, &str) -> Option<String>) {
    match value {
        Value::Array(values) => values.iter_mut().for_each(|value| replace(value, text)),
        Value::Object(object) => {
            if object.len() == 2
                && let (Some(Value::String(id)), Some(Value::String(vietnamese))) =
                    (object.get("id"), object.get("text"))
            {
                if let Some(other) = text(id, vietnamese) {
                    object.insert("text".to_owned(), Value::String(other));
                }
                return;
            }
            object.values_mut().for_each(|value| replace(value, text));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
