// The descriptions of the models: what `schema.mjs` makes an ElectroDB schema of, and `rust.mjs` a Rust struct.
//
//   { name, about, service, entity, version, casing?, attributes, indexes }
//   attribute: { type, required, readOnly?, field?, label?, padding?: [length, text], default?, values?, only? }
//              by its name in camelCase; `values` are added to those that are tried, `only` stands for them
//   index:     { gsi? | lsi?, pk, sk?, collection?, clustered?, scope?, condition?, multi? }, by its pattern's name
//   side:      { field?, composite, template?, casing?, cast? }; sides of two indexes that share a field are one object
//
// Each key option is an edit of a base model. Each edit is tried alone on the table's index and on a secondary one, and
// each kind of option with each other kind.

import { random } from "./random.mjs";

/** Types of attributes that can stand in keys. */
const KEY_TYPES = ["text", "text", "int", "uint", "fraction", "flag", "shade"];
/** Types of attributes outside keys. */
const OTHER_TYPES = ["text", "int", "float", "flag", "shade", "list", "map", "texts", "numbers"];

// ------------------------------------------------------------------ the base

function base(rng) {
  const rank = rng.pick(KEY_TYPES);
  const [extra, more] = rng.some(OTHER_TYPES, 2);
  const fixed = () => ({ type: "text", required: true, readOnly: true });
  return {
    attributes: {
      orgId: fixed(),
      id: fixed(),
      team: { type: "text", required: rng.chance(0.6) },
      dueDay: { type: "text", required: rng.chance(0.8) },
      rank: { type: rank, required: rng.chance(0.7) },
      note: { type: "text", required: false },
      extra: { type: extra, required: rng.chance(0.5) },
      more: { type: more, required: false },
    },
    indexes: {
      main: { pk: { composite: ["orgId"] }, sk: { composite: ["id"] } },
      second: {
        gsi: "gsi1",
        pk: { composite: ["team"] },
        sk: { composite: rng.pick([["dueDay", "rank"], ["rank", "dueDay"], ["dueDay", "rank", "id"]]) },
      },
    },
  };
}

/** The sides of an index. */
export const sidesOf = (index) => [index.pk, index.sk].filter(Boolean);
const allSides = (m) => [...new Set(Object.values(m.indexes).flatMap(sidesOf))];
/** Whether another index has this side too. */
const isShared = (m, side) => Object.values(m.indexes).filter((index) => sidesOf(index).includes(side)).length > 1;
const isPlain = (side) => side && side.template === undefined && !side.cast && !side.isAttribute;
/** Whether a side's key is text made of parts. */
const isText = (side) => side && side.cast !== "number" && !side.isNumber && !side.isAttribute;
const isPrimary = (index) => !index.gsi && !index.lsi;
const usedIn = (m, name) => allSides(m).filter((side) => side.composite.includes(name));
/** A composite of the index that satisfies the test, those of the sort key first. */
const compositeOf = (index, test) =>
  [...(index.sk?.composite ?? []), ...index.pk.composite].find(test);
/** Declares an attribute; one in the table's key cannot change. */
const add = (m, index, name, attribute) => {
  m.attributes[name] = { required: true, ...(isPrimary(index) ? { readOnly: true } : {}), ...attribute };
  return name;
};

// ------------------------------------------------------------------ the options

