// ElectroDB's part of the test that the services of both libraries work on one table. The Rust test runs it:
//
//   node services/two-ways.mjs write   puts the items that it is told
//   node services/two-ways.mjs read    reads collections: all of them, the first page, and where another page ended
//
// What to do comes from stdin as JSON, what was seen goes to stdout. ENDPOINT says where the engine serves.

import { readFileSync } from "node:fs";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import electrodb from "electrodb";
import { services } from "./models.mjs";

const client = DynamoDBDocumentClient.from(new DynamoDBClient({
  region: "local", endpoint: process.env.ENDPOINT, credentials: { accessKeyId: "x", secretAccessKey: "x" },
}));

function serviceOf(name, table) {
  const entities = Object.entries(services[name]).map(([alias, schema]) => [alias, new electrodb.Entity(schema, { table, client })]);
  return new electrodb.Service(Object.fromEntries(entities), { table, client });
}

async function write(service, items) {
  for (const { alias, item } of items) await service.entities[alias].put(item).go();
}

async function read(service, queries) {
  const seen = [];
  for (const { collection, facets, limit, cursor } of queries) {
    const query = () => service.collections[collection](facets);
    const whole = await query().go({ pages: "all" });
    const first = await query().go({ limit });
    const rest = cursor ? await query().go({ cursor, pages: "all" }) : { data: {} };
    seen.push({ whole: whole.data, first: first.data, cursor: first.cursor, rest: rest.data });
  }
  return seen;
}

const todo = JSON.parse(readFileSync(0, "utf8"));
const step = { write, read }[process.argv[2]];
const seen = {};
for (const [table, { service, work }] of Object.entries(todo)) {
  try {
    seen[table] = (await step(serviceOf(service, table), work)) ?? null;
  } catch (error) {
    throw new Error(`${table}: ${error.message}`, { cause: error });
  }
}
process.stdout.write(JSON.stringify(seen));
