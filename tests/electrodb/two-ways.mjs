// ElectroDB's part of the test that both libraries work on one table. The Rust test runs it:
//
//   node two-ways.mjs write   puts the items it is told, and begins to read a query
//   node two-ways.mjs read    reads everything, and goes on where the Rust side stopped
//
// What to do comes from stdin as JSON, what was seen goes to stdout. ENDPOINT says where the engine serves.

import { readFileSync } from "node:fs";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import electrodb from "electrodb";
import { describe } from "./generator/models.mjs";
import { schemaOf } from "./generator/schema.mjs";

const client = DynamoDBDocumentClient.from(new DynamoDBClient({
  region: "local", endpoint: process.env.ENDPOINT, credentials: { accessKeyId: "x", secretAccessKey: "x" },
}));
const models = Object.fromEntries(describe().map((m) => [m.name, m]));
const entityOf = (name) => new electrodb.Entity(schemaOf(models[name]), { table: name, client });

async function write(entity, { items, query: { index, facets } }) {
  for (const item of items) await entity.put(item).go();
  const { data, cursor } = await entity.query[index](facets).go({ limit: 2 });
  return { first: data, cursor };
}

async function read(entity, { keys, queries, rest: { index, facets, cursor } }) {
  const found = [];
  for (const key of keys) found.push((await entity.get(key).go()).data);
  const queried = [];
  for (const { index, facets } of queries) queried.push((await entity.query[index](facets).go({ pages: "all" })).data);
  const rest = cursor ? (await entity.query[index](facets).go({ cursor, pages: "all" })).data : [];
  return { found, queried, rest };
}

const todo = JSON.parse(readFileSync(0, "utf8"));
const step = { write, read }[process.argv[2]];
const seen = {};
for (const [name, work] of Object.entries(todo)) {
  try {
    seen[name] = await step(entityOf(name), work);
  } catch (error) {
    throw new Error(`${name}: ${error.message}`, { cause: error });
  }
}
process.stdout.write(JSON.stringify(seen));
