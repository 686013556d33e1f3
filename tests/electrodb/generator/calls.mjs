// The calls that are made on a model, and what ElectroDB makes of them.

import { deepStrictEqual } from "node:assert";
import { isDeepStrictEqual } from "node:util";
import { marshall } from "@aws-sdk/util-dynamodb";
import { entityOf, record, wire } from "../wire.mjs";
import { sidesOf } from "./models.mjs";
import { random } from "./random.mjs";
import { askable } from "./rust.mjs";
import { fieldOf, holds, outline, partsOf, schemaOf, tableOf } from "./schema.mjs";
import { commonValue, valueOf } from "./values.mjs";

const SEEDS = 9;

// ------------------------------------------------------- requests, shortened

/**
 * What a write stores, without what is as given: `given` in DynamoDB's JSON and the identifiers, and then the `more`
 * that is written, without what is `omitted`.
 */
function shortItem(m, given, stored) {
  const plain = Object.entries(given).filter(([, value]) => value !== undefined).map(([name, value]) => {
    const { field, type } = m.attributes[name];
    return [field ?? name, value, ["texts", "numbers"].includes(type) ? new Set(value) : value];
  });
  const as = Object.fromEntries(plain.map(([field, , value]) => [field, marshall({ value }).value]));
  Object.assign(as, marshall({ __edb_e__: m.entity, __edb_v__: m.version }));
  const isSame = ([field, value]) => field in as && isDeepStrictEqual(as[field], value);
  const omitted = Object.keys(as).filter((field) => !(field in stored));
  const more = Object.fromEntries(Object.entries(stored).filter((entry) => !isSame(entry)));
  return { more, ...(omitted.length ? { omitted } : {}) };
}

const MARK = (text) => text.replace(/:\w+/g, ":v");

