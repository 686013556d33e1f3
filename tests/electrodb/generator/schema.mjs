// A description as an ElectroDB schema, as a table, and as the parts of its keys.

import { sidesOf } from "./models.mjs";

const ELECTRO_TYPES = {
  text: "string", digits: "string", int: "number", uint: "number", fraction: "number", float: "number",
  flag: "boolean", shade: ["light", "Dark", "Very Dark"],
};
/** The types that are stored as N. */
export const NUMBERS = ["int", "uint", "fraction", "float"];

function attributeOf({ type, required, readOnly, field, label, padding, default: fallback }) {
  const more = {
    list: { type: "list", items: { type: "string" } },
    map: { type: "map", properties: { x: { type: "string" }, "Y z": { type: "string" } } },
    texts: { type: "set", items: "string" },
    numbers: { type: "set", items: "number" },
  };
  return {
    ...(more[type] ?? { type: ELECTRO_TYPES[type] }),
    ...(required ? { required } : {}),
    ...(readOnly ? { readOnly } : {}),
    ...(field ? { field } : {}),
    ...(label !== undefined ? { label } : {}),
    ...(padding ? { padding: { length: padding[0], char: padding[1] } } : {}),
    ...(fallback !== undefined ? { default: fallback } : {}),
  };
}

/** The pattern of the first index that has this side: the one that says what stands in the key. */
const ownerOf = (m, side) => Object.keys(m.indexes).find((pattern) => sidesOf(m.indexes[pattern]).includes(side));

/** The key field of a side: named by the first index that has it. */
export function fieldOf(m, side) {
  if (side.field) return side.field;
  const owner = m.indexes[ownerOf(m, side)];
  return `${owner.gsi ?? owner.lsi ?? ""}${owner.pk === side ? "pk" : "sk"}`;
}

const casingOf = (m, side) => side.casing ?? m.casing;

/** The function behind a condition. */
export function holds({ attribute, is, not }, values) {
  return is === undefined ? values[attribute] !== not : values[attribute] === is;
}

export function schemaOf(m) {
  const side = (side) => ({
    field: fieldOf(m, side),
    ...(side.template === undefined ? { composite: side.composite } : { template: side.template }),
    ...(casingOf(m, side) ? { casing: casingOf(m, side) } : {}),
    ...(side.cast ? { cast: side.cast } : {}),
  });
  const index = ({ gsi, lsi, pk, sk, multi, collection, clustered, scope, condition }) => ({
    ...(gsi ?? lsi ? { index: gsi ?? lsi } : {}),
    ...(multi ? { type: "composite" } : clustered ? { type: "clustered" } : {}),
    ...(collection ? { collection } : {}),
    ...(scope ? { scope } : {}),
    ...(condition ? { condition: (values) => holds(condition, values) } : {}),
    pk: multi ? { composite: pk.composite } : side(pk),
    ...(sk ? { sk: multi ? { composite: sk.composite } : side(sk) } : {}),
  });
  const map = (object, make) => Object.fromEntries(Object.entries(object).map(([name, value]) => [name, make(value)]));
  return {
    model: { service: m.service, entity: m.entity, version: m.version },
    attributes: map(m.attributes, attributeOf),
    indexes: map(m.indexes, index),
  };
}

// ------------------------------------------------------- what stands in a key

/**
 * The key of a side, taken apart:
 *   { field, prefix, parts: [{ label, attribute, padding? }], postfix, casing, number?, isAttribute?, folded? }
 * `postfix` also is the literal that ends a template. This is section "keys" of ElectroDB's documentation, written down once
 * more: `calls.mjs` asserts that ElectroDB's keys are composed so.
 */
