// The values that are passed to ElectroDB: for each model
//   items    name -> payload of put/create/upsert (and of get/delete/remove by its key)
//   keys     which attributes make up the primary key
//   badItems name -> payload that ElectroDB refuses
//   updates  name -> the argument of update(key).set(...) / patch(key).set(...)
//   eachKey  the name of the update that is tried with the key of every item
//   queries  index -> value set -> { pk, lo, hi }: facets of the pk, and lower and
//            upper values of the sk composites in their order
//   seed     items to have in the table while the queries run
//   neighbours  seed of other entities that share the partitions

const long = "Long Value " + "x".repeat(250);
const unicode = "Ünïcødé İ ß Σ 😀";
// Case mappings that depend on context (final sigma) or change the length.
const folding = "ΟΔΟΣ Σ.Α ΑΣ. ŉ ﬁn ǅ ΐ İI Straße";
const MAX = Number.MAX_SAFE_INTEGER;

/** The i-th element, round and round. */
const pick = (list, i) => list[i % list.length];
const range = (n) => Array.from({ length: n }, (_, i) => i);

// Names that are prefixes of each other, differ in case only, or hold
// characters that have a meaning in keys; all without '#label_' in them.
const tricky = ["a", "ab", "abc", "a b", "A", "aB", "b", "B2", "a_b", "a#b", "a$b", "10", "9", "1", unicode, "z"];

// ---------------------------------------------------------------- comment

const comment = {
  keys: ["commentID"],
  items: {
    plain: { commentID: "c1", articleID: "a1", text: "hello" },
    mixed: { commentID: "Com-ONE", articleID: "Art-TWO", text: "Hello World" },
    unicode: { commentID: unicode, articleID: "é " + unicode, text: unicode },
    folding: { commentID: folding, articleID: folding, text: folding },
    spaces: { commentID: " c 1 ", articleID: "a  1", text: "  " },
    special: { commentID: "c_1$x#y", articleID: "$a_1#z", text: "#_$" },
    punctuation: { commentID: "a/b\\c\"d'e:f|g\n\t{}", articleID: "%41+&=?", text: "\u0000\u007f" },
    long: { commentID: long, articleID: long, text: long.repeat(4) },
    emptyText: { commentID: "c2", articleID: "a1", text: "" },
    digits: { commentID: "007", articleID: "1e3", text: "1" },
  },
  badItems: {
    "without-text": { commentID: "c1", articleID: "a1" },
    "without-articleID": { commentID: "c1", text: "t" },
    "without-key": { articleID: "a1", text: "t" },
    "wrong-type": { commentID: "c1", articleID: "a1", text: 5 },
  },
  eachKey: "text",
  updates: {
    text: { text: "New Text" },
    "text-unicode": { text: unicode },
    "text-empty": { text: "" },
    nothing: {},
    "readonly-articleID": { articleID: "a2" },
    "readonly-commentID": { commentID: "c2" },
    unknown: { nope: "x" },
  },
  queries: {
    primary: {
      plain: { pk: { commentID: "a-a" }, lo: {}, hi: {} },
      unicode: { pk: { commentID: unicode }, lo: {}, hi: {} },
    },
    byArticle: {
      plain: { pk: { articleID: "a" }, lo: { commentID: "a-a" }, hi: { commentID: "a-b" } },
      mixed: { pk: { articleID: "AB" }, lo: { commentID: "AB-A" }, hi: { commentID: "aB-Z" } },
      spaces: { pk: { articleID: "a b" }, lo: { commentID: "a b-a b" }, hi: { commentID: "a b-b" } },
      special: { pk: { articleID: "a" }, lo: { commentID: "a-a#b" }, hi: { commentID: "a-a_b" } },
      unicode: { pk: { articleID: unicode }, lo: { commentID: unicode + "-a" }, hi: { commentID: unicode + "-z" } },
    },
  },
  // commentID is the whole primary key: it starts with the article to be unique.
  seed: range(42).map((i) => {
    const articleID = ["a", "ab", "a b", "A", unicode][[0, 0, 1, 2, 4, 0, 1][i % 7]];
    return { commentID: `${articleID}-${pick(tricky, i)}`, articleID, text: `text ${i}` };
  }),
  neighbours: [
    { commentID: "a-a", articleID: "a", text: "neighbour" },
    { commentID: "a-b", articleID: "a", text: "neighbour" },
    { commentID: unicode + "-b", articleID: unicode, text: "neighbour" },
  ],
};

