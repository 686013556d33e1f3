// Runs ElectroDB and writes what it puts on the wire into vectors.json.
//
//   node vectors.mjs            write vectors.json
//   node vectors.mjs --check    exit 1 if the vectors.json there is differs

import { readFileSync, writeFileSync } from "node:fs";
import { models } from "./models.mjs";
import { cases } from "./cases.mjs";
import { TABLE, VERSION, entityOf, record, wire } from "./wire.mjs";

const FILE = new URL("./vectors.json", import.meta.url);

/**
 * The key fields that ElectroDB wrote for a side of which the item has no
 * composite at all, such as gsi3pk = "$mallmap#tenant_".
 */
function danglingFields(schema, item, written) {
  const fields = Object.values(schema.indexes).flatMap(({ pk, sk }) => [pk, sk].filter(Boolean));
  return fields
    .filter(({ field, composite }) => field in written && composite.some((name) => item[name] === undefined))
    .map(({ field }) => field);
}

// ------------------------------------------------------- all calls of a model

async function writeCalls(schema, entity, { items, badItems, keys, updates, eachKey }) {
  const calls = [];
  const keyOf = (item) => Object.fromEntries(keys.map((name) => [name, item[name]]));

  for (const op of ["put", "create", "upsert"]) {
    for (const [name, item] of Object.entries({ ...items, ...badItems })) {
      const call = await record(`${op}/${name}`, op, { item }, () => entity[op](item));
      calls.push(withDangling(schema, call));
    }
  }

  const keysToTry = Object.entries(items).map(([name, item]) => [name, keyOf(item)]);
  // Items that differ in other attributes only have the same key.
  const distinct = keysToTry.filter(([, key], i) =>
    keysToTry.findIndex(([, other]) => JSON.stringify(other) === JSON.stringify(key)) === i);
  const firstKey = distinct[0][1];
  const { [keys.at(-1)]: _, ...incomplete } = firstKey;
  for (const op of ["get", "delete", "remove"]) {
    for (const [name, key] of [...distinct, ["incomplete-key", incomplete]]) {
      calls.push(await record(`${op}/${name}`, op, { key }, () => entity[op](key)));
    }
  }

  for (const op of ["update", "patch"]) {
    const update = async (name, key, set) =>
      calls.push(await record(`${op}/${name}`, op, { key, set }, () => entity[op](key).set(set)));
    for (const [name, set] of Object.entries(updates)) await update(name, firstKey, set);
    for (const [name, key] of distinct.slice(1)) await update(`key-${name}`, key, updates[eachKey]);
    await update("incomplete-key", incomplete, updates[eachKey]);
  }
  return calls;
}

/** Notes the dangling key fields of a put/create/upsert, if there are any. */
function withDangling(schema, call) {
  if (!call.request) return call;
  // An upsert names the fields it sets, a put has them in the item.
  const written = call.request.Item
    ?? Object.fromEntries(Object.values(call.request.ExpressionAttributeNames).map((field) => [field, true]));
  const dangling = danglingFields(schema, call.args.item, written);
  return dangling.length ? { ...call, dangling } : call;
}

/** Notes that DynamoDB refuses the request: BETWEEN with the start after the end. */
function withRefusal(call) {
  const { ":sk1": from, ":sk2": to } = call.request?.ExpressionAttributeValues ?? {};
  const refused = to && Buffer.compare(Buffer.from(from.S), Buffer.from(to.S)) > 0;
  return refused ? { ...call, refused: "the start of BETWEEN is after its end" } : call;
}