/** Options by kind; each is [name, edit(model, index, rng)], and the edit says whether it was possible. */
export const OPTIONS = {
  casing: [
    ...["lower", "upper", "none"].flatMap((casing) => [
      [`casing ${casing} on the pk`, (m, index) =>
        !index.multi && isText(index.pk) && !index.pk.casing && !!(index.pk.casing = casing)],
      [`casing ${casing} on the sk`, (m, index) =>
        !index.multi && isText(index.sk) && !index.sk.casing && !!(index.sk.casing = casing)],
    ]),
    ["pk upper, sk none", (m, index) => {
      if (index.multi || ![index.pk, index.sk].every((side) => isText(side) && !side.casing)) return false;
      index.pk.casing = "upper";
      return !!(index.sk.casing = "none");
    }],
    ["upper casing everywhere", (m) => !m.casing && !!(m.casing = "upper")],
    ["casing none everywhere", (m) => !m.casing && !!(m.casing = "none")],
    ["casing none everywhere, the pk lower", (m, index) => {
      if (m.casing || index.multi || !isText(index.pk) || index.pk.casing) return false;
      index.pk.casing = "lower";
      return !!(m.casing = "none");
    }],
  ],
  template: [
    ...[
      ["a pk template", (a) => `ORG#\${${a}}`],
      ["a bare pk template", (a) => `\${${a}}`],
      ["a pk template of Unicode", (a) => `Ünï İß ${"$"}{${a}} ΟΔΟΣ`],
    ].map(([name, template]) => [name, (m, index) => {
      const [first] = index.pk.composite;
      if (index.multi || index.scope || !isPlain(index.pk) || index.pk.composite.length !== 1) return false;
      return !!(index.pk.template = template(first));
    }]),
    ["a pk template of two", (m, index) => {
      if (index.multi || index.scope || !isPlain(index.pk) || index.pk.composite.length !== 1) return false;
      index.pk.composite = [index.pk.composite[0], add(m, index, "zone", { type: "text" })];
      return !!(index.pk.template = `t=\${${index.pk.composite[0]}}&Z=\${zone}`);
    }],
    ["a static pk template", (m, index) => {
      if (index.multi || index.scope || !isPlain(index.pk) || isShared(m, index.pk)) return false;
      if (isPrimary(index)) {
        if (!isPlain(index.sk)) return false;
        index.sk.composite = ["orgId", ...index.sk.composite.filter((c) => c !== "orgId")];
      }
      index.pk.composite = [];
      return !!(index.pk.template = "STATIC");
    }],
    ...[
      ["an sk template", (names) => names.map((name, i) => `${"ABC"[i]}#\${${name}}`).join("")],
      ["an sk template of short separators", (names) => names.map((name) => `\${${name}}`).join("#")],
      ["an sk template of letters", (names) => `x${names.map((name) => `\${${name}}`).join("Yy")}z`],
      ["an sk template with a last literal", (names) => `Day-${names.map((name) => `\${${name}}`).join("|R_")}_END`],
      ["an sk template with odd literals", (names) => `$ {é}${names.map((name) => `{\${${name}}}`).join("😀Ω")}`],
    ].map(([name, template]) => [name, (m, index) => {
      if (index.multi || index.clustered || !isPlain(index.sk) || !index.sk.composite.length) return false;
      return !!(index.sk.template = template(index.sk.composite));
    }]),
    ["an sk template with padding and no separator", (m, index) => {
      if (index.multi || index.clustered || !isPlain(index.sk) || !index.sk.composite.length) return false;
      const place = add(m, index, "place", { type: "uint", padding: [4, "0"], values: [12345] });
      const last = index.sk.composite.at(-1);
      index.sk.composite = [place, last];
      return !!(index.sk.template = `N\${place}\${${last}}`);
    }],
    ["a static sk template", (m, index) => {
      if (index.multi || index.clustered || !isPlain(index.sk) || isShared(m, index.sk)) return false;
      if (isPrimary(index)) {
        if (!isPlain(index.pk)) return false;
        index.pk.composite = ["orgId", "id"];
      }
      index.sk.composite = [];
      return !!(index.sk.template = "META");
    }],
    ["templates on both sides", (m, index) => {
      if (index.multi || index.scope || index.clustered || !isPlain(index.pk) || !isPlain(index.sk)) return false;
      if (index.pk.composite.length !== 1 || !index.sk.composite.length) return false;
      index.pk.template = `P/\${${index.pk.composite[0]}}/`;
      return !!(index.sk.template = index.sk.composite.map((name) => `/\${${name}}`).join(""));
    }],
  ],
  scope: [
    ["a scope", (m, index) =>
      !index.multi && !index.scope && isPlain(index.pk) && !isShared(m, index.pk) && !!(index.scope = "Scope")],
    ["a scope with odd characters", (m, index) =>
      !index.multi && !index.scope && isPlain(index.pk) && !isShared(m, index.pk) && !!(index.scope = "S#c $1")],
  ],
  label: [
    ["labels", (m, index) => {
      const names = [index.pk.composite[0], index.sk?.composite.at(-1)].filter(Boolean);
      if (index.multi || names.some((name) => m.attributes[name].label !== undefined)) return false;
      names.forEach((name, i) => { m.attributes[name].label = ["L", "The-Label É"][i]; });
      return names.length > 0;
    }],
    ["an empty label", (m, index) => {
      const name = index.sk?.composite.find((c) => usedIn(m, c).length === 1);
      if (index.multi || !isPlain(index.sk) || !name || m.attributes[name].label !== undefined) return false;
      m.attributes[name].label = "";
      return true;
    }],
  ],
  padding: [
    ["padded text", (m, index) => {
      const name = compositeOf(index, (c) => m.attributes[c].type === "text" && !m.attributes[c].padding);
      if (index.multi || !name || sidesOf(index).some((side) => side.isAttribute)) return false;
      return !!(m.attributes[name].padding = [6, "xy"]);
    }],
    ...[
      ["a padded number", "uint", [5, "0"]],
      ["a padded signed number", "int", [6, "0"]],
      // Not half an emoji: the numbers have an odd number of digits.
      ["padding with emoji", "uint", [5, "😀"], { only: [0, 1, 2, 9, 100, 12345, 7654321] }],
      ["padded booleans", "flag", [7, "_"]],
      ["a padded enum", "shade", [6, "."]],
      ["padding with upper-case letters", "fraction", [8, "Ab"]],
    ].map(([name, type, padding, more]) => [name, (m, index) => {
      if (index.multi || !isPlain(index.sk) || !isText(index.sk) || isShared(m, index.sk)) return false;
      index.sk.composite = [add(m, index, "place", { type, padding, ...more }), ...index.sk.composite.slice(0, 2)];
      return true;
    }]),
  ],
  number: [
    ...[
      ["a numeric sk", "sk", "int", { cast: "number" }],
      ["a numeric sk of a fraction", "sk", "fraction", { cast: "number" }],
      ["a numeric sk of digits", "sk", "digits", { cast: "number" }],
      ["a numeric sk of a boolean", "sk", "flag", { cast: "number" }],
      ["a numeric sk by its template", "sk", "uint", { template: "${place}", isNumber: true }],
      ["a numeric sk of a fraction by its template", "sk", "fraction", { template: "${place}", isNumber: true }],
      ["a numeric pk", "pk", "int", { cast: "number" }],
      ["a numeric pk by its template", "pk", "int", { template: "${place}", isNumber: true }],
      ["an sk of a number that is cast to text", "sk", "int", { template: "${place}", cast: "string" }],
    ].map(([name, which, type, more]) => [name, (m, index) => {
      const side = index[which];
      if (index.multi || index.collection || index.clustered || !isPlain(side) || isShared(m, side)) return false;
      if (side.casing || (which === "pk" && (index.scope || index.lsi))) return false;
      if (isPrimary(index)) {
        const other = which === "pk" ? index.sk : index.pk;
        if (!isPlain(other) || isShared(m, other)) return false;
        other.composite = ["orgId", "id"];
      }
      Object.assign(side, more, { composite: [add(m, index, "place", { type })] });
      return true;
    }]),
    ["a side that is cast to text", (m, index) =>
      !index.multi && isPlain(index.sk) && !!index.sk.composite.length && !!(index.sk.cast = "string")],
  ],
  clustered: [
    ["clustered", (m, index) => !index.multi && !index.clustered && isPlain(index.sk) && !isShared(m, index.sk)
      && isText(index.pk) && (index.clustered = true)],
  ],
  collection: [
    ["a collection", (m, index) => mayHaveCollection(m, index) && !!(index.collection = "Tasks")],
    ["two collections", (m, index) => mayHaveCollection(m, index) && !!(index.collection = ["Org", "Tasks"])],
    ["a clustered collection", (m, index) => mayHaveCollection(m, index) && !index.clustered
      && (index.clustered = true) && !!(index.collection = "Tasks")],
  ],
  shape: [
    ["no sk", (m, index) => {
      if (index.multi || !isPlain(index.sk) || isShared(m, index.sk) || index.clustered || index.sk.casing) return false;
      if (isPrimary(index)) {
        if (m.indexes.local || !isPlain(index.pk)) return false;
        index.pk.composite = ["orgId", "id"];
      }
      delete index.sk;
      return true;
    }],
    ["an sk without composites", (m, index) => {
      if (index.multi || !isPlain(index.sk) || isShared(m, index.sk)) return false;
      if (isPrimary(index)) {
        if (!isPlain(index.pk)) return false;
        index.pk.composite = ["orgId", "id"];
      }
      index.sk.composite = [];
      return true;
    }],
    ["a pk without composites", (m, index) => {
      if (index.multi || !isPlain(index.pk) || isShared(m, index.pk) || !isPlain(index.sk)) return false;
      if (isPrimary(index)) index.sk.composite = ["orgId", ...index.sk.composite.filter((c) => c !== "orgId")];
      else if (!index.sk.composite.length) return false;
      index.pk.composite = [];
      return true;
    }],
    ["no composites at all", (m, index) => {
      if (isPrimary(index) || index.multi || !isPlain(index.pk) || isShared(m, index.pk) || !isPlain(index.sk)) return false;
      index.pk.composite = [];
      index.sk.composite = [];
      return true;
    }],
    ["several composites on both sides", (m, index) => {
      if (!isPlain(index.pk) || !isPlain(index.sk) || isShared(m, index.pk) || isShared(m, index.sk)) return false;
      index.pk.composite = [...index.pk.composite, add(m, index, "zone", { type: "uint" })];
      index.sk.composite = [add(m, index, "step", { type: "shade" }), ...index.sk.composite.slice(0, 2),
        add(m, index, "turn", { type: "flag" })];
      return true;
    }],
  ],
  shared: [
    ["a local index", (m) => {
      const { main } = m.indexes;
      if (m.indexes.local || !main.sk || main.sk.isAttribute || main.pk.isAttribute) return false;
      m.indexes.local = { lsi: "lsi1", pk: main.pk, sk: { composite: ["dueDay"] } };
      return true;
    }],
    ["a reverse index", (m) => {
      const { main } = m.indexes;
      const odd = m.indexes.reverse || main.scope || main.collection || main.clustered || !main.sk?.composite.length;
      if (odd || ![main.pk, main.sk].every((side) => isText(side))) return false;
      m.indexes.reverse = { gsi: "gsi9", pk: main.sk, sk: main.pk };
      return true;
    }],
    ["two indexes with one sk", (m, index) => {
      const { main } = m.indexes;
      // A condition would take the key from the other index too, which Dynaent does not take.
      if (index !== m.indexes.second || index.multi || index.clustered || index.condition || !isPlain(index.sk)) return false;
      m.indexes.other = { gsi: "gsi8", pk: { composite: ["orgId"] }, sk: index.sk };
      return main.pk.composite.includes("orgId");
    }],
  ],
  attribute: [
    ...[
      ["a pk that is an attribute", "pk", { casing: "none" }, {}],
      ["a pk that is an attribute, in lower case", "pk", { casing: "lower" }, {}],
      ["a pk that is an attribute, by its template", "pk", { template: "${code}", casing: "upper" }, {}],
      ["an sk that is an attribute", "sk", { casing: "none" }, {}],
      ["an sk that is an attribute with a prefix", "sk", { template: "PRE_${code}", casing: "none" }, {}],
      ["an sk that is an attribute with a prefix and a postfix", "sk", { template: "Pre#${code}#Post", casing: "upper" }, {}],
      ["an sk that is a renamed attribute", "sk", { template: "${code}", casing: "none" }, { field: "CodeField" }],
      ["an sk that is an attribute, of no casing", "sk", {}, {}],
      ["an sk that is a numeric attribute", "sk", { template: "${code}", isNumber: true }, { type: "int" }],
      ["a pk that is a numeric attribute", "pk", { template: "${code}", isNumber: true }, { type: "uint" }],
      ["an sk that is a numeric attribute, without a template", "sk", {}, { type: "fraction" }],
    ].map(([name, which, more, attribute]) => [name, (m, index) => {
      const side = index[which];
      if (index.multi || index.lsi || index.collection || index.condition || index.clustered || !isPlain(side)) return false;
      if (isShared(m, side) || side.casing || (which === "pk" && index.scope)) return false;
      if (isPrimary(index)) {
        const other = which === "pk" ? index.sk : index.pk;
        if (!isPlain(other) || isShared(m, other)) return false;
        other.composite = ["orgId", "id"];
      }
      add(m, index, "code", { type: "text", ...attribute });
      const isNumber = ["int", "uint", "fraction"].includes(attribute.type);
      index[which] = { ...more, composite: ["code"], field: attribute.field ?? "code", isAttribute: true, isNumber };
      return true;
    }]),
  ],
  sparse: [
    ["an optional pk", (m, index) => {
      if (isPrimary(index) || !index.pk.composite.length || isShared(m, index.pk)) return false;
      index.pk.composite.filter((c) => !inPrimary(m, c)).forEach((c) => { m.attributes[c].required = false; });
      return true;
    }],
    ["all optional", (m, index) => {
      if (isPrimary(index)) return false;
      const names = sidesOf(index).flatMap((side) => side.composite).filter((c) => !inPrimary(m, c));
      names.forEach((c) => { m.attributes[c].required = false; });
      return names.length > 0;
    }],
  ],
  condition: [
    ["a condition on a composite", (m, index) => {
      const name = mayHaveCondition(m, index) && compositeOf(index, (c) => m.attributes[c].type === "text" && !inPrimary(m, c));
      if (!name) return false;
      m.attributes[name].values = [...(m.attributes[name].values ?? []), "skip", "skip"];
      return !!(index.condition = { attribute: name, not: "skip" });
    }],
    ["a condition on another attribute", (m, index) => {
      if (!mayHaveCondition(m, index)) return false;
      m.attributes.open = { type: "flag", required: true };
      return !!(index.condition = { attribute: "open", is: true });
    }],
    ["a condition on an optional attribute", (m, index) => {
      if (!mayHaveCondition(m, index)) return false;
      m.attributes.mood = { type: "text", required: false, values: ["good", "good"] };
      return !!(index.condition = { attribute: "mood", is: "good" });
    }],
  ],
  multi: [
    ["a key of several attributes", (m, index) => {
      if (isPrimary(index) || index.lsi || index.collection || index.clustered || index.scope || index.condition) return false;
      if (![index.pk, index.sk].every((side) => isPlain(side) && !side.casing && !isShared(m, side))) return false;
      // DynamoDB's keys are text and numbers.
      const isKey = (c) => m.attributes[c].type !== "flag" && !m.attributes[c].padding && m.attributes[c].label === undefined;
      index.pk.composite = [...index.pk.composite, add(m, index, "zone", { type: "text" })].filter(isKey);
      index.sk.composite = index.sk.composite.filter(isKey);
      return (index.multi = index.sk.composite.length > 0);
    }],
  ],
  names: [
    ...[
      ["a service with $", { service: "my$svc" }],
      ["an entity with spaces and #", { entity: "My Ent#x" }],
      ["a version with a dot", { version: "1.0-RC" }],
      ["names in Unicode", { service: "Sérvice İ", entity: "Straße ΟΔΟΣ", version: "ﬁ😀" }],
    ].map(([name, names]) => [name, (m) => !m.service && !m.entity && !m.version && !!Object.assign(m, names)]),
  ],
  attributes: [
    ["attributes with other fields", (m) => {
      ["orgId", "team", "rank", "extra"].forEach((name, i) => {
        if (!m.attributes[name].field) m.attributes[name].field = ["org-id", "t", "The.Rank", "é"][i];
      });
      return true;
    }],
    ["read-only attributes", (m) => {
      ["team", "note"].forEach((name) => { m.attributes[name].readOnly = true; });
      return true;
    }],
    ["defaults", (m) => {
      m.attributes.stage = { type: "text", required: true, default: "new" };
      m.attributes.open ??= { type: "flag", required: false, default: true };
      return true;
    }],
    ["the default of a composite", (m) => {
      const free = (c) => m.attributes[c]?.type === "text" && !inPrimary(m, c) && !m.attributes[c].readOnly;
      const name = ["team", "dueDay"].find((c) => usedIn(m, c).length && free(c));
      return !!name && !!(m.attributes[name].default = "Some");
    }],
  ],
};

