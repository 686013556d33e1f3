// What ElectroDB does where Dynaent leaves it on purpose: the requests of a few calls, on the smallest models that show
// it. Written into deviations.json, which deviations.rs runs on an engine.
//
//   node deviations.mjs            write deviations.json
//   node deviations.mjs --check    exit 1 if the deviations.json there is differs

import { readFileSync, writeFileSync } from "node:fs";
import { entityOf, record, wire } from "./wire.mjs";

const FILE = new URL("./deviations.json", import.meta.url);
const str = (more = {}) => ({ type: "string", ...more });
const num = (more = {}) => ({ type: "number", ...more });

const model = { service: "s", entity: "e", version: "1" };
const byId = { pk: { field: "pk", composite: ["id"] }, sk: { field: "sk", composite: [] } };
const index = (pk, sk, more = {}) => ({
  index: "gsi1",
  pk: { field: "gsi1pk", ...pk },
  ...(sk ? { sk: { field: "gsi1sk", ...sk } } : {}),
  ...more,
});
const schema = (attributes, indexes) => ({ model, attributes: { id: str(), ...attributes }, indexes: { primary: byId, ...indexes } });

const deviations = {
  // A key of two composites, the first of which can hold the second's label.
  ambiguous: [
    { model, attributes: { tenant: str(), user: str() }, indexes: { primary: { pk: { field: "pk", composite: ["tenant", "user"] } } } },
    (e) => ({
      put: e.put({ tenant: "x#user_y", user: "z" }),
      get: e.get({ tenant: "x", user: "y#user_z" }),
    }),
  ],
  // Two composites with nothing between them.
  unseparated: [
    { model, attributes: { a: str(), b: str() }, indexes: { primary: { pk: { field: "pk", template: "${a}${b}" } } } },
    (e) => ({ put: e.put({ a: "x", b: "yz" }), get: e.get({ a: "xy", b: "z" }) }),
  ],
  empty: [schema({ a: str() }, { g: index({ composite: ["a"] }, { composite: [] }) }), (e) => ({ put: e.put({ id: "1", a: "" }) })],
  // Half-present indexes: the sort key's attribute without the partition key's, and some of the partition key's.
  dangling: [
    schema({ a: str(), b: str() }, { g: index({ composite: ["a"] }, { composite: ["b"] }) }),
    (e) => ({ put: e.put({ id: "1", b: "b" }), upsert: e.upsert({ id: "1", b: "b" }) }),
  ],
  half: [
    schema({ a: str(), b: str() }, { g: index({ composite: ["a", "b"] }, { composite: [] }) }),
    (e) => ({ put: e.put({ id: "1", a: "a" }) }),
  ],
  // Indexes of which a side, or both, has no composite.
  static: [
    schema({ n: str() }, {
      all: index({ composite: [] }, { composite: [] }),
      sorted: { index: "gsi2", pk: { field: "gsi2pk", composite: [] }, sk: { field: "gsi2sk", composite: ["n"] } },
      meta: { index: "gsi3", pk: { field: "gsi3pk", composite: ["n"] }, sk: { field: "gsi3sk", template: "META" } },
    }),
    (e) => ({ put: e.put({ id: "1" }), update: e.update({ id: "1" }).set({ n: "N" }) }),
  ],
  // A numeric key of zero.
  zero: [
    schema({ a: str(), n: num() }, { g: index({ composite: ["a"] }, { template: "${n}" }) }),
    (e) => ({
      put: e.put({ id: "1", a: "a", n: 5 }),
      update: e.update({ id: "1" }).set({ n: 0 }),
    }),
  ],
  // The same, of the table itself, with an attribute that is the key.
  zeroOfTheTable: [
    { model, attributes: { n: num(), text: str() }, indexes: { primary: { pk: { field: "n", composite: ["n"] } } } },
    (e) => ({ put: e.put({ n: 0, text: "t" }), get: e.get({ n: 0 }), update: e.update({ n: 0 }).set({ text: "u" }) }),
  ],
  // Text that is cast to a number.
  cast: [
    schema({ a: str(), n: str() }, { g: index({ composite: ["a"] }, { composite: ["n"], cast: "number" }) }),
    (e) => ({ put: e.put({ id: "1", a: "a", n: "12abc" }), fraction: e.put({ id: "2", a: "a", n: "12.9" }) }),
  ],
  // An attribute that is the key field of an index.
  own: [
    schema({ code: str() }, { g: { index: "gsi1", pk: { field: "code", composite: ["code"] } } }),
    (e) => ({
      put: e.put({ id: "1", code: "Cc" }),
      update: e.update({ id: "1" }).set({ code: "Cc" }),
      query: e.query.g({ code: "Cc" }),
    }),
  ],
  // The same, stored under another name than its own.
  renamed: [
    schema({ account: str({ field: "acct" }) }, { g: { index: "gsi1", pk: { field: "acct", template: "${account}" } } }),
    (e) => ({ put: e.put({ id: "1", account: "a" }), update: e.update({ id: "1" }).set({ account: "b" }) }),
  ],
  // Arithmetic on an attribute that is in a key.
  operand: [
    schema({ a: str(), n: num({ padding: { length: 4, char: "0" } }) }, { g: index({ composite: ["a"] }, { composite: ["n"] }) }),
    (e) => ({
      put: e.put({ id: "1", a: "a", n: 10 }),
      add: e.update({ id: "1" }).add({ n: 5 }),
    }),
  ],
  // The user's condition behind a guard.
  guard: [
    schema({ text: str() }, {}),
    (e) => ({
      put: e.put({ id: "1", text: "mine" }),
      create: e.create({ id: "1", text: "overwritten" }).where(({ text, id }, op) => `${op.eq(text, "x")} OR ${op.exists(id)}`),
    }),
  ],
  // The beginning of the last composite of a clustered key.
  clustered: [
    schema({ a: str(), b: str() }, { g: index({ composite: ["a"] }, { composite: ["b"] }, { type: "clustered" }) }),
    (e) => ({
      put: e.put({ id: "1", a: "a", b: "begun" }),
      begins: e.query.g({ a: "a" }).begins({ b: "beg" }),
    }),
  ],
  // The beginning of padded text.
  padded: [
    schema({ a: str(), b: str({ padding: { length: 5, char: "0" } }) }, { g: index({ composite: ["a"] }, { composite: ["b"] }) }),
    (e) => ({
      put: e.put({ id: "1", a: "a", b: "begun" }),
      short: e.put({ id: "2", a: "a", b: "be" }),
      begins: e.query.g({ a: "a" }).begins({ b: "be" }),
    }),
  ],
  // An index with a condition on an attribute that is in no key.
  condition: [
    schema({ a: str(), closed: { type: "boolean" } }, { g: index({ composite: ["a"] }, { composite: ["id"] }, { condition: (x) => !x.closed }) }),
    (e) => ({
      put: e.put({ id: "1", a: "a", closed: false }),
      without: e.put({ id: "2", closed: false }),
      close: e.update({ id: "1" }).set({ closed: true }),
    }),
  ],
  // Options that change nothing beside a template.
  templates: [
    schema({ a: str(), b: str() }, { g: index({ template: "A#${a}" }, { template: "B#${b}" }, { scope: "sc", type: "clustered" }) }),
    (e) => ({ put: e.put({ id: "1", a: "a", b: "b" }) }),
  ],
};

