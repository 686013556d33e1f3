// Records what ElectroDB's services put on the wire: the items of a table, the queries of their collections, and what
// match and find choose. Written into services.json, which services.rs replays.
//
//   node services.mjs            write services.json
//   node services.mjs --check    exit 1 if the services.json there is differs

import { readFileSync, writeFileSync } from "node:fs";
import { TABLE, VERSION, entityOf, plain, record, serviceOf, wire } from "./wire.mjs";
import { cases } from "./services/cases.mjs";
import { services } from "./services/models.mjs";

const FILE = new URL("./services.json", import.meta.url);

// ------------------------------------------------------- the table

/** CreateTable's body, for all members together. */
function tableOf(members) {
  const schemas = Object.values(members);
  const indexes = schemas.flatMap(({ indexes }) => Object.values(indexes));
  const typeOf = (name) => schemas.map(({ attributes }) => attributes[name]).find(Boolean).type === "number" ? "N" : "S";
  const fieldOf = (name) => schemas.map(({ attributes }) => attributes[name]).find(Boolean).field ?? name;
  // The key's attributes, with their types: an attribute of a multi-attribute key is itself the field.
  const keys = ({ type, pk, sk }) =>
    [[pk, "HASH"], [sk, "RANGE"]].filter(([side]) => side).flatMap(([side, kind]) =>
      type === "composite" ? side.composite.map((name) => [fieldOf(name), kind, typeOf(name)]) : [[side.field, kind, "S"]]);
  const KeySchema = (index) => keys(index).map(([AttributeName, KeyType]) => ({ AttributeName, KeyType }));
  const named = new Map(indexes.filter(({ index }) => index).map((index) => [index.index, index]));
  const fields = new Map(indexes.flatMap(keys).map(([field, , type]) => [field, type]));
  return {
    TableName: TABLE,
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: [...fields].map(([AttributeName, AttributeType]) => ({ AttributeName, AttributeType })),
    KeySchema: KeySchema(indexes.find(({ index }) => !index)),
    GlobalSecondaryIndexes: [...named].map(([IndexName, index]) => ({
      IndexName, KeySchema: KeySchema(index), Projection: { ProjectionType: "ALL" },
    })),
  };
}

/** A schema as JSON: of a function only that there is one, and nothing that ElectroDB adds. */
const schemaOf = (schema) =>
  JSON.parse(JSON.stringify(schema, (key, value) => (key === "facets" ? undefined : typeof value === "function" ? true : value)));

// ------------------------------------------------------- what is in it

async function seedOf(members, { seed }) {
  const puts = [];
  for (const [alias, items] of Object.entries(seed)) {
    const entity = entityOf(members[alias]);
    for (const [i, item] of items.entries()) {
      const { request } = await record(`${alias}/${i}`, "put", { item }, () => entity.put(item));
      puts.push({ alias, item, request });
    }
  }
  return puts;
}

/** A schema with another identity, or in other collections. */
function changed(schema, { entity, version, collections = {}, type, padding }) {
  const indexes = Object.entries(schema.indexes).map(([name, index]) => {
    const { collection, ...rest } = index;
    const other = name in collections ? collections[name] : collection;
    return [name, { ...rest, ...(other ? { collection: other } : {}), ...(type && index.index ? { type } : {}) }];
  });
  const attributes = Object.entries(schema.attributes).map(([name, attribute]) =>
    [name, padding && attribute.padding ? { ...attribute, padding } : attribute]);
  return {
    model: { ...schema.model, ...(entity ? { entity } : {}), ...(version ? { version } : {}) },
    attributes: Object.fromEntries(attributes),
    indexes: Object.fromEntries(indexes),
  };
}

/**
 * Items of no member, among theirs, and items of members that are elsewhere than the model puts them. What lacks
 * identifiers was written past ElectroDB.
 */
async function strangersOf(members, { strangers }) {
  const puts = [];
  for (const [i, [why, alias, item, change]] of strangers.entries()) {
    const entity = entityOf(changed(members[alias], change));
    const { request } = await record(`stranger/${i}`, "put", { item }, () => entity.put(item));
    for (const field of change.without ?? []) delete request.Item[field];
    puts.push({ why, ...(Object.keys(change).join() === "collections" ? { elsewhere: Object.keys(change.collections) } : {}), request });
  }
  return puts;
}

// ------------------------------------------------------- collections