const inPrimary = (m, name) => sidesOf(m.indexes.main).some((side) => side.composite.includes(name));
const mayHaveCollection = (m, index) =>
  !index.multi && !index.collection && (!index.sk || isPlain(index.sk)) && isPlain(index.pk)
  && sidesOf(index).every((side) => !isShared(m, side));
const mayHaveCondition = (m, index) => !isPrimary(index) && !index.multi && !index.condition
  && sidesOf(index).every((side) => !side.isAttribute && !isShared(m, side))
  && sidesOf(index).some((side) => side.composite.length);

// ------------------------------------------------------------------ all models

function model(number, edits) {
  const rng = random(`model ${edits.map(([[name], on]) => `${name} ${on}`).join()}`);
  const m = base(rng);
  if (edits.some(([, on]) => on === "third")) {
    m.indexes.third = { gsi: "gsi2", pk: { composite: ["team"] }, sk: { composite: ["dueDay"] } };
  }
  for (const [[, edit], on] of edits) {
    if (!edit(m, m.indexes[on], rng)) return null;
  }
  if (!sound(m)) return null;
  const at = ([[name], on]) => (on === "main" ? `${name} (primary)` : name);
  return {
    name: `M${String(number).padStart(3, "0")}`,
    about: edits.map(at).join(", "),
    service: m.service ?? "gen",
    entity: m.entity ?? `Ent${number}`,
    version: m.version ?? "1",
    casing: m.casing,
    attributes: m.attributes,
    indexes: m.indexes,
  };
}

