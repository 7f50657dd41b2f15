//! Inert pieces that pages are made of, one file each.

pub mod controls;
pub mod frame;
pub mod picture;
pub mod requirement_card;
pub mod said;
pub mod validity;
