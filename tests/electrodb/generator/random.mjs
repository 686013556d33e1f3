// Random choices from a fixed seed: the same on every machine.

/** A source of random numbers (mulberry32) that starts from a text. */
export function random(text) {
  let state = [...text].reduce((hash, c) => Math.imul(hash ^ c.codePointAt(0), 16777619) >>> 0, 2166136261);
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const int = (n) => Math.floor(next() * n);
  return {
    /** A whole number below n. */
    int,
    /** Whether something of this probability happens. */
    chance: (p) => next() < p,
    /** A member of the list. */
    pick: (list) => list[int(list.length)],
    /** Some members of the list, each at most once, in a random order. */
    some(list, n) {
      const rest = [...list];
      return Array.from({ length: Math.min(n, rest.length) }, () => rest.splice(int(rest.length), 1)[0]);
    },
  };
}
