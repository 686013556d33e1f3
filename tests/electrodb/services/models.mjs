// The ElectroDB services of the wire-contract test. The Rust service of the same name, with the same members, has to put
// the same bytes on the wire, and to read the same entities from the same table.
//
// Each service is a table: alias -> schema. What is not in the service, but in the table, is in cases.mjs.

const str = (more = {}) => ({ type: "string", ...more });
const num = (more = {}) => ({ type: "number", ...more });
const required = { required: true };

/** A schema. Attributes that are named alone are required text. */
const schema = (service, entity, attributes, indexes, version = "1") => ({
  model: { service, entity, version },
  attributes: Object.fromEntries(
    Object.entries(attributes).map(([name, attribute]) => [name, attribute ?? str(required)]),
  ),
  indexes,
});
const texts = (...names) => Object.fromEntries(names.map((name) => [name, undefined]));
const table = (pk, sk, more = {}) => ({ pk: { field: "pk", composite: pk }, sk: { field: "sk", composite: sk }, ...more });
const gsi = (index, pk, sk, more = {}) => ({
  index,
  pk: { field: `${index}pk`, composite: pk },
  sk: { field: `${index}sk`, composite: sk },
  ...more,
});

/** Isolated collections, one of them of the table itself. */
const blog = {
  articles: schema("blog", "Article", {
    ...texts("articleId", "authorId", "title", "status"), score: num(),
  }, {
    articles: table(["articleId"], [], { collection: "discussion" }),
    byAuthor: gsi("gsi1", ["authorId"], ["articleId"], { collection: "authored" }),
    openByAuthor: gsi("gsi2", ["authorId"], ["articleId"], { condition: ({ status }) => status === "open" }),
  }),
  comments: schema("blog", "Comment", {
    ...texts("commentId", "articleId", "authorId", "text", "status"), score: num(),
  }, {
    comments: table(["articleId"], ["commentId"], { collection: "discussion" }),
    byAuthor: gsi("gsi1", ["authorId"], ["articleId", "commentId"], { collection: "authored" }),
  }),
  authors: schema("blog", "Author", { ...texts("authorId", "name"), status: str() }, {
    authors: table(["authorId"], []),
    profile: gsi("gsi1", ["authorId"], [], { collection: "authored" }),
  }),
};

/** The task manager of ElectroDB's documentation: two collections on different indexes, and many access patterns. */
const tasks = {
  employees: schema("taskapp", "employee", {
    ...texts("employee", "firstName", "lastName", "office", "title", "team", "dateHired"),
    salary: num(required),
    manager: str(), // optional: directReports is sparse
  }, {
    employee: table(["employee"], []),
    coworkers: gsi("gsi1", ["office"], ["team", "title", "employee"], { collection: "workplaces" }),
    teams: gsi("gsi2", ["team"], ["title", "salary", "employee"]),
    employeeLookup: gsi("gsi3", ["employee"], [], { collection: "assignments" }),
    roles: gsi("gsi4", ["title"], ["salary", "employee"]),
    directReports: gsi("gsi5", ["manager"], ["team", "office", "employee"]),
  }),
  tasks: schema("taskapp", "task", {
    ...texts("task", "project", "employee", "description", "status"), points: num(),
  }, {
    task: table(["task"], ["project", "employee"]),
    project: gsi("gsi1", ["project"], ["employee", "task"]),
    assigned: gsi("gsi3", ["employee"], ["project", "task"], { collection: "assignments" }),
    statuses: gsi("gsi4", ["status"], ["project", "employee", "task"]),
    efforts: gsi("gsi2", ["employee"], ["points"]), // an optional attribute
  }),
  offices: schema("taskapp", "office", texts("office", "country", "state", "city", "zip", "address"), {
    locations: table(["country", "state"], ["city", "zip", "office"]),
    office: gsi("gsi1", ["office"], [], { collection: "workplaces" }),
  }),
};