// ------------------------------------------------------------------ lease

const plainLease = {
  cityId: "atlanta", mallId: "eastpoint", storeId: "s1", buildingId: "b1", unitId: "u1",
  category: "food", leaseEnd: "2025-01-31", rent: 1200, units: 3, open: true,
};
const leaseOf = (more) => ({ ...plainLease, ...more });
const everyString = (text) => ({
  cityId: text, mallId: text, storeId: text, buildingId: text, unitId: text,
  category: text, leaseEnd: text, tags: [text], notes: [text], tenant: text, contact: text,
});

const lease = {
  keys: ["cityId", "mallId", "buildingId", "storeId"],
  items: {
    plain: plainLease, // no tenant: see "dangling" in the README
    tenant: leaseOf({ tenant: "acme" }),
    full: leaseOf({ tags: ["b", "a", "b"], notes: ["n1", "n1", "N2"], deposit: 12.5, tenant: "acme", contact: "Joe" }),
    mixed: leaseOf({ cityId: "Atlanta GA", mallId: "EastPoint", storeId: "S-One", buildingId: "Building A", unitId: "Unit B", category: "Food/Meat", tenant: "ACME Corp", open: false }),
    unicode: leaseOf(everyString(unicode)),
    folding: leaseOf(everyString(folding)),
    spaces: leaseOf(everyString(" a  b ")),
    special: leaseOf(everyString("$a_1#z")),
    long: leaseOf({ ...everyString(long), tenant: long }),
    "number-zero": leaseOf({ rent: 0, units: 0, deposit: 0, tenant: "acme" }),
    "number-minus": leaseOf({ rent: -1, units: -1, deposit: -12.5, tenant: "acme" }),
    "number-42": leaseOf({ rent: 12.5, units: 42, deposit: 0.1, tenant: "acme" }),
    "number-max": leaseOf({ rent: MAX, units: MAX, deposit: -MAX, tenant: "acme" }),
    "number-small": leaseOf({ rent: 0.1 + 0.2, units: 1, deposit: 1e-7, tenant: "acme" }),
    "set-of-one": leaseOf({ tags: ["one"], tenant: "acme" }),
    "list-empty": leaseOf({ notes: [], tenant: "acme" }),
  },
  badItems: {
    "without-rent": leaseOf({ rent: undefined }),
    "without-units": leaseOf({ units: undefined }),
    "without-storeId": leaseOf({ storeId: undefined }),
    "wrong-type": leaseOf({ rent: "12" }),
  },
  eachKey: "unitId-rent",
  updates: {
    nothing: {},
    // attributes that are in no key
    rent: { rent: 12.5 },
    open: { open: false },
    tags: { tags: ["x", "Y"] },
    notes: { notes: ["One", "two"] },
    "notes-empty": { notes: [] },
    deposit: { deposit: -1 },
    contact: { contact: "Ann" },
    several: { rent: 0, open: true, tags: ["x"], notes: ["n"], deposit: MAX, contact: "Bob" },
    // units: the sk side is [buildingId, unitId, storeId], of which unitId can change
    unitId: { unitId: "Unit 9" },
    "unitId-rent": { unitId: "u9", rent: 9 },
    // byTenant: the pk side alone (its sk side has leaseEnd)
    tenant: { tenant: "New Tenant" },
    "tenant-unicode": { tenant: unicode },
    "tenant-unitId": { tenant: "t", unitId: "u" },
    // leases: the sk side needs all three; leaseEnd also is in byTenant's sk side
    "leaseEnd-category-units": { leaseEnd: "2030-12-31", category: "Toys", units: 42 },
    "leaseEnd-category-units-zero": { leaseEnd: "2030-12-31", category: "Toys", units: 0 },
    "leaseEnd-category-units-minus": { units: -1, category: "Toys", leaseEnd: "2030-12-31" },
    "leaseEnd-category-units-max": { leaseEnd: folding, category: unicode, units: MAX },
    "leaseEnd-category-units-tenant": { leaseEnd: "2030-12-31", category: "Toys", units: 1, tenant: "T" },
    "leaseEnd-category-units-unitId": { leaseEnd: "2030-12-31", category: "Toys", units: 1, unitId: "U" },
    everything: {
      leaseEnd: "2030-12-31", category: "Toys", units: 7, unitId: "U", tenant: "T", rent: 5.5, open: false,
      tags: ["p", "q"], notes: ["n"], deposit: 1, contact: "C",
    },
    // composites that are missing
    leaseEnd: { leaseEnd: "2030-12-31" },
    category: { category: "Toys" },
    units: { units: 1 },
    "leaseEnd-category": { leaseEnd: "2030-12-31", category: "Toys" },
    "leaseEnd-units": { leaseEnd: "2030-12-31", units: 1 },
    "category-units": { category: "Toys", units: 1 },
    "leaseEnd-tenant": { leaseEnd: "2030-12-31", tenant: "T" },
    "units-rent": { units: 1, rent: 1 },
    // attributes that can't change, and values of a wrong type
    "readonly-storeId": { storeId: "s2" },
    "readonly-buildingId": { buildingId: "b2" },
    "wrong-type": { rent: "12" },
  },
  queries: {
    stores: {
      plain: { pk: { cityId: "nyc", mallId: "a" }, lo: { buildingId: "a", storeId: "s14" }, hi: { buildingId: "ab", storeId: "s3" } },
      mixed: { pk: { cityId: "NYC", mallId: "A" }, lo: { buildingId: "A B", storeId: "S1" }, hi: { buildingId: "B", storeId: "S30" } },
      unicode: { pk: { cityId: unicode, mallId: "ab" }, lo: { buildingId: unicode, storeId: "s1" }, hi: { buildingId: unicode + "😀", storeId: "s9" } },
    },
    units: {
      plain: { pk: { mallId: "a" }, lo: { buildingId: "a", unitId: "1", storeId: "s0" }, hi: { buildingId: "ab", unitId: "9", storeId: "s3" } },
      mixed: { pk: { mallId: "AB" }, lo: { buildingId: "A", unitId: "U 1", storeId: "S1" }, hi: { buildingId: "B", unitId: "U_9", storeId: "S30" } },
    },
    leases: {
      plain: { pk: { mallId: "a" }, lo: { leaseEnd: "2025-01-31", category: "food", units: 1 }, hi: { leaseEnd: "2026-06-30", category: "food", units: 3 } },
      numbers: { pk: { mallId: "a" }, lo: { leaseEnd: "2025-01-31", category: "a b", units: -1 }, hi: { leaseEnd: "2025-01-31", category: "toys", units: 42 } },
      edges: { pk: { mallId: "ab" }, lo: { leaseEnd: "2025", category: "Food", units: 0 }, hi: { leaseEnd: "2027", category: "Toys", units: MAX } },
    },
    byTenant: {
      plain: { pk: { tenant: "acme" }, lo: { leaseEnd: "2025-01-31", storeId: "s0" }, hi: { leaseEnd: "2026-06-30", storeId: "s3" } },
      mixed: { pk: { tenant: "ACME Corp" }, lo: { leaseEnd: "2025-01", storeId: "S" }, hi: { leaseEnd: "2026-12", storeId: "S3" } },
      unicode: { pk: { tenant: unicode }, lo: { leaseEnd: "2025", storeId: "s1" }, hi: { leaseEnd: "2026", storeId: "s9" } },
    },
  },
  // storeId makes the items unique, the rest goes round in cycles of different length.
  seed: range(44).map((i) => ({
    cityId: pick(["nyc", "nyc", "nyc", unicode], i),
    mallId: pick(["a", "a", "a", "ab", "a"], i),
    storeId: `s${i}`,
    buildingId: pick(["a", "ab", "a b", "b", "A", unicode, "a_b"], i),
    unitId: pick(["1", "10", "9", "U 1"], i),
    category: pick(["food", "Food", "food/meat", "toys", "a b", "Toys"], i),
    leaseEnd: pick(["2025-01-31", "2025-01-31", "2025-12-31", "2026-06-30"], i),
    rent: i * 12.5,
    units: pick([1, 10, 2, 42, 0, -1, 3, MAX, 9], i),
    open: i % 2 === 0,
    // Every 4th item has no tenant.
    ...(i % 4 === 3 ? {} : { tenant: pick(["acme", "acme corp", "acme", unicode, "ACME"], i) }),
    ...(i % 5 === 0 ? { tags: ["t", `t${i}`], notes: [`note ${i}`], deposit: i, contact: `contact ${i}` } : {}),
  })),
  neighbours: range(3).map((i) =>
    leaseOf({ cityId: "nyc", mallId: "a", storeId: `s${i}`, buildingId: "a", tenant: "acme" })),
};

