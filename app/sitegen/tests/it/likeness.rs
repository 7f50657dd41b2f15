//! Pictograms of the published content can be told apart by somebody who does not read.

use std::path::Path;

use sitegen::content::Files;
use sitegen::likeness::{ANSWERS_APART, APART, Looks, Pair, SAME};

fn published() -> (Files, Looks) {
    let files = Files::read(Path::new("../content"), Path::new("../../public/pictograms"));
    let looks = Looks::of(&files).expect("every pictogram is a drawing");
    (files, looks)
}

fn said(pair: &Pair) -> String {
    format!("{:.1} {} {}\n", pair.distance, pair.one, pair.other)
}

#[test]
fn no_two_pictograms_that_mean_different_things_look_alike() {
    let (_, looks) = published();
    assert!(looks.count() > 300, "{}", looks.count());
    let pairs = looks.pairs();
    let alike: String = pairs.iter().filter(|pair| pair.distance < APART && !pair.is_same()).map(said).collect();
    let nearest: String = pairs.iter().take(40).map(said).collect();
    assert!(alike.is_empty(), "nearer than {APART}:\n{alike}\nthe nearest of all:\n{nearest}");
}

#[test]
fn the_answers_to_a_question_look_even_less_alike() {
    let (files, looks) = published();
    let answers = looks.answers(&files);
    assert!(answers.len() > 100, "{}", answers.len());
    let lines = |(question, pair): &(String, Pair)| format!("{question}: {}", said(pair));
    let alike: String = answers.iter().filter(|(_, pair)| pair.distance < ANSWERS_APART).map(lines).collect();
    let nearest: String = answers.iter().take(20).map(lines).collect();
    assert!(alike.is_empty(), "nearer than {ANSWERS_APART}:\n{alike}\nthe nearest of all:\n{nearest}");
}

#[test]
fn pairs_that_mean_the_same_are_drawn_and_named_in_order() {
    let (_, looks) = published();
    let pairs = looks.pairs();
    for (one, other, why) in SAME {
        assert!(pairs.iter().any(|pair| pair.one == *one && pair.other == *other), "{one} and {other}: {why}");
    }
}