/** The version control of ElectroDB's documentation: clustered collections, and numbers in keys that sort. */
const ticketNumber = num({ ...required, padding: { length: 10, char: "0" } });
const ticket = { ...texts("repoOwner", "repoName", "username", "status", "subject", "createdAt"), ticketNumber };
const versions = {
  repositories: schema("versioncontrol", "repository", {
    ...texts("repoOwner", "repoName", "username", "createdAt"),
    isPrivate: { type: "boolean" },
    stars: num(),
  }, {
    repositories: table(["repoOwner"], ["repoName"]),
    created: gsi("gsi1", ["username"], ["createdAt"], { type: "clustered", collection: "owned" }),
  }),
  issues: schema("versioncontrol", "issue", ticket, {
    issues: table(["repoOwner", "repoName"], ["ticketNumber"]),
    created: gsi("gsi1", ["username"], ["createdAt"], { type: "clustered", collection: "owned" }),
    activity: gsi("gsi2", ["repoOwner", "repoName"], ["status", "ticketNumber"], { type: "clustered", collection: "activity" }),
  }),
  pullRequests: schema("versioncontrol", "pullRequest", { ...ticket, reviewer: str() }, {
    pullRequests: table(["repoOwner", "repoName"], ["ticketNumber"]),
    created: gsi("gsi1", ["username"], ["createdAt", "repoOwner", "repoName"], { type: "clustered", collection: "owned" }),
    activity: gsi("gsi2", ["repoOwner", "repoName"], ["status", "ticketNumber", "createdAt"], { type: "clustered", collection: "activity" }),
  }),
  subscriptions: schema("versioncontrol", "subscription", {
    ...texts("repoOwner", "repoName", "username", "ticketType"),
    ticketNumber: num({ ...required, padding: { length: 6, char: "0" } }), // not the width of the others
  }, {
    repository: table(["repoOwner", "repoName"], ["username", "ticketNumber"]),
    user: gsi("gsi3", ["username"], ["ticketType", "ticketNumber"], { collection: "watching" }),
  }),
  users: schema("versioncontrol", "user", texts("username", "fullName", "createdAt"), {
    user: table(["username"], []),
    created: gsi("gsi1", ["username"], ["createdAt"], { type: "clustered", collection: "owned" }),
    subscriptions: gsi("gsi3", ["username"], [], { collection: "watching" }),
  }),
};

/** Sub-collections, of which some names begin like others, as some entities' names do. */
const nested = {
  tops: schema("nested", "Top", texts("id", "org", "a"), {
    primary: table(["id"], []),
    inner: gsi("gsi1", ["org"], [], { collection: "c1" }),
    notes: gsi("gsi2", ["org"], ["a", "id"], { collection: "note" }),
  }),
  middles: schema("nested", "Mid", texts("id", "org", "a"), {
    primary: table(["id"], []),
    inner: gsi("gsi1", ["org"], ["a"], { collection: ["c1", "c2"] }),
    notes: gsi("gsi2", ["org"], ["id"], { collection: "notes" }),
  }),
  deeps: schema("nested", "Deep", texts("id", "org", "b"), {
    primary: table(["id"], []),
    inner: gsi("gsi1", ["org"], ["b"], { collection: ["c1", "c2", "c3"] }),
  }),
  deepers: schema("nested", "Deeper", texts("id", "org", "a", "b"), {
    primary: table(["id"], []),
    inner: gsi("gsi1", ["org"], ["a", "b"], { collection: ["c1", "c2", "c3"] }),
  }),
  others: schema("nested", "Midst", texts("id", "org", "a"), {
    primary: table(["id"], []),
    inner: gsi("gsi1", ["org"], ["a"], { collection: ["c1", "c22"] }),
  }),
  notes: schema("nested", "Note", texts("id", "org"), {
    primary: table(["id"], []),
    notes: gsi("gsi2", ["org"], ["id"], { collection: "note" }),
  }),
};