/** The members of a collection, their index in it, and the composites that they share. */
function collectionsOf(members, service) {
  const names = Object.keys(service.collectionSchema);
  return Object.fromEntries(names.map((name) => {
    const { entities, keys, indexType } = service.collectionSchema[name];
    const composites = service.compositeAttributes[name];
    const patterns = Object.keys(entities).map((alias) => {
      const [pattern] = Object.entries(members[alias].indexes).find(([, { collection }]) => [collection].flat().includes(name));
      return [alias, pattern];
    });
    return [name, {
      type: indexType,
      members: Object.fromEntries(patterns),
      pk: composites.pk,
      // Without meaning in an isolated collection, whose queries are of the partition key.
      sk: indexType === "isolated" ? [] : composites.sk,
      ...(keys.index ? { index: keys.index } : {}),
    }];
  }));
}

/** The text of a filter, by ElectroDB's own operations. */
const where = (filter) => (attributes, operations) => {
  const one = ([attribute, op, ...values]) => operations[op](attributes[attribute], ...values);
  return filter.or ? filter.or.map(one).join(" OR ") : one(filter);
};

const part = (values, names, from, to) =>
  Object.fromEntries(names.slice(from, to).filter((name) => values[name] !== undefined).map((name) => [name, values[name]]));

async function queriesOf(service, collections, { collections: asked }) {
  const queries = [];
  const add = async (name, { collection, facets, op, bounds = [], filter, options = {} }) => {
    const start = () => {
      const chain = service.collections[collection](facets);
      const ranged = op ? chain[op](...bounds) : chain;
      return filter ? ranged.where(where(filter)) : ranged;
    };
    const { request, error } = await record(name, "query", {}, start, options);
    queries.push(plain({ name, collection, facets, op, bounds, filter, options, request, error }));
  };
  for (const [collection, { sk }] of Object.entries(collections)) {
    const { partitions, bounds = [], wheres, several } = asked[collection];
    for (const [p, partition] of partitions.entries()) {
      const name = (rest) => `${collection}/${p}/${rest}`;
      // The whole partition, in the other order, and the first ones with each option and filter, too.
      await add(name("all"), { collection, facets: partition });
      await add(name("all/desc"), { collection, facets: partition, options: { order: "desc" } });
      if (p === 0) {
        await add(name("all/asc"), { collection, facets: partition, options: { order: "asc" } });
        await add(name("all/limit"), { collection, facets: partition, options: { limit: 3 } });
      }
      for (const [w, filter] of (p < 3 ? wheres : []).entries()) {
        await add(name(`all/where-${w}`), { collection, facets: partition, filter });
      }
      // The shared composites, of which the last may have an operator.
      for (const [b, { lo, hi }] of bounds.entries()) {
        for (let i = 0; i < sk.length; i++) {
          const facets = { ...partition, ...part(lo, sk, 0, i) };
          const [from, to] = [part(lo, sk, i, i + 1), part(hi, sk, i, i + 1)];
          const at = (rest) => name(`${b}/${rest}@${i}`);
          await add(at("is"), { collection, facets: { ...facets, ...from } });
          await add(at("begins"), { collection, facets, op: "begins", bounds: [from] });
          const value = lo[sk[i]];
          if (typeof value === "string" && value.length > 1) {
            const half = { [sk[i]]: value.slice(0, Math.ceil(value.length / 2)) };
            await add(at("begins-half"), { collection, facets, op: "begins", bounds: [half] });
          }
          for (const op of ["gt", "gte", "lt", "lte"]) await add(at(op), { collection, facets, op, bounds: [from] });
          await add(at("between"), { collection, facets, op: "between", bounds: [from, to] });
          // Once with everything that can be added.
          if (b === 0) {
            const options = { order: "desc" };
            await add(at("gte/desc"), { collection, facets, op: "gte", bounds: [from], options });
            await add(at("between/desc/where"), { collection, facets, op: "between", bounds: [from, to], options, filter: wheres[0] });
            await add(at("is/desc/where"), { collection, facets: { ...facets, ...from }, options, filter: wheres.at(-1) });
          }
        }
        // An operator over several composites.
        if (several && b === 0) {
          for (const op of ["begins", "gt", "lte"]) await add(name(`${b}/${op}@0-1`), { collection, facets: partition, op, bounds: [lo] });
          await add(name(`${b}/between@0-1`), { collection, facets: partition, op: "between", bounds: [lo, hi] });
        }
      }
    }
  }
  return queries;
}