export function partsOf(m, side) {
  const index = m.indexes[ownerOf(m, side)];
  const isPk = index.pk === side;
  const field = fieldOf(m, side);
  // An attribute that is the key itself: ElectroDB folds its case where the model says nothing. We do not.
  const folded = side.isAttribute && !casingOf(m, side) ? { folded: true } : {};
  const casing = casingOf(m, side) ?? "lower";
  const of = (name) => {
    const { padding } = m.attributes[name];
    return padding ? { attribute: name, padding } : { attribute: name };
  };
  const isNumber = side.cast === "number" || (side.cast !== "string"
    && /^\$\{\w+\}$/.test(side.template ?? (side.isAttribute ? `\${${side.composite[0]}}` : ""))
    && NUMBERS.includes(m.attributes[side.composite[0]].type));
  if (isNumber) return { field, number: true, prefix: "", parts: [{ label: "", ...of(side.composite[0]) }], postfix: "", casing };
  const template = side.template ?? (side.isAttribute ? `\${${side.composite[0]}}` : undefined);
  if (template !== undefined) {
    const pieces = template.split(/\$\{(\w+)\}/);
    const parts = side.composite.map((name, i) => ({ label: pieces[2 * i], ...of(name) }));
    const last = pieces.at(-1);
    // Without composites all of the template is the prefix.
    const [prefix, end] = parts.length ? ["", last] : [last, ""];
    return { field, prefix, parts, postfix: end, casing, ...(side.isAttribute ? { isAttribute: true } : {}), ...folded };
  }
  const collections = [index.collection ?? []].flat().map((name, i) => `${i ? "#" : "$"}${name}`).join("");
  const entity = `${collections ? "#" : "$"}${m.entity}_${m.version}`;
  const [skPrefix, skPostfix] = index.clustered ? [collections, entity] : [collections + entity, ""];
  const scope = index.scope ? `_${index.scope}` : "";
  const prefix = isPk ? `$${m.service}${index.sk ? "" : skPrefix + skPostfix}${scope}` : skPrefix;
  const label = (name) => `#${(isPk ? m.attributes[name].label || undefined : m.attributes[name].label) ?? name}_`;
  const parts = side.composite.map((name) => ({ label: label(name), ...of(name) }));
  return { field, prefix, parts, postfix: isPk ? "" : skPostfix, casing };
}

/** What the Rust test is told of a model: enough to know a key's parts, without asking the library. */
export function outline(m) {
  const attributes = Object.fromEntries(Object.entries(m.attributes).map(([name, { type, field, required, default: d }]) =>
    [name, { type, field: field ?? name, ...(required ? { required } : {}), ...(d !== undefined ? { default: d } : {}) }]));
  const indexes = Object.entries(m.indexes).map(([pattern, index]) => ({
    pattern,
    name: index.gsi ?? index.lsi ?? null,
    ...(index.condition ? { condition: index.condition } : {}),
    ...(index.clustered ? { clustered: true } : {}),
    ...(index.multi
      ? { multi: true, pk: { attributes: index.pk.composite }, sk: { attributes: index.sk.composite } }
      : { pk: partsOf(m, index.pk), ...(index.sk ? { sk: partsOf(m, index.sk) } : {}) }),
  }));
  return { entity: m.entity, version: m.version, attributes, indexes };
}

// ------------------------------------------------------- the table

/** CreateTable's body. */
export function tableOf(m) {
  const kinds = {};
  const keySchema = (index) => sidesOf(index).flatMap((side, i) => {
    const fields = index.multi ? side.composite.map((name) => [m.attributes[name].field ?? name, NUMBERS.includes(m.attributes[name].type)])
      : [[fieldOf(m, side), !!partsOf(m, side).number]];
    return fields.map(([field, number]) => {
      kinds[field] = number ? "N" : "S";
      return { AttributeName: field, KeyType: i ? "RANGE" : "HASH" };
    });
  });
  const body = (index) => ({
    IndexName: index.gsi ?? index.lsi, KeySchema: keySchema(index), Projection: { ProjectionType: "ALL" },
  });
  const indexes = Object.values(m.indexes);
  const KeySchema = keySchema(m.indexes.main);
  const [LocalSecondaryIndexes, GlobalSecondaryIndexes] =
    ["lsi", "gsi"].map((kind) => indexes.filter((index) => index[kind]).map(body));
  return {
    TableName: "t",
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: Object.entries(kinds).map(([AttributeName, AttributeType]) => ({ AttributeName, AttributeType })),
    KeySchema,
    ...(LocalSecondaryIndexes.length ? { LocalSecondaryIndexes } : {}),
    ...(GlobalSecondaryIndexes.length ? { GlobalSecondaryIndexes } : {}),
  };
}