/** An update: what is set, set if absent, and removed, by field. Asserts that nothing else is in it. */
function shortUpdate(m, given, { UpdateExpression, ConditionExpression, ExpressionAttributeNames: names, ExpressionAttributeValues: values, Key }) {
  const [, sets, removes] = UpdateExpression.match(/^SET (.*?)(?: REMOVE (.*))?$/);
  const short = { Key };
  const stored = {};
  for (const one of sets.split(/, (?=#)/)) {
    const [, target, guarded, value] = one.match(/^(#\w+) = (if_not_exists\(\1, )?(:\w+)\)?$/);
    if (guarded) (short.absent ??= {})[names[target]] = values[value];
    else stored[names[target]] = values[value];
  }
  Object.assign(short, shortItem(m, given, stored));
  if (removes) short.remove = removes.split(", ").map((target) => names[target]);
  if (ConditionExpression) short.guarded = true;
  return short;
}

/** A query: the comparison, its operands, and whether items of other entities are filtered out. */
function shortQuery(m, pattern, request) {
  const index = m.indexes[pattern];
  if (index.multi) {
    const { TableName, IndexName, ...rest } = request;
    return rest;
  }
  const { KeyConditionExpression, FilterExpression, ExpressionAttributeNames: names, ExpressionAttributeValues: values } = request;
  const clauses = {
    "#pk = :v": null, "#pk = :v and #sk1 = :v": "=", "#pk = :v and begins_with(#sk1, :v)": "begins",
    "#pk = :v and #sk1 > :v": ">", "#pk = :v and #sk1 >= :v": ">=", "#pk = :v and #sk1 < :v": "<", "#pk = :v and #sk1 <= :v": "<=",
    "#pk = :v and #sk1 BETWEEN :v AND :v": "between",
  };
  const op = clauses[MARK(KeyConditionExpression)];
  if (op === undefined) throw new Error(`no such query: ${KeyConditionExpression}`);
  deepStrictEqual([names["#pk"], names["#sk1"]], [fieldOf(m, index.pk), op ? fieldOf(m, index.sk) : undefined]);
  const owned = "(#__edb_e__ = :__edb_e__0) AND #__edb_v__ = :__edb_v__0";
  if (FilterExpression) deepStrictEqual(FilterExpression, owned);
  return {
    pk: values[":pk"], ...(op ? { op, sk: [values[":sk1"], values[":sk2"]].filter(Boolean) } : {}),
    ...(FilterExpression ? { filter: true } : {}),
  };
}

/** A call as it is written to the file. */
function short(m, { op, args, request, error }) {
  if (error) return { op, args, error: { code: error.code, message: error.message.split(" - For more detail")[0] } };
  const { TableName, ...rest } = request;
  switch (op) {
    case "put": return { op, args, request: shortItem(m, args.item, rest.Item) };
    case "create": return { op, args, request: { ...shortItem(m, args.item, rest.Item), guarded: true } };
    case "upsert": return { op, args, request: shortUpdate(m, args.item, rest) };
    case "update": case "patch": return { op, args, request: shortUpdate(m, { ...args.key, ...args.set }, rest) };
    case "query": return { op, args, request: shortQuery(m, args.index, rest) };
    default: return { op, args, request: { Key: rest.Key, ...(rest.ConditionExpression ? { guarded: true } : {}) } };
  }
}

// ------------------------------------------------------- the parts of keys, checked

const cased = (text, casing) => casing === "upper" ? text.toUpperCase() : casing === "lower" ? text.toLowerCase() : text;

/** Asserts of an item that ElectroDB puts: a side of which all composites are there is composed as `partsOf` says. */
function checkParts(m, item, stored) {
  for (const side of Object.values(m.indexes).filter((index) => !index.multi).flatMap(sidesOf)) {
    const { field, prefix, parts, postfix, casing, number } = partsOf(m, side);
    if (!stored[field] || parts.some(({ attribute }) => item[attribute] === undefined)) continue;
    if (number) {
      const value = item[parts[0].attribute];
      deepStrictEqual(Number(stored[field].N), typeof value === "string" ? parseInt(value, 10) : Number(value));
      continue;
    }
    const values = parts.map(({ label, attribute, padding }) =>
      label + (padding ? `${item[attribute]}`.padStart(...padding) : `${item[attribute]}`));
    deepStrictEqual(stored[field].S, cased(prefix + values.join("") + postfix, casing), `${m.name} ${field}`);
  }
}

// ------------------------------------------------------- items

const primaryNames = (m) => sidesOf(m.indexes.main).flatMap((side) => side.composite);
const pickFrom = (item, names) => Object.fromEntries(names.map((name) => [name, item[name]]));

/** An item. Optional attributes are there more often than not; those of one side of an index often together. */
function itemOf(m, rng, how, fixed = {}) {
  const item = {};
  const absent = new Set(Object.values(m.indexes).flatMap(sidesOf).filter(() => rng.chance(0.15)).flatMap((side) => side.composite));
  for (const [name, attribute] of Object.entries(m.attributes)) {
    const isDropped = absent.has(name) || (attribute.default !== undefined ? rng.chance(0.5) : rng.chance(0.15));
    if (!fixed[name] && isDropped && (!attribute.required || attribute.default !== undefined)) continue;
    item[name] = fixed[name] ?? valueOf(m, name, rng, how);
  }
  return item;
}

// ------------------------------------------------------- all calls of a model

export async function callsOf(m) {
  const rng = random(`calls ${m.name} ${m.about}`);
  const schema = schemaOf(m);
  const entity = entityOf(schema);
  const calls = [];
  const key = primaryNames(m);
  const made = async (op, args, start) => {
    const call = await record(`${m.name} ${op} ${calls.length}`, op, args, start);
    if (call.request?.Item) checkParts(m, args.item, call.request.Item);
    return call;
  };
  const call = async (op, args, start) => {
    const recorded = short(m, await made(op, args, start));
    const text = JSON.stringify(recorded);
    if (!calls.some((other) => JSON.stringify(other) === text)) calls.push(recorded);
  };
  const put = (item) => made("put", { item }, () => entity.put(item));

  // The seed: items that share partitions, each with a key of its own.
  const seed = [];
  const seeds = [];
  const keys = new Set();
  const partitions = [...new Set(Object.values(m.indexes).flatMap(({ pk }) => pk.composite))];
  for (let tries = 0; seed.length < SEEDS && tries < 200; tries++) {
    const common = Object.fromEntries(partitions.map((name) => [name, commonValue(m, name, rng)]));
    // An attribute that may be absent sometimes is.
    for (const name of partitions) if (!m.attributes[name].required && rng.chance(0.15)) delete common[name];
    // The whole primary key may be made of partitions' composites: then these have to differ.
    if (tries % 3 === 2 || key.every((name) => name in common)) for (const name of key) if (rng.chance(0.6)) delete common[name];
    const item = itemOf(m, rng, { odd: 0.06 }, common);
    const recorded = await put(item);
    if (recorded.error) continue;
    const at = JSON.stringify(tableOf(m).KeySchema.map(({ AttributeName }) => recorded.request.Item[AttributeName]));
    if (keys.has(at)) continue;
    keys.add(at);
    seed.push(recorded);
    seeds.push(item);
  }
  if (seed.length < 3) throw new Error(`${m.name} has ${seed.length} seeds`);

  // Other entities in the same partitions: sorted before and after the model's, and of a version it is a prefix of.
  const neighbours = [];
  for (const other of [{ entity: "Aaa" }, { entity: "zzz" }, { version: `${m.version}0` }]) {
    const theirs = entityOf({ ...schema, model: { ...schema.model, ...other } });
    for (const item of seeds.slice(0, 3)) {
      const id = { ...item, ...pickFrom(itemOf(m, rng, {}), key.slice(-1)) };
      const { request } = await record("neighbour", "put", { item: id }, () => theirs.put(id));
      const at = JSON.stringify(tableOf(m).KeySchema.map(({ AttributeName }) => request?.Item[AttributeName]));
      if (request && !keys.has(at)) {
        keys.add(at);
        neighbours.push(request.Item);
        break;
      }
    }
  }

  // Whole items: plain ones, odd ones, and others under the same keys.
  const hows = [{ odd: 0.05 }, { odd: 0.4 }, { odd: 0.3, risky: 0.12 }];
  const objects = hows.map((how) => itemOf(m, rng, how));
  for (const [i, item] of objects.entries()) {
    const again = () => itemOf(m, rng, hows[i], pickFrom(item, key));
    const other = again();
    await call("put", { item }, () => entity.put(item));
    const verbs = [["put", "upsert", "create"], ["create", "upsert"], ["upsert", "put"]][i];
    for (const op of verbs) {
      const args = { item: op === "create" ? item : op === "put" ? other : again() };
      await call(op, args, () => entity[op](args.item));
    }
  }

  // By key: the objects', and one that is not there.
  for (const [i, item] of objects.entries()) {
    const args = { key: pickFrom(item, key) };
    for (const op of [["get", "delete", "remove"], ["get", "remove"], ["get", "delete"]][i]) {
      await call(op, args, () => entity[op](args.key));
    }
  }

  // Changes: of each side of each index as a whole, of a part of it, of what is in no index, of nothing.
  const free = Object.keys(m.attributes).filter((name) => !key.includes(name) && !m.attributes[name].readOnly);
  const sets = [[], free.slice(-1), rng.some(free, 2), free];
  for (const index of Object.values(m.indexes)) {
    const sides = sidesOf(index).map((side) => side.composite.filter((name) => free.includes(name)));
    const of = index.condition ? [index.condition.attribute] : [];
    sets.push(...sides, [...sides.flat(), ...of], rng.some([...sides.flat(), ...of], 1));
  }
  const distinct = [...new Map(sets.map((set) => [[...new Set(set)].sort().join(), [...new Set(set)]])).values()];
  for (const [i, names] of distinct.slice(0, 9).entries()) {
    const how = i % 3 ? { odd: 0.1 } : { odd: 0.3, risky: 0.1 };
    const args = { key: pickFrom(objects[i % 4 ? 0 : i % 3], key), set: Object.fromEntries(names.map((name) => [name, valueOf(m, name, rng, how)])) };
    const op = i % 3 === 1 ? "patch" : "update";
    await call(op, args, () => entity[op](args.key).set(args.set));
  }

  for (const pattern of Object.keys(m.indexes)) await queries(m, pattern, seeds, rng, (args) =>
    call("query", args, () => {
      const query = entity.query[pattern](args.facets);
      return args.op ? query[args.op](...args.bounds) : query;
    }));

  return {
    about: m.about,
    ...outline(m),
    table: tableOf(m),
    seed: seed.map((recorded) => short(m, recorded)),
    neighbours,
    calls,
    cursors: await cursorsOf(m, entity, seed),
  };
}

/** The queries of an index: each prefix of the sort key's composites, and each operator on each of them. */
async function queries(m, pattern, seeds, rng, ask) {
  const index = m.indexes[pattern];
  const names = index.sk?.composite ?? [];
  const pk = index.pk.composite;
  const text = (item) => JSON.stringify(pickFrom(item, pk));
  const whole = seeds.filter((item) => [...pk, ...names].every((name) => item[name] !== undefined));
  if (!whole.length) throw new Error(`${m.name}: nothing is in ${pattern}`);
  // The fullest partition, and two of its items.
  const partition = (item) => whole.filter((other) => text(other) === text(item));
  const items = whole.map(partition).reduce((best, items) => (items.length > best.length ? items : best));
  const [lo, hi] = [rng.pick(items), rng.pick(items)];
  const facets = (n) => ({ ...pickFrom(lo, pk), ...pickFrom(lo, names.slice(0, n)) });
  const add = (n, op, bounds) => ask({ index: pattern, facets: facets(n), op, bounds });

  for (let n = 0; n <= names.length; n++) await add(n, undefined, []);
  for (const [n, name] of names.entries()) {
    const kind = askable(m, index, name);
    if (kind === "value") continue;
    const [from, to] = [lo, hi].map((item) => ({ [name]: item[name] }));
    if (kind === "text") {
      await add(n, "begins", [from]);
      const points = [...from[name]];
      if (points.length > 1) await add(n, "begins", [{ [name]: points.slice(0, Math.ceil(points.length / 2)).join("") }]);
    }
    const missing = { [name]: valueOf(m, name, rng, { odd: 0.2 }) };
    for (const op of ["gt", "gte", "lt", "lte"]) await add(n, op, [op === "gt" || op === "lte" ? from : missing]);
    await add(n, "between", from[name] < to[name] ? [from, to] : [to, from]);
    if (n === 0) await add(n, "between", from[name] < missing[name] ? [from, missing] : [missing, from]);
  }
}

/** For each index, the cursor of a place in it, and what ElectroDB makes of that cursor. */
async function cursorsOf(m, entity, seed) {
  const cursors = [];
  for (const [pattern, index] of Object.entries(m.indexes)) {
    const fieldsOf = (index) => index.multi
      ? sidesOf(index).flatMap((side) => side.composite.map((name) => m.attributes[name].field ?? name))
      : sidesOf(index).map((side) => fieldOf(m, side));
    const fields = [...new Set([...fieldsOf(index), ...fieldsOf(m.indexes.main)])];
    const at = seed.find(({ args, request }) => fields.every((field) => request.Item[field] !== undefined)
      && sidesOf(index).every((side) => side.composite.every((name) => args.item[name] !== undefined)));
    if (!at) continue;
    const lastEvaluatedKey = Object.fromEntries(fields.map((field) => [field, at.request.Item[field]]));
    const facets = pickFrom(at.args.item, index.pk.composite);
    wire.response = { Items: [], Count: 0, LastEvaluatedKey: lastEvaluatedKey };
    const { cursor } = await entity.query[pattern](facets).go();
    wire.response = { Items: [], Count: 0 };
    await entity.query[pattern](facets).go({ cursor });
    cursors.push({ index: pattern, facets, lastEvaluatedKey, cursor, exclusiveStartKey: wire.request.ExclusiveStartKey });
  }
  return cursors;
}
