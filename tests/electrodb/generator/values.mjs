// The values that are tried, by the attribute's type: plain ones, and odd ones.

import { sidesOf } from "./models.mjs";
import { partsOf } from "./schema.mjs";

const MAX = Number.MAX_SAFE_INTEGER;
const UNICODE = "Ünïcødé İ ß Σ 😀";

const PLAIN = {
  // Prefixes of each other, of another case, with characters that mean something in keys.
  text: ["a", "ab", "abc", "a b", "A", "aB", "b", "B2", "a_b", "a#b", "a$b", "10", "9", "z", "straße"],
  digits: ["0", "7", "42", "10", "9", "-3"],
  int: [0, 1, 2, 9, 10, 42, -1, -42, 100],
  uint: [0, 1, 2, 9, 10, 42, 100],
  fraction: [0, 1, 2.5, 9, 10, -1, 0.25, 100.125],
  float: [0, 1.5, -12.25],
  flag: [true, false],
  shade: ["light", "Dark", "Very Dark"],
  list: [["One", "two"], []],
  map: [{ x: "1", "Y z": "" }],
  texts: [["b", "a", "b"], ["x"]],
  numbers: [[3, 1, 3], [-5]],
};

const ODD = {
  // Case mappings that depend on context or change the length; nothing but punctuation; a long one.
  text: [UNICODE, "ΟΔΟΣ Σ.Α ΑΣ.", "Σ", "ΑΣ", "ŉ ﬁn ǅ ΐ İI", "İ", "ß", "😀", "#", "_", "$", " ", " a  b ", "\u0001~\u007f", `Long ${"x".repeat(250)}`],
  digits: ["007", "12abc", "12.9", "abc", " 5", "+4", "123456789012"],
  int: [MAX, -MAX, 1000000, -7],
  uint: [4294967295, 12345],
  fraction: [1e-7, 0.1 + 0.2, MAX, -MAX, -12.5, 1.5e-9, 123456.789],
  float: [1e-7, 0.1 + 0.2, MAX],
  map: [{ x: "é", "Y z": "B" }, { x: "", "Y z": "#" }],
};

/** Text that has a meaning in the model's keys: what separates composites, and what ends keys. */
function separators(m) {
  const sides = Object.values(m.indexes).filter((index) => !index.multi).flatMap(sidesOf).map((side) => partsOf(m, side));
  return [...new Set(sides.flatMap(({ parts, postfix }) => [...parts.slice(1).map(({ label }) => label), postfix]))].filter(Boolean);
}

/** A value for an attribute; `odd` and `risky` are how probable those are that ElectroDB or DynamoDB may refuse. */
export function valueOf(m, name, rng, { odd = 0, risky = 0 } = {}) {
  const { type, values, only } = m.attributes[name];
  if (only) return rng.pick(only);
  if (type === "text" && rng.chance(risky)) {
    return rng.pick(["", ...separators(m).flatMap((s) => [`x${s}y`, `${s}`.toUpperCase(), `x${[...s].slice(0, -1).join("")}`])]);
  }
  if (ODD[type] && rng.chance(odd)) return rng.pick(ODD[type]);
  return rng.pick([...(values ?? []), ...(values ?? []), ...PLAIN[type]]);
}

/** Values of the partition keys of the seed: few, so that partitions hold several items. */
const COMMON = {
  text: ["a", "a", "a", "Ab"], digits: ["7", "7", "42"], int: [9, 9, -1], uint: [9, 9, 10], fraction: [2.5, 2.5, 10],
  flag: [true, true, false], shade: ["Dark", "Dark", "light"],
};
export function commonValue(m, name, rng) {
  return rng.pick(m.attributes[name].only ?? COMMON[m.attributes[name].type]);
}
