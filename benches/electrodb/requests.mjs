// ElectroDB making the same requests of the same model: the time of each call, in nanoseconds.
//
//   node requests.mjs SAMPLES < what the calls have to mean, as benches/peers hands it over
//
// ElectroDB itself is the one that tests/electrodb pins: `npm ci` there installs it.

import { strict as assert } from "node:assert";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const require = createRequire(new URL("../../tests/electrodb/package.json", import.meta.url));
const { Entity } = require("electrodb");

const text = { type: "string", required: true };
const Post = new Entity(
  {
    model: { service: "press", entity: "post", version: "1" },
    attributes: {
      tenant: text,
      blog: text,
      day: text,
      slug: text,
      author: text,
      likes: { type: "number", required: true },
      published: { type: "boolean", required: true },
      subtitle: { type: "string" },
      tags: { type: "list", items: { type: "string" }, required: true },
      score: { type: "number", required: true },
    },
    indexes: {
      primary: { pk: { field: "pk", composite: ["tenant", "blog"] }, sk: { field: "sk", composite: ["day", "slug"] } },
      byAuthor: {
        index: "gsi1",
        pk: { field: "gsi1pk", composite: ["author"] },
        sk: { field: "gsi1sk", composite: ["day", "slug"] },
      },
      byLikes: {
        index: "lsi1",
        pk: { field: "pk", composite: ["tenant", "blog"] },
        sk: { field: "lsi1sk", composite: ["likes"] },
      },
    },
  },
  { table: "app" },
);

const post = {
  tenant: "Acme-Publishing",
  blog: "Engineering",
  day: "2026-11-22",
  slug: "Rust-macros-that-cost-nothing",
  author: "ada.lovelace@example.com",
  likes: 18446,
  published: true,
  subtitle: "What a derive may emit, and what it should not",
  tags: ["rust", "dynamodb", "macros", "single-table", "performance"],
  score: 4.75,
};
const { tenant, blog, day, slug } = post;
const changes = { author: "grace.hopper@example.com", published: false };

const stored = Post.put(post).params().Item;
const calls = {
  put: () => Post.create(post).params(),
  update: () => Post.patch({ tenant, blog, day, slug }).set(changes).params(),
  query: () => Post.query.primary({ tenant, blog, day }).begins({ slug: "Rust" }).params(),
  decode: () => Post.parse({ Item: stored }),
};

/** An expression with what its placeholders stand for. */
const writtenOut = (expression, { ExpressionAttributeNames: names, ExpressionAttributeValues: values }) =>
  expression.replace(/[#:]\w+/g, (placeholder) => names[placeholder] ?? JSON.stringify(values[placeholder]));

function check(meanings) {
  const put = calls.put();
  assert.deepEqual(put.Item, meanings.put.item);
  const update = calls.update();
  assert.deepEqual(update.Key, meanings.update.key);
  const sets = update.UpdateExpression.replace(/^SET /, "").split(",");
  const set = sets.map((set) => set.split(" = ").map((side) => side.trim()));
  const { ExpressionAttributeNames: names, ExpressionAttributeValues: values } = update;
  // It leaves out the sort key of the index: an item that had no author before does not enter it.
  const { gsi1sk, ...expected } = meanings.update.set;
  assert.deepEqual(Object.fromEntries(set.map(([name, value]) => [names[name], values[value]])), expected);
  const query = calls.query();
  const condition = writtenOut(query.KeyConditionExpression, query);
  assert.equal(condition.toLowerCase(), meanings.query.condition.toLowerCase());
  assert.deepEqual(calls.decode().data, post);
}

check(JSON.parse(readFileSync(0, "utf8")));

// What is not used is not optimised away: it is kept here.
export let kept;
const samples = Number(process.argv[2]);
const each = 20;
for (const [name, call] of Object.entries(calls)) {
  const run = () => {
    const start = performance.now();
    for (let count = 0; count < each; count++) kept = call();
    return ((performance.now() - start) * 1e6) / each;
  };
  // The fastest comes when the compiler is warm.
  let best = Infinity;
  for (let count = 0; count < samples; count++) best = Math.min(best, run());
  console.log(name, Math.round(best));
}
