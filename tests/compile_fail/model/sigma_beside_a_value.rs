//! A letter in a template whose lower case depends on the value beside it. The other templates have such letters where it
//! does not.

use dynaent::Entity;

#[derive(Entity)]
#[entity(service = "myapp", name = "Word", version = "1")]
#[index(primary, pk(template = "ΑΣ${word}"), sk(template = "ΣΑ-${word}ΟΔΟΣ"))]
#[index(by_word, gsi = "gsi1", pk(template = "ΑΣ${word}", casing = "upper"), sk = [])]
struct Word {
    word: String,
}

fn main() {
    let _ = Word::get().word("x");
}
