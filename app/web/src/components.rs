//! Inert pieces that pages are made of, one file each.

pub mod come_back;
pub mod controls;
pub mod frame;
pub mod phone;
pub mod picture;
pub mod requirement_card;
pub mod said;
pub mod validity;