// Templates whose text is not what it seems.
Object.assign(deviations, {
  // Text around a number.
  textAroundANumber: [
    schema({ a: str(), n: num() }, { g: index({ composite: ["a"] }, { template: "N#${n}", cast: "number" }) }),
    (e) => ({ put: e.put({ id: "1", a: "a", n: 7 }) }),
  ],
  // A forgotten `$`.
  braces: [
    schema({ a: str(), day: str() }, { g: index({ composite: ["a"] }, { template: "DAY#{day}" }) }),
    (e) => ({ put: e.put({ id: "1", a: "a", day: "mon" }) }),
  ],
  // No text at all.
  noTemplate: [
    schema({ a: str() }, { g: index({ composite: ["a"] }, { template: "" }) }),
    (e) => ({ put: e.put({ id: "1", a: "a" }) }),
  ],
  // A letter whose lower case depends on the next one.
  sigma: [
    schema({ a: str() }, { g: index({ template: "ΑΣ${a}" }, { composite: [] }) }),
    (e) => ({ put: e.put({ id: "1", a: "x" }), digit: e.put({ id: "2", a: "1" }) }),
  ],
  // A reverse index that is declared before the table's own.
  order: [
    { model, attributes: { a: str(), b: str() }, indexes: {
      reverse: { index: "gsi1", pk: { field: "sk", composite: ["b"] }, sk: { field: "pk", composite: ["a"] } },
      primary: { pk: { field: "pk", composite: ["a"] }, sk: { field: "sk", composite: ["b"] } },
    } },
    (e) => ({ put: e.put({ a: "a", b: "b" }) }),
  ],
  // A sort key whose attribute goes, and comes again, or comes later than the partition key's.
  sortKey: [
    schema({ a: str(), b: str() }, { g: index({ composite: ["a"] }, { composite: ["b"] }) }),
    (e) => ({
      put: e.put({ id: "1", a: "a", b: "b" }),
      update: e.update({ id: "1" }).remove(["b"]),
      without: e.put({ id: "1", a: "a" }),
      bare: e.put({ id: "1" }),
      updatePartition: e.update({ id: "1" }).set({ a: "a" }),
    }),
  ],
  // One of a partition key's attributes goes.
  partitionKey: [
    schema({ a: str(), b: str() }, { g: index({ composite: ["a", "b"] }, { composite: [] }) }),
    (e) => ({ put: e.put({ id: "1", a: "a", b: "b" }), update: e.update({ id: "1" }).remove(["a"]) }),
  ],
  // What is known of an item: that it lacks an attribute.
  known: [
    schema({ a: str(), b: str() }, { g: index({ composite: ["a", "b"] }, { composite: [] }) }),
    (e) => ({ update: e.update({ id: "1" }).set({ a: "a" }).composite({ b: undefined }) }),
  ],
  // A setter beside a validator, and in a key.
  setter: [
    schema({ a: str({ set: (value) => value?.toLowerCase(), validate: /^[A-Z]+$/ }) }, {
      g: index({ composite: ["a"], casing: "none" }, { composite: [] }),
    }),
    (e) => ({ put: e.put({ id: "1", a: "ADA" }), query: e.query.g({ a: "ADA" }) }),
  ],
  // An attribute that is computed from two others, of which an update sets one.
  watch: [
    schema({ a: str(), b: str(), both: str({ watch: ["a", "b"], set: (_, { a, b }) => `${a} ${b}` }) }, {}),
    (e) => ({ put: e.put({ id: "1", a: "a", b: "b" }), update: e.update({ id: "1" }).set({ a: "c" }) }),
  ],
  // The recipe of `updatedAt`, with a clock that stands.
  updatedAt: [
    schema({ a: str(), at: num({ readOnly: true, watch: "*", set: () => 7 }) }, {}),
    (e) => ({ put: e.put({ id: "1", a: "a" }), update: e.update({ id: "1" }).set({ a: "b" }), upsert: e.upsert({ id: "1", a: "c" }) }),
  ],
  // A key field of two indexes, one of them with a condition.
  sharedCondition: [
    schema({ a: str(), b: str(), c: str() }, {
      some: index({ composite: ["a"] }, { composite: ["b"] }, { condition: (x) => x.b !== "no" }),
      all: { index: "gsi2", pk: { field: "gsi2pk", composite: ["c"] }, sk: { field: "gsi1sk", composite: ["b"] } },
    }),
    (e) => ({ put: e.put({ id: "1", a: "a", b: "no", c: "c" }), update: e.update({ id: "1" }).set({ a: "a", b: "no" }) }),
  ],
});