/** Cursors of collections: of the last key that was read, whosever it is. */
async function cursorsOf(service, collections, { collections: asked }, table, puts) {
  const cursors = [];
  const keysOf = (index) => [
    ...(table.GlobalSecondaryIndexes.find(({ IndexName }) => IndexName === index)?.KeySchema ?? []), ...table.KeySchema,
  ].map(({ AttributeName }) => AttributeName);
  for (const [collection, { index, members }] of Object.entries(collections)) {
    const fields = keysOf(index);
    const holds = (item) => fields.every((field) => item[field]);
    const of = (alias) => puts.find((put) => put.alias === alias && holds(put.request.Item));
    for (const [whose, put] of [...Object.keys(members).map((alias) => [alias, of(alias)]), ["stranger", puts.find((put) => put.why && holds(put.request.Item))]]) {
      const lastEvaluatedKey = Object.fromEntries(fields.map((field) => [field, put.request.Item[field]]));
      const chain = () => service.collections[collection](asked[collection].partitions[0]);
      wire.response = { Items: [], Count: 0, LastEvaluatedKey: lastEvaluatedKey };
      const { cursor } = await chain().go();
      wire.response = { Items: [], Count: 0 };
      await chain().go({ cursor });
      cursors.push({ collection, whose, lastEvaluatedKey, cursor, exclusiveStartKey: wire.request.ExclusiveStartKey });
    }
  }
  return cursors;
}

// ------------------------------------------------------- match and find

async function choicesOf(members, { choices }) {
  const calls = [];
  for (const [alias, given] of Object.entries(choices)) {
    const entity = entityOf(members[alias]);
    for (const [i, facets] of given.entries()) {
      for (const op of ["match", "find"]) {
        const { target, request } = await record(`${alias}/${op}/${i}`, op, { facets }, () => entity[op](facets));
        calls.push({ name: `${alias}/${op}/${i}`, alias, op, facets, target, request });
      }
    }
  }
  return calls;
}

// ------------------------------------------------------- all of it

async function recorded(name) {
  const [members, what] = [services[name], cases[name]];
  const service = serviceOf(members);
  const collections = collectionsOf(members, service);
  const table = tableOf(members);
  const [seed, strangers] = [await seedOf(members, what), await strangersOf(members, what)];
  const result = {
    head: { members: schemaOf(members), collections, table },
    seed,
    strangers,
    queries: await queriesOf(service, collections, what),
    cursors: await cursorsOf(service, collections, what, table, [...seed, ...strangers]),
    choices: await choicesOf(members, what),
  };
  const key = ({ request: { Item } }) => JSON.stringify(table.KeySchema.map(({ AttributeName }) => Item[AttributeName]));
  const keys = [...seed, ...strangers].map(key);
  const twice = keys.find((key, i) => keys.indexOf(key) !== i);
  if (twice) throw new Error(`two items of ${name} have the key ${twice}`);
  const names = [...result.queries, ...result.choices].map(({ name }) => name);
  const named = names.find((name, i) => names.indexOf(name) !== i);
  if (named) throw new Error(`two calls of ${name} are named ${named}`);
  return result;
}

/** JSON with a line for each item and call. */
function lines({ head, ...lists }) {
  const list = ([name, members]) => `${JSON.stringify(name)}:[\n${members.map((member) => JSON.stringify(member)).join(",\n")}\n]`;
  return `${JSON.stringify(head).slice(0, -1)},\n${Object.entries(lists).map(list).join(",\n")}}`;
}

const now = {};
for (const name of Object.keys(services)) now[name] = await recorded(name);
const text = `{"electrodb":${JSON.stringify(VERSION)},"services":{\n${
  Object.entries(now).map(([name, service]) => `${JSON.stringify(name)}:${lines(service)}`).join(",\n")}\n}}\n`;

if (process.argv.includes("--check")) {
  const [before, after] = [readFileSync(FILE, "utf8"), text].map((text) => text.split("\n"));
  const at = [...before, ...after].findIndex((_, i) => before[i] !== after[i]);
  if (before.join("\n") !== text) {
    console.error(`services.json differs from what ElectroDB ${VERSION} does; the first difference is in line ${at + 1}:`);
    console.error(`  ${before[at]?.slice(0, 300)}\n  ${after[at]?.slice(0, 300)}`);
    process.exit(1);
  }
  console.log(`services.json is what ElectroDB ${VERSION} does`);
} else {
  writeFileSync(FILE, text);
  for (const [name, { seed, strangers, queries, cursors, choices }] of Object.entries(now)) {
    const errors = queries.filter((query) => query.error).length;
    console.log(`${name}: ${seed.length} items, ${strangers.length} strangers, ${queries.length} queries (${errors} errors), ${cursors.length} cursors, ${choices.length} choices`);
  }
}