// ------------------------------------------------------------------ order

const plainOrder = { customerId: "c1", orderId: "o1", status: "open", placedAt: "2024-05-06T07:08:09Z", total: 100 };
const orderOf = (more) => ({ ...plainOrder, ...more });

const order = {
  keys: ["customerId", "orderId"],
  items: {
    plain: plainOrder,
    mixed: orderOf({ customerId: "Cust-ONE", orderId: "Order 1", status: "In Transit" }),
    unicode: orderOf({ customerId: unicode, orderId: unicode, status: unicode, placedAt: unicode }),
    folding: orderOf({ customerId: folding, orderId: folding, status: folding, placedAt: folding }),
    special: orderOf({ customerId: "$c_1#x", orderId: "o#1", status: "a_b", placedAt: "$" }),
    long: orderOf({ customerId: long, orderId: long, status: long, placedAt: long }),
    "number-zero": orderOf({ total: 0 }),
    "number-minus": orderOf({ total: -1 }),
    "number-fraction": orderOf({ total: 12.5 }),
    "number-max": orderOf({ total: MAX }),
  },
  badItems: {
    "without-status": orderOf({ status: undefined }),
    "without-orderId": orderOf({ orderId: undefined }),
  },
  eachKey: "status-placedAt",
  updates: {
    nothing: {},
    total: { total: 12.5 },
    "status-placedAt": { status: "Shipped", placedAt: "2025-01-01T00:00:00Z" },
    "status-placedAt-total": { placedAt: unicode, status: folding, total: 0 },
    // byStatus needs both
    status: { status: "shipped" },
    placedAt: { placedAt: "2025-01-01T00:00:00Z" },
    "status-total": { status: "shipped", total: 1 },
    "readonly-orderId": { orderId: "o2" },
  },
  queries: {
    orders: {
      plain: { pk: { customerId: "a" }, lo: { orderId: "a" }, hi: { orderId: "ab" } },
      mixed: { pk: { customerId: "AB" }, lo: { orderId: "A B" }, hi: { orderId: "B2" } },
      unicode: { pk: { customerId: unicode }, lo: { orderId: "a" }, hi: { orderId: unicode } },
    },
    byStatus: {
      plain: { pk: { customerId: "a" }, lo: { status: "open", placedAt: "2024-01-01" }, hi: { status: "shipped", placedAt: "2024-03-01" } },
      mixed: { pk: { customerId: "AB" }, lo: { status: "Open", placedAt: "2024-01-01T00:00:00Z" }, hi: { status: "OPENED", placedAt: "2024-02" } },
    },
    byDate: {
      plain: { pk: { customerId: "a" }, lo: { placedAt: "2024-01-01" }, hi: { placedAt: "2024-03-01" } },
      unicode: { pk: { customerId: unicode }, lo: { placedAt: "2024" }, hi: { placedAt: "2025" } },
    },
  },
  seed: range(42).map((i) => ({
    customerId: pick(["a", "a", "ab", "a", unicode, "A"], i),
    orderId: pick(tricky, i),
    status: pick(["open", "opened", "shipped", "Open", "in transit"], i),
    placedAt: pick(["2024-01-01", "2024-01-01T00:00:00Z", "2024-02-29", "2024-03-01", "2024-03-01T12:00:00Z", "2023-12-31", "2024"], i),
    total: i + 0.5,
  })),
  neighbours: [orderOf({ customerId: "a" }), orderOf({ customerId: "a", orderId: "a" }), orderOf({ customerId: "ab", orderId: "z" })],
};