async function queryCalls(schema, entity, queries) {
  const calls = [];
  for (const [index, sets] of Object.entries(queries)) {
    const names = schema.indexes[index].sk?.composite ?? [];
    for (const [set, { pk, lo, hi }] of Object.entries(sets)) {
      // The composites from position i to before j, of lo or hi.
      const part = (values, i, j) => Object.fromEntries(names.slice(i, j).map((name) => [name, values[name]]));
      const add = async (name, facets, op, bounds) => {
        const call = await record(`query/${index}/${set}/${name}`, "query", { index, facets, op, bounds }, () => {
          const query = entity.query[index](facets);
          return op ? query[op](...bounds) : query;
        });
        calls.push(withRefusal(call));
      };

      // The pk, and with it each prefix of the sk's composites.
      for (let i = 0; i <= names.length; i++) await add(`is@${i}`, { ...pk, ...part(lo, 0, i) }, null, []);

      // An operator at positions i..j, the composites before it being facets.
      for (let i = 0; i < names.length; i++) {
        for (let j = i + 1; j <= names.length; j++) {
          const facets = { ...pk, ...part(lo, 0, i) };
          const at = j === i + 1 ? `@${i}` : `@${i}-${j - 1}`;
          const [from, to] = [part(lo, i, j), part(hi, i, j)];
          const last = names[j - 1];
          await add(`begins${at}`, facets, "begins", [from]);
          if (typeof from[last] === "string" && from[last].length > 1) {
            // The first half of the value; by code points, not to cut one.
            const half = [...from[last]].slice(0, Math.ceil([...from[last]].length / 2)).join("");
            await add(`begins-half${at}`, facets, "begins", [{ ...from, [last]: half }]);
          }
          for (const op of ["gt", "gte", "lt", "lte"]) await add(`${op}${at}`, facets, op, [from]);
          await add(`between${at}`, facets, "between", [from, to]);
          // Bounds that don't reach equally far.
          if (j > i + 1) {
            await add(`between-short-end${at}`, facets, "between", [from, part(hi, i, j - 1)]);
            await add(`between-short-start${at}`, facets, "between", [part(lo, i, j - 1), to]);
          }
        }
      }
    }
  }
  return calls;
}

// ------------------------------------------------------- seed

async function seedOf(schema, entity, { seed, neighbours }) {
  const puts = [];
  for (const [i, item] of seed.entries()) {
    puts.push(withDangling(schema, await record(`seed/${i}`, "put", { item }, () => entity.put(item))));
  }
  // Other entities in the same partitions. They differ from the model in the
  // entity's name (sorted before and after it) or in the version (of which the
  // model's is a prefix). `model` says which; the request is to be sent as it is.
  const { entity: name, version } = schema.model;
  for (const other of [{ entity: "Aaa" }, { entity: "Zzz" }, { version: version + "0" }]) {
    const model = { ...schema.model, ...other };
    const theirs = entityOf({ ...schema, model });
    for (const [i, item] of neighbours.entries()) {
      const call = await record(`seed/${model.entity}-${model.version}/${i}`, "put", { item }, () => theirs.put(item));
      puts.push({ ...withDangling(schema, call), model });
    }
  }
  return puts;
}

// ------------------------------------------------------- cursors

/** The fields of an index' key, then those of the table's, without repeating any. */
function keyFields(schema, index) {
  const primary = Object.values(schema.indexes).find((i) => !i.index);
  const sides = [schema.indexes[index], primary].flatMap(({ pk, sk }) => [pk, sk]);
  return [...new Set(sides.filter(Boolean).map(({ field }) => field))];
}

/** Cursors out of ElectroDB, and what they become when they're handed back. */
async function cursorsOf(schema, entity, seed, queries) {
  const cursors = [];
  const decodes = [];
  const decode = async (index, cursor) => {
    wire.response = { Items: [], Count: 0 };
    try {
      await entity.query[index](Object.values(queries[index])[0].pk).go({ cursor });
      return { exclusiveStartKey: wire.request.ExclusiveStartKey };
    } catch (error) {
      if (!error.isElectroError) throw error;
      return { error: { code: error.code, message: error.message } };
    }
  };

  for (const index of Object.keys(schema.indexes)) {
    const fields = keyFields(schema, index);
    const items = seed.map(({ request }) => request.Item).filter((item) => fields.every((f) => item[f]));
    // The first item, one with non-ASCII text, and the last one with the fields turned round:
    // a cursor has them in the order in which DynamoDB answered.
    const chosen = [
      [items[0], fields],
      [items.find((item) => /[^\x00-\x7f]/.test(fields.map((f) => item[f].S).join())), fields],
      [items.at(-1), fields.toReversed()],
    ];
    for (const [item, order] of chosen) {
      const lastEvaluatedKey = Object.fromEntries(order.map((field) => [field, item[field]]));
      wire.response = { Items: [], Count: 0, LastEvaluatedKey: lastEvaluatedKey };
      const { cursor } = await entity.query[index](Object.values(queries[index])[0].pk).go();
      cursors.push({ index, lastEvaluatedKey, cursor, ...(await decode(index, cursor)) });
    }

    // Cursors that don't come from a query of this index.
    const encode = (json) => Buffer.from(json).toString("base64url");
    const key = Object.fromEntries(fields.map((field) => [field, items[0][field].S]));
    const odd = {
      "extra-fields-are-dropped": encode(JSON.stringify({ ...key, other: "x", n: 1 })),
      "a-field-is-missing": encode(JSON.stringify(Object.fromEntries(Object.entries(key).slice(1)))),
      "empty-object": encode("{}"),
      "with-padding": Buffer.from(JSON.stringify({ ...key, pk: key.pk + "~" })).toString("base64"),
      "not-json": encode("no json"),
      "not-base64": "*** ***",
    };
    for (const [name, cursor] of Object.entries(odd)) {
      decodes.push({ name: `${index}/${name}`, index, cursor, ...(await decode(index, cursor)) });
    }
  }
  return { cursors, decodes };
}

