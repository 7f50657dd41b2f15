//! How old a list is and who stands for it: readable without script, kept honest by `boot.js` once the day has passed.

use domain::Procedure;
use leptos::prelude::*;

use super::said::{said, said_on};
use crate::Messages;

/// "Đúng đến hết …", or that it is old, and whether the commune approved it.
pub fn validity(messages: &Messages, procedure: &Procedure) -> impl IntoView + use<> {
    view! {
        <p class="validity">
            <b>
                {match &procedure.approved {
                    Some(approval) => said_on(&messages.approved, approval.date).into_any(),
                    None => said(&messages.not_approved).into_any(),
                }}
            </b>
            " · "
            <span data-valid-until=procedure.review_by.to_string()>
                {said_on(&messages.valid_until, procedure.review_by)}
            </span>
            <strong data-expired="" hidden=true>
                {said(&messages.expired)}
            </strong>
            " · "
            {said_on(&messages.checked, procedure.checked)}
        </p>
    }
}
