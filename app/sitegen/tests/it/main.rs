//! One small good site in `tests/fixtures/good`, and what becomes of it when it is broken in every way that has a
//! sentence of its own.

mod booklet;
mod calendar;
mod days;
mod desk;
mod eye;
mod faults;
mod fixture;
mod kept;
mod likeness;
mod lines;
mod lock;
mod overlay;
mod pictures;
mod preview;
mod problems;
mod published;
mod schema;
mod sheet;
mod site;
mod spelling;
mod tidy;
