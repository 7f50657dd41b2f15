//! What clerks download: the desk. A binary of its own, so that a citizen never pays for it; its pages come with a
//! later issue, and until then it holds nothing.

// Nobody downloads a program with a fault of `make faults` in it.
const _: () = assert!(!domain::SEEDED);

fn main() {}
