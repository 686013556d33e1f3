//! Times of Dynaent and of hand-written code, side by side.

use criterion::{Criterion, criterion_group, criterion_main};
use dynaent_benches::pairs::{Measure, measure, time};

struct Timed<'a>(&'a mut Criterion);

impl Measure for Timed<'_> {
    fn pair<I, A, B>(
        &mut self,
        name: &'static str,
        input: impl Fn() -> I,
        dynaent: impl Fn(I) -> A,
        by_hand: impl Fn(I) -> B,
    ) {
        let mut group = self.0.benchmark_group(name);
        group.bench_function("dynaent", |bencher| bencher.iter_custom(|calls| time(calls, &input, &dynaent)));
        group.bench_function("by hand", |bencher| bencher.iter_custom(|calls| time(calls, &input, &by_hand)));
        group.finish();
    }
}

fn requests(criterion: &mut Criterion) {
    measure(&mut Timed(criterion));
}

criterion_group!(benches, requests);
criterion_main!(benches);