/** Clustered collections whose members share two composites, or one, and go on in different ways. */
const clustered = {
  pairs: schema("clustered", "Pair", texts("id", "org", "a", "b"), {
    primary: table(["id"], []),
    two: gsi("gsi1", ["org"], ["a", "b"], { type: "clustered", collection: "pair" }),
    one: gsi("gsi2", ["org"], ["a", "b"], { type: "clustered", collection: "single" }),
  }),
  triples: schema("clustered", "Triple", texts("id", "org", "a", "b", "x"), {
    primary: table(["id"], []),
    two: gsi("gsi1", ["org"], ["a", "b", "x"], { type: "clustered", collection: "pair" }),
    one: gsi("gsi2", ["org"], ["a", "b", "x"], { type: "clustered", collection: "single" }),
  }),
  others: schema("clustered", "Other", texts("id", "org", "a", "y"), {
    primary: table(["id"], []),
    one: gsi("gsi2", ["org"], ["a", "y"], { type: "clustered", collection: "single" }),
  }),
  alones: schema("clustered", "Alone", texts("id", "org", "a"), {
    primary: table(["id"], []),
    one: gsi("gsi2", ["org"], ["a"], { type: "clustered", collection: "single" }),
  }),
};

/** A collection whose key is made of attributes, one of them stored under another name. */
const ledgerKey = {
  index: "gsi1", type: "composite", collection: "ledger",
  pk: { composite: ["country", "region"] }, sk: { composite: ["day", "amount"] },
};
const ledgerAttributes = {
  ...texts("account", "number", "country", "day"), region: str({ ...required, field: "rg" }), amount: num(required),
};
const ledger = {
  invoices: schema("ledger", "Invoice", { ...ledgerAttributes, status: str() }, {
    primary: table(["account"], ["number"]), ledger: ledgerKey,
  }),
  payments: schema("ledger", "Payment", { ...ledgerAttributes, status: str() }, {
    primary: table(["account"], ["number"]), ledger: ledgerKey,
  }),
  refunds: schema("ledger", "Refund", { ...ledgerAttributes, reason: str() }, {
    primary: table(["account"], ["number"]), ledger: ledgerKey,
  }),
};

/** Two versions of one entity in the same collections. */
const people = {
  firsts: schema("people", "Person", texts("id", "org", "name", "joined"), {
    primary: table(["id"], []),
    directory: gsi("gsi1", ["org"], [], { collection: "directory" }),
    timeline: gsi("gsi2", ["org"], ["joined", "name"], { type: "clustered", collection: "timeline" }),
  }),
  seconds: schema("people", "Person", texts("id", "org", "first", "last", "joined"), {
    primary: table(["id"], []),
    directory: gsi("gsi1", ["org"], ["last", "first"], { collection: "directory" }),
    timeline: gsi("gsi2", ["org"], ["joined", "last"], { type: "clustered", collection: "timeline" }),
  }, "2"),
  teams: schema("people", "Team", texts("id", "org", "label", "joined"), {
    primary: table(["id"], []),
    directory: gsi("gsi1", ["org"], ["label"], { collection: "directory" }),
    timeline: gsi("gsi2", ["org"], ["joined"], { type: "clustered", collection: "timeline" }),
  }),
};

/** The options of keys: casings, labels, scopes, padding, fields of other names. */
const code = str({ ...required, label: "c", padding: { length: 4, char: "0" } });
const optionsIndexes = (more) => ({
  primary: { pk: { field: "PK", composite: ["id"], casing: "upper" }, sk: { field: "SK", composite: [], casing: "none" } },
  cased: {
    index: "g-one", collection: "Mixed",
    pk: { field: "G1-PK", composite: ["org"], casing: "none" },
    sk: { field: "G1-SK", composite: ["code", ...more], casing: "upper" },
  },
  scoped: {
    index: "g.two", collection: "Scoped", type: "clustered", scope: "SC",
    pk: { field: "G2.PK", composite: ["org", "code"], casing: "none" },
    sk: { field: "G2.SK", composite: ["day", "rank", ...more], casing: "none" },
  },
});
const optionsAttributes = {
  ...texts("id"), code,
  org: str({ ...required, label: "o" }),
  day: str({ ...required, label: "", field: "d" }),
  rank: num({ ...required, label: "r", padding: { length: 5, char: "0" } }),
};
const options = {
  plains: schema("Op-Tions", "Plain.One", optionsAttributes, optionsIndexes([])),
  taggeds: schema("Op-Tions", "Tagged_Two", { ...optionsAttributes, tag: str({ ...required, label: "T" }) }, optionsIndexes(["tag"]), "1.0"),
};

export const services = { blog, tasks, versions, nested, clustered, ledger, people, options };
