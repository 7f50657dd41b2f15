//! Numbers that are out in the world, on walls and in messages, and never change again.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;

use super::Named;

/// `content/numbers.lock.toml`: written by [`crate::lock::update`], never by hand. Nothing is ever taken out.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Số đã phát hành. Máy ghi tệp này (make lock); đừng sửa tay.")]
pub struct Lock {
    /// Communes by id, each with its number.
    #[serde(default)]
    #[schemars(description = "Số của các xã.")]
    pub communes: IndexMap<String, u8>,
    /// Procedures by slug.
    #[serde(default)]
    #[schemars(description = "Số của các thủ tục và các yêu cầu của chúng.")]
    pub procedures: IndexMap<String, LockedProcedure>,
}

/// One procedure's numbers.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LockedProcedure {
    /// The whole-procedure number.
    #[schemars(description = "Số của thủ tục.", range(min = 1, max = 499))]
    pub number: u16,
    /// Requirements by id, also those that are gone.
    #[serde(default)]
    #[schemars(description = "Số của từng yêu cầu, kể cả yêu cầu đã bỏ.")]
    pub requirements: Named<LockedRequirement>,
}

/// One requirement's number, and what it was when it was first published.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LockedRequirement {
    /// The bit in the list's number.
    #[schemars(description = "Số của yêu cầu.", range(max = 31))]
    pub number: u8,
    /// Whether everybody needed it then: no `when`, no dates, not only "if you have it".
    #[schemars(description = "Lúc phát hành, có phải ai cũng cần không.")]
    pub always: bool,
}