// ---------------------------------------------------------------- session

const plainSession = { userId: "u1", device: "phone", token: "t1", hits: 1 };
const sessionOf = (more) => ({ ...plainSession, ...more });

const session = {
  keys: ["userId", "device"],
  items: {
    plain: plainSession,
    mixed: { userId: "UserOne", device: "My Phone", token: "ToKeN", hits: 42 },
    unicode: { userId: unicode, device: unicode, token: unicode, hits: 0 },
    folding: { userId: folding, device: folding, token: folding, hits: 0 },
    special: { userId: "$u_1#x", device: "d#1", token: "_$_", hits: -1 },
    long: { userId: long, device: long, token: long, hits: MAX },
    "number-fraction": sessionOf({ hits: 12.5 }),
  },
  badItems: {
    "without-token": sessionOf({ token: undefined }),
    "without-device": sessionOf({ device: undefined }),
  },
  eachKey: "token",
  updates: {
    nothing: {},
    hits: { hits: 42 },
    "hits-zero": { hits: 0 },
    "hits-max": { hits: MAX },
    token: { token: "New Token" },
    "token-unicode": { token: unicode },
    "hits-token": { hits: -1, token: "T2" },
    "readonly-userId": { userId: "u2" },
  },
  queries: {
    primary: {
      plain: { pk: { userId: "a", device: "a" } },
      mixed: { pk: { userId: "A", device: "aB" } },
      unicode: { pk: { userId: unicode, device: unicode } },
      incomplete: { pk: { userId: "a" } },
    },
    byToken: {
      plain: { pk: { token: "t1" } },
      mixed: { pk: { token: "T1" } },
      unicode: { pk: { token: unicode } },
      missing: { pk: {} },
    },
  },
  seed: range(40).map((i) => ({
    userId: pick(["a", "A", "ab", "a b", unicode], i),
    device: pick(["a", "aB", "ab", "a b", "a#b", "A", "a_b", unicode], i),
    token: pick(["t1", "T1", "t10", unicode, "t 1", "t1"], i),
    hits: pick([0, 1, -1, 42, MAX, 12.5], i),
  })),
  neighbours: [sessionOf({ userId: "a", device: "a" }), sessionOf({ userId: "A", token: "T1" }), sessionOf({ userId: unicode, token: unicode })],
};