const now = {};
for (const [name, [schema, calls]] of Object.entries(deviations)) {
  now[name] = {};
  const entity = entityOf(schema);
  for (const call of Object.keys(calls(entity))) {
    const op = call in { get: 1, query: 1, begins: 1 } ? (call === "get" ? "get" : "query")
      : call.startsWith("update") ? "update"
      : { add: "update", close: "update", upsert: "upsert", create: "create" }[call] ?? "put";
    const { target, request, error } = await record(`${name}/${call}`, op, {}, () => calls(entity)[call]);
    now[name][call] = { target, request, error };
  }
}

// What a query gives of an index that holds only keys.
{
  const entity = entityOf(schema({ a: str(), n: num(), text: str() }, {
    g: index({ composite: ["a"] }, { composite: ["n"] }, { projection: "keys_only" }),
  }));
  const { Item } = entity.put({ id: "ID", a: "A", n: 7, text: "t" }).params();
  const keys = Object.fromEntries(["pk", "sk", "gsi1pk", "gsi1sk"].map((field) => [field, { S: Item[field] }]));
  wire.response = { Items: [keys], Count: 1 };
  now.keysOnly = { answer: { keys, data: (await entity.query.g({ a: "A" }).go()).data } };
}

const text = JSON.stringify(now, null, 1) + "\n";
if (!process.argv.includes("--check")) {
  writeFileSync(FILE, text);
} else if (readFileSync(FILE, "utf8") !== text) {
  console.error("deviations.json is not what ElectroDB does: node deviations.mjs writes it anew, and `git diff` says where");
  process.exit(1);
} else {
  console.log("deviations.json is what ElectroDB does");
}