/** Whether ElectroDB and DynamoDB take a combination of options. */
function sound(m) {
  return Object.values(m.indexes).every((index) => {
    const [pk, sk] = [index.pk.composite, index.sk?.composite ?? []];
    // An attribute in both sides.
    if (pk.some((c) => sk.includes(c)) && sk.length > 1) return false;
    // A local index reads the partitions of the table, so it has its scope.
    if (index.lsi && m.indexes.main.scope) index.scope = m.indexes.main.scope;
    // An attribute that is the key itself is neither padded nor labelled.
    const keys = sidesOf(index).filter((side) => side.isAttribute).flatMap((side) => side.composite);
    return !keys.some((c) => m.attributes[c].padding || m.attributes[c].label !== undefined);
  });
}

export function describe() {
  const models = [];
  const take = (edits) => {
    const made = model(models.length + 1, edits);
    if (made) models.push(made);
    return !!made;
  };
  const kinds = Object.keys(OPTIONS);
  // Each option alone: on the secondary index, and on the table's own if that is another thing.
  const elsewhere = ["sparse", "condition", "multi", "names", "attributes", "shared"];
  for (const kind of kinds) {
    for (const option of OPTIONS[kind]) {
      const alone = take([[option, "second"]]);
      if (!alone) throw new Error(`${option[0]} is not possible on the secondary index`);
    }
    if (elsewhere.includes(kind)) continue;
    for (const option of random(kind).some(OPTIONS[kind], 2)) take([[option, "main"]]);
  }
  // Each kind with each other kind: on one index if they go together, else on two. Those that only change names and
  // texts go with what makes keys.
  const small = ["scope", "label", "sparse", "names", "attributes"];
  for (let i = 0; i < kinds.length; i++) {
    for (let j = i + 1; j < kinds.length; j++) {
      if (small.includes(kinds[i]) && small.includes(kinds[j])) continue;
      const rng = random(`${kinds[i]} ${kinds[j]}`);
      const [first, second] = [rng.pick(OPTIONS[kinds[i]]), rng.pick(OPTIONS[kinds[j]])];
      const ways = [
        [[first, "second"], [second, "second"]], [[second, "second"], [first, "second"]],
        [[first, "main"], [second, "second"]], [[second, "main"], [first, "second"]],
        [[first, "second"], [second, "main"]], [[second, "second"], [first, "main"]],
        [[first, "second"], [second, "third"]],
      ];
      if (!ways.some(take)) throw new Error(`${first[0]} and ${second[0]} do not go together`);
    }
  }
  return models;
}