// ------------------------------------------------------- the table

/** CreateTable's body. An index that shares the table's pk field is a local one. */
function tableOf(schema) {
  const indexes = Object.values(schema.indexes);
  const primary = indexes.find((i) => !i.index);
  const KeySchema = ({ pk, sk }) => [
    { AttributeName: pk.field, KeyType: "HASH" },
    ...(sk ? [{ AttributeName: sk.field, KeyType: "RANGE" }] : []),
  ];
  const body = ({ index, ...keys }) => ({
    IndexName: index, KeySchema: KeySchema(keys), Projection: { ProjectionType: "ALL" },
  });
  const secondary = indexes.filter((i) => i.index);
  const lsis = secondary.filter((i) => i.pk.field === primary.pk.field).map(body);
  const gsis = secondary.filter((i) => i.pk.field !== primary.pk.field).map(body);
  const fields = new Set(indexes.flatMap(KeySchema).map((k) => k.AttributeName));
  return {
    TableName: TABLE,
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: [...fields].map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
    KeySchema: KeySchema(primary),
    ...(lsis.length ? { LocalSecondaryIndexes: lsis } : {}),
    ...(gsis.length ? { GlobalSecondaryIndexes: gsis } : {}),
  };
}

// ------------------------------------------------------- all of it

async function vectors() {
  const result = { electrodb: VERSION, models: {} };
  for (const [name, schema] of Object.entries(models)) {
    const entity = entityOf(schema);
    const seed = await seedOf(schema, entity, cases[name]);
    const calls = [
      ...(await writeCalls(schema, entity, cases[name])),
      ...(await queryCalls(schema, entity, cases[name].queries)),
    ];
    const twice = calls.find((c, i) => calls.findIndex((d) => d.name === c.name) !== i);
    if (twice) throw new Error(`two calls of ${name} are named ${twice.name}`);
    result.models[name] = {
      table: tableOf(schema),
      seed,
      calls,
      ...(await cursorsOf(schema, entity, seed, cases[name].queries)),
    };
  }
  return result;
}

/** Lines that say where two JSON values differ. Lists of named things are compared by name. */
function differences(path, old, now) {
  if (JSON.stringify(old) === JSON.stringify(now)) return [];
  const isObject = (v) => v !== null && typeof v === "object";
  if (!isObject(old) || !isObject(now)) return [`${path}: ${JSON.stringify(old)} -> ${JSON.stringify(now)}`];
  const members = (v) => Array.isArray(v) ? Object.fromEntries(v.map((e, i) => [e?.name ?? i, e])) : v;
  const [a, b] = [members(old), members(now)];
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  const lines = keys.flatMap((key) =>
    key in a ? (key in b ? differences(`${path}.${key}`, a[key], b[key]) : [`${path}.${key}: is gone`])
      : [`${path}.${key}: is new`]);
  return lines.length ? lines : [`${path}: the order differs`];
}

const now = await vectors();
const text = JSON.stringify(now, null, 1) + "\n";
if (process.argv.includes("--check")) {
  const old = readFileSync(FILE, "utf8");
  if (old !== text) {
    const lines = differences("", JSON.parse(old), JSON.parse(text));
    console.error(`vectors.json differs from what ElectroDB ${VERSION} does, in ${lines.length} places:`);
    for (const line of lines.slice(0, 40)) console.error(`  ${line.slice(0, 300)}`);
    if (lines.length > 40) console.error(`  ... and ${lines.length - 40} more`);
    if (lines.length === 0) console.error("  only its layout (spaces, line ends)");
    process.exit(1);
  }
  console.log(`vectors.json is what ElectroDB ${VERSION} does`);
} else {
  writeFileSync(FILE, text);
  for (const [name, { calls, seed, cursors, decodes }] of Object.entries(now.models)) {
    const errors = calls.filter((c) => c.error).length;
    console.log(`${name}: ${calls.length} calls (${errors} errors), ${seed.length} seed items, ${cursors.length} cursors, ${decodes.length} decodes`);
  }
}