// ---------------------------------------------------------------- setting

const setting = {
  keys: ["name"],
  items: {
    plain: { name: "theme" }, // both defaults, no group
    group: { name: "theme", group: "ui" },
    full: { name: "theme", group: "ui", flag: false, createdAt: "2024-02-02", value: "dark" },
    mixed: { name: "Font Size", group: "UI Main", value: 12.5 },
    unicode: { name: unicode, group: unicode, value: unicode },
    folding: { name: folding, group: folding, value: folding },
    special: { name: "$a_1#z", group: "a#b", value: "#" },
    long: { name: long, group: long, value: long },
    "value-zero": { name: "n", value: 0 },
    "value-max": { name: "n", value: MAX },
    "value-boolean": { name: "n", value: false },
    "value-null": { name: "n", value: null },
    "value-empty": { name: "n", value: "" },
    "value-list": { name: "n", value: [1, "two", true, null, [3], { four: 4 }] },
    "value-map": { name: "n", value: { a: 1, b: { C: ["x", 12.5, -1] }, "odd key #$": null } },
    "value-empty-map": { name: "n", value: {} },
  },
  badItems: {
    "without-name": { group: "g" },
    "wrong-type": { name: "n", flag: "true" },
  },
  eachKey: "group",
  updates: {
    nothing: {},
    flag: { flag: false },
    value: { value: 42 },
    "value-map": { value: { a: [1, { b: null }] } },
    "value-null": { value: null },
    group: { group: "New Group" }, // also writes gsi1sk, which has no composites
    "group-unicode": { group: unicode },
    "group-flag-value": { group: "g", flag: true, value: "v" },
    "readonly-createdAt": { createdAt: "2024-02-02" },
    "readonly-name": { name: "m" },
  },
  queries: {
    primary: {
      plain: { pk: {}, lo: { name: "a" }, hi: { name: "b" } },
      mixed: { pk: {}, lo: { name: "a B" }, hi: { name: "Z" } },
      special: { pk: {}, lo: { name: "a#b" }, hi: { name: "a_b" } },
      unicode: { pk: {}, lo: { name: "straß" }, hi: { name: unicode } },
    },
    byGroup: {
      plain: { pk: { group: "a" }, lo: {}, hi: {} },
      mixed: { pk: { group: "A B" }, lo: {}, hi: {} },
      unicode: { pk: { group: unicode }, lo: {}, hi: {} },
      missing: { pk: {}, lo: {}, hi: {} },
    },
  },
  seed: [...tricky, "straße", "STRASSE 2", "Strasz", folding, "m"].flatMap((name, i) => [
    { name, ...(i % 3 === 2 ? {} : { group: pick(["a", "a b", "ab", unicode], i) }), value: i },
    { name: name + " 2", group: "a", flag: i % 2 === 0, createdAt: `2024-01-${10 + i}`, value: { i } },
  ]),
  neighbours: [{ name: "a", group: "a" }, { name: "A", group: "a b" }, { name: "zz", group: unicode }],
};

export const cases = { comment, lease, order, session, setting };
