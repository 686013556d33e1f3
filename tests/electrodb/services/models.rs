//! The services of `services/models.mjs`, declared in Rust.

use dynaent::{Collection, Entity, JsNumber, Service};
use serde::{Deserialize, Serialize};

/// Isolated collections, one of them of the table itself.
pub mod blog {
    use super::*;

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Entity)]
    #[entity(service = "blog", name = "Article", version = "1", rename_all = "camelCase")]
    #[index(articles, primary, pk = [article_id], sk = [], collection = "discussion")]
    #[index(by_author, gsi = "gsi1", pk = [author_id], sk = [article_id], collection = "authored")]
    #[index(open_by_author, gsi = "gsi2", pk = [author_id], sk = [article_id], condition(is_open, of = [status]))]
    #[serde(rename_all = "camelCase")]
    pub struct Article {
        pub article_id: String,
        pub author_id: String,
        pub title: String,
        pub status: String,
        pub score: Option<f64>,
    }

    fn is_open(status: &str) -> bool {
        status == "open"
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Entity)]
    #[entity(service = "blog", name = "Comment", version = "1", rename_all = "camelCase")]
    #[index(comments, primary, pk = [article_id], sk = [comment_id], collection = "discussion")]
    #[index(by_author, gsi = "gsi1", pk = [author_id], sk = [article_id, comment_id], collection = "authored")]
    #[serde(rename_all = "camelCase")]
    pub struct Comment {
        pub comment_id: String,
        pub article_id: String,
        pub author_id: String,
        pub text: String,
        pub status: String,
        pub score: Option<f64>,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Entity)]
    #[entity(service = "blog", name = "Author", version = "1", rename_all = "camelCase")]
    #[index(authors, primary, pk = [author_id], sk = [])]
    #[index(profile, gsi = "gsi1", pk = [author_id], sk = [], collection = "authored")]
    #[serde(rename_all = "camelCase")]
    pub struct Author {
        pub author_id: String,
        pub name: String,
        pub status: Option<String>,
    }

    #[derive(Debug, Clone, PartialEq, Service)]
    pub enum Blog {
        Article(Article),
        Comment(Comment),
        Author(Author),
    }

    #[derive(Debug, Clone, PartialEq, Collection)]
    #[collection(name = "discussion")]
    pub struct Discussion {
        pub articles: Vec<Article>,
        pub comments: Vec<Comment>,
    }

    #[derive(Debug, Clone, PartialEq, Collection)]
    #[collection(name = "authored")]
    pub struct Authored {
        pub articles: Vec<Article>,
        pub comments: Vec<Comment>,
        pub authors: Vec<Author>,
    }
}

/// The task manager of ElectroDB's documentation: two collections on different indexes, and many access patterns.
pub mod tasks {
    use super::*;

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Entity)]
    #[entity(service = "taskapp", name = "employee", version = "1", rename_all = "camelCase")]
    #[index(employee, primary, pk = [employee], sk = [])]
    #[index(coworkers, gsi = "gsi1", pk = [office], sk = [team, title, employee], collection = "workplaces")]
    #[index(teams, gsi = "gsi2", pk = [team], sk = [title, salary, employee])]
    #[index(employee_lookup, gsi = "gsi3", pk = [employee], sk = [], collection = "assignments")]
    #[index(roles, gsi = "gsi4", pk = [title], sk = [salary, employee])]
    #[index(direct_reports, gsi = "gsi5", pk = [manager], sk = [team, office, employee])]
    #[serde(rename_all = "camelCase")]
    pub struct Employee {
        pub employee: String,
        pub first_name: String,
        pub last_name: String,
        pub office: String,
        pub title: String,
        pub team: String,
        pub date_hired: String,
        pub salary: u32,
        pub manager: Option<String>,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Entity)]
    #[entity(service = "taskapp", name = "task", version = "1")]
    #[index(task, primary, pk = [task], sk = [project, employee])]
    #[index(project, gsi = "gsi1", pk = [project], sk = [employee, task])]
    #[index(assigned, gsi = "gsi3", pk = [employee], sk = [project, task], collection = "assignments")]
    #[index(statuses, gsi = "gsi4", pk = [status], sk = [project, employee, task])]
    #[index(efforts, gsi = "gsi2", pk = [employee], sk = [points])]
    pub struct Task {
        pub task: String,
        pub project: String,
        pub employee: String,
        pub description: String,
        pub status: String,
        pub points: Option<u32>,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Entity)]
    #[entity(service = "taskapp", name = "office", version = "1")]
    #[index(locations, primary, pk = [country, state], sk = [city, zip, office])]
    #[index(office, gsi = "gsi1", pk = [office], sk = [], collection = "workplaces")]
    pub struct Office {
        pub office: String,
        pub country: String,
        pub state: String,
        pub city: String,
        pub zip: String,
        pub address: String,
    }

    #[derive(Debug, Clone, PartialEq, Service)]
    pub enum TaskApp {
        Employee(Employee),
        Task(Task),
        Office(Office),
    }

    #[derive(Debug, Clone, PartialEq, Collection)]
    #[collection(name = "workplaces")]
    pub struct Workplaces {
        pub employees: Vec<Employee>,
        pub offices: Vec<Office>,
    }

    #[derive(Debug, Clone, PartialEq, Collection)]
    #[collection(name = "assignments")]
    pub struct Assignments {
        pub employees: Vec<Employee>,
        pub tasks: Vec<Task>,
    }
}

/// The version control of ElectroDB's documentation: clustered collections, and numbers in keys that sort.
pub mod versions {
    use super::*;

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Entity)]
    #[entity(service = "versioncontrol", name = "repository", version = "1", rename_all = "camelCase")]
    #[index(repositories, primary, pk = [repo_owner], sk = [repo_name])]
    #[index(created, gsi = "gsi1", pk = [username], sk = [created_at], clustered, collection = "owned")]
    #[serde(rename_all = "camelCase")]
    pub struct Repository {
        pub repo_owner: String,
        pub repo_name: String,
        pub username: String,
        pub created_at: String,
        pub is_private: Option<bool>,
        pub stars: Option<u32>,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Entity)]
    #[entity(service = "versioncontrol", name = "issue", version = "1", rename_all = "camelCase")]
    #[index(issues, primary, pk = [repo_owner, repo_name], sk = [ticket_number])]
    #[index(created, gsi = "gsi1", pk = [username], sk = [created_at], clustered, collection = "owned")]
    #[index(activity, gsi = "gsi2", pk = [repo_owner, repo_name], sk = [status, ticket_number], clustered, collection = "activity")]
    #[serde(rename_all = "camelCase")]
    pub struct Issue {
        pub repo_owner: String,
        pub repo_name: String,
        pub username: String,
        pub status: String,
        pub subject: String,
        pub created_at: String,
        #[attr(sortable)]
        pub ticket_number: u32,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Entity)]
    #[entity(service = "versioncontrol", name = "pullRequest", version = "1", rename_all = "camelCase")]
    #[index(pull_requests, primary, pk = [repo_owner, repo_name], sk = [ticket_number])]
    #[index(created, gsi = "gsi1", pk = [username], sk = [created_at, repo_owner, repo_name], clustered, collection = "owned")]
    #[index(activity, gsi = "gsi2", pk = [repo_owner, repo_name], sk = [status, ticket_number, created_at], clustered, collection = "activity")]
    #[serde(rename_all = "camelCase")]
    pub struct PullRequest {
        pub repo_owner: String,
        pub repo_name: String,
        pub username: String,
        pub status: String,
        pub subject: String,
        pub created_at: String,
        #[attr(sortable)]
        pub ticket_number: u32,
        pub reviewer: Option<String>,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Entity)]
    #[entity(service = "versioncontrol", name = "subscription", version = "1", rename_all = "camelCase")]
    #[index(repository, primary, pk = [repo_owner, repo_name], sk = [username, ticket_number])]
    #[index(user, gsi = "gsi3", pk = [username], sk = [ticket_type, ticket_number], collection = "watching")]
    #[serde(rename_all = "camelCase")]
    pub struct Subscription {
        pub repo_owner: String,
        pub repo_name: String,
        pub username: String,
        pub ticket_type: String,
        #[attr(padding(6, "0"))]
        pub ticket_number: u32,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Entity)]
    #[entity(service = "versioncontrol", name = "user", version = "1", rename_all = "camelCase")]
    #[index(user, primary, pk = [username], sk = [])]
    #[index(created, gsi = "gsi1", pk = [username], sk = [created_at], clustered, collection = "owned")]
    #[index(subscriptions, gsi = "gsi3", pk = [username], sk = [], collection = "watching")]
    #[serde(rename_all = "camelCase")]
    pub struct User {
        pub username: String,
        pub full_name: String,
        pub created_at: String,
    }

    #[derive(Debug, Clone, PartialEq, Service)]
    pub enum VersionControl {
        Repository(Repository),
        Issue(Issue),
        PullRequest(PullRequest),
        Subscription(Subscription),
        User(User),
    }

    #[derive(Debug, Clone, PartialEq, Collection)]
    #[collection(name = "owned")]
    pub struct Owned {
        pub repositories: Vec<Repository>,
        pub issues: Vec<Issue>,
        pub pull_requests: Vec<PullRequest>,
        pub users: Vec<User>,
    }

    #[derive(Debug, Clone, PartialEq, Collection)]
    #[collection(name = "activity")]
    pub struct Activity {
        pub issues: Vec<Issue>,
        pub pull_requests: Vec<PullRequest>,
    }

    #[derive(Debug, Clone, PartialEq, Collection)]
    #[collection(name = "watching")]
    pub struct Watching {
        pub subscriptions: Vec<Subscription>,
        pub users: Vec<User>,
    }
}

/// Sub-collections, of which some names begin like others, as some entities' names do.
pub mod nested {
    use super::*;

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Entity)]
    #[entity(service = "nested", name = "Top", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    #[index(inner, gsi = "gsi1", pk = [org], sk = [], collection = "c1")]
    #[index(notes, gsi = "gsi2", pk = [org], sk = [a, id], collection = "note")]
    pub struct Top {
        pub id: String,
        pub org: String,
        pub a: String,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Entity)]
    #[entity(service = "nested", name = "Mid", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    #[index(inner, gsi = "gsi1", pk = [org], sk = [a], collection = ["c1", "c2"])]
    #[index(notes, gsi = "gsi2", pk = [org], sk = [id], collection = "notes")]
    pub struct Middle {
        pub id: String,
        pub org: String,
        pub a: String,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Entity)]
    #[entity(service = "nested", name = "Deep", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    #[index(inner, gsi = "gsi1", pk = [org], sk = [b], collection = ["c1", "c2", "c3"])]
    pub struct Deep {
        pub id: String,
        pub org: String,
        pub b: String,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Entity)]
    #[entity(service = "nested", name = "Deeper", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    #[index(inner, gsi = "gsi1", pk = [org], sk = [a, b], collection = ["c1", "c2", "c3"])]
    pub struct Deeper {
        pub id: String,
        pub org: String,
        pub a: String,
        pub b: String,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Entity)]
    #[entity(service = "nested", name = "Midst", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    #[index(inner, gsi = "gsi1", pk = [org], sk = [a], collection = ["c1", "c22"])]
    pub struct Other {
        pub id: String,
        pub org: String,
        pub a: String,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Entity)]
    #[entity(service = "nested", name = "Note", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    #[index(notes, gsi = "gsi2", pk = [org], sk = [id], collection = "note")]
    pub struct Note {
        pub id: String,
        pub org: String,
    }

    #[derive(Debug, Clone, PartialEq, Service)]
    pub enum Nested {
        Top(Top),
        Middle(Middle),
        Deep(Deep),
        Deeper(Deeper),
        Other(Other),
        Note(Note),
    }

    #[derive(Debug, Clone, PartialEq, Collection)]
    #[collection(name = "c1")]
    pub struct First {
        pub tops: Vec<Top>,
        pub middles: Vec<Middle>,
        pub deeps: Vec<Deep>,
        pub deepers: Vec<Deeper>,
        pub others: Vec<Other>,
    }

    #[derive(Debug, Clone, PartialEq, Collection)]
    #[collection(name = "c2")]
    pub struct Second {
        pub middles: Vec<Middle>,
        pub deeps: Vec<Deep>,
        pub deepers: Vec<Deeper>,
    }

    #[derive(Debug, Clone, PartialEq, Collection)]
    #[collection(name = "c3")]
    pub struct Third {
        pub deeps: Vec<Deep>,
        pub deepers: Vec<Deeper>,
    }

    #[derive(Debug, Clone, PartialEq, Collection)]
    #[collection(name = "c22")]
    pub struct Elsewhere {
        pub others: Vec<Other>,
    }

    #[derive(Debug, Clone, PartialEq, Collection)]
    #[collection(name = "note")]
    pub struct OfNote {
        pub tops: Vec<Top>,
        pub notes: Vec<Note>,
    }

    #[derive(Debug, Clone, PartialEq, Collection)]
    #[collection(name = "notes")]
    pub struct OfNotes {
        pub middles: Vec<Middle>,
    }
}

/// Clustered collections whose members share two composites, or one, and go on in different ways.
pub mod clustered {
    use super::*;

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Entity)]
    #[entity(service = "clustered", name = "Pair", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    #[index(two, gsi = "gsi1", pk = [org], sk = [a, b], clustered, collection = "pair")]
    #[index(one, gsi = "gsi2", pk = [org], sk = [a, b], clustered, collection = "single")]
    pub struct Pair {
        pub id: String,
        pub org: String,
        pub a: String,
        pub b: String,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Entity)]
    #[entity(service = "clustered", name = "Triple", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    #[index(two, gsi = "gsi1", pk = [org], sk = [a, b, x], clustered, collection = "pair")]
    #[index(one, gsi = "gsi2", pk = [org], sk = [a, b, x], clustered, collection = "single")]
    pub struct Triple {
        pub id: String,
        pub org: String,
        pub a: String,
        pub b: String,
        pub x: String,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Entity)]
    #[entity(service = "clustered", name = "Other", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    #[index(one, gsi = "gsi2", pk = [org], sk = [a, y], clustered, collection = "single")]
    pub struct Other {
        pub id: String,
        pub org: String,
        pub a: String,
        pub y: String,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Entity)]
    #[entity(service = "clustered", name = "Alone", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    #[index(one, gsi = "gsi2", pk = [org], sk = [a], clustered, collection = "single")]
    pub struct Alone {
        pub id: String,
        pub org: String,
        pub a: String,
    }

    #[derive(Debug, Clone, PartialEq, Service)]
    pub enum Clustered {
        Pair(Pair),
        Triple(Triple),
        Other(Other),
        Alone(Alone),
    }

    #[derive(Debug, Clone, PartialEq, Collection)]
    #[collection(name = "pair")]
    pub struct OfTwo {
        pub pairs: Vec<Pair>,
        pub triples: Vec<Triple>,
    }

    #[derive(Debug, Clone, PartialEq, Collection)]
    #[collection(name = "single")]
    pub struct OfOne {
        pub pairs: Vec<Pair>,
        pub triples: Vec<Triple>,
        pub others: Vec<Other>,
        pub alones: Vec<Alone>,
    }
}

/// A collection whose key is made of attributes, one of them stored under another name.
pub mod ledger {
    use super::*;

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Entity)]
    #[entity(service = "ledger", name = "Invoice", version = "1")]
    #[index(primary, pk = [account], sk = [number])]
    #[index(ledger, gsi = "gsi1", pk = [country, region], sk = [day, amount], multi_attribute, collection = "ledger")]
    pub struct Invoice {
        pub account: String,
        pub number: String,
        pub country: String,
        #[attr(field = "rg")]
        pub region: String,
        pub day: String,
        pub amount: JsNumber,
        pub status: Option<String>,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Entity)]
    #[entity(service = "ledger", name = "Payment", version = "1")]
    #[index(primary, pk = [account], sk = [number])]
    #[index(ledger, gsi = "gsi1", pk = [country, region], sk = [day, amount], multi_attribute, collection = "ledger")]
    pub struct Payment {
        pub account: String,
        pub number: String,
        pub country: String,
        #[attr(field = "rg")]
        pub region: String,
        pub day: String,
        pub amount: JsNumber,
        pub status: Option<String>,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Entity)]
    #[entity(service = "ledger", name = "Refund", version = "1")]
    #[index(primary, pk = [account], sk = [number])]
    #[index(ledger, gsi = "gsi1", pk = [country, region], sk = [day, amount], multi_attribute, collection = "ledger")]
    pub struct Refund {
        pub account: String,
        pub number: String,
        pub country: String,
        #[attr(field = "rg")]
        pub region: String,
        pub day: String,
        pub amount: JsNumber,
        pub reason: Option<String>,
    }

    #[derive(Debug, Clone, PartialEq, Service)]
    pub enum Entry {
        Invoice(Invoice),
        Payment(Payment),
        Refund(Refund),
    }

    #[derive(Debug, Clone, PartialEq, Collection)]
    #[collection(name = "ledger")]
    pub struct Ledger {
        pub invoices: Vec<Invoice>,
        pub payments: Vec<Payment>,
        pub refunds: Vec<Refund>,
    }
}

/// Two versions of one entity in the same collections.
pub mod people {
    use super::*;

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Entity)]
    #[entity(service = "people", name = "Person", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    #[index(directory, gsi = "gsi1", pk = [org], sk = [], collection = "directory")]
    #[index(timeline, gsi = "gsi2", pk = [org], sk = [joined, name], clustered, collection = "timeline")]
    pub struct FirstPerson {
        pub id: String,
        pub org: String,
        pub name: String,
        pub joined: String,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Entity)]
    #[entity(service = "people", name = "Person", version = "2")]
    #[index(primary, pk = [id], sk = [])]
    #[index(directory, gsi = "gsi1", pk = [org], sk = [last, first], collection = "directory")]
    #[index(timeline, gsi = "gsi2", pk = [org], sk = [joined, last], clustered, collection = "timeline")]
    pub struct SecondPerson {
        pub id: String,
        pub org: String,
        pub first: String,
        pub last: String,
        pub joined: String,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Entity)]
    #[entity(service = "people", name = "Team", version = "1")]
    #[index(primary, pk = [id], sk = [])]
    #[index(directory, gsi = "gsi1", pk = [org], sk = [label], collection = "directory")]
    #[index(timeline, gsi = "gsi2", pk = [org], sk = [joined], clustered, collection = "timeline")]
    pub struct Team {
        pub id: String,
        pub org: String,
        pub label: String,
        pub joined: String,
    }

    #[derive(Debug, Clone, PartialEq, Service)]
    pub enum People {
        First(FirstPerson),
        Second(SecondPerson),
        Team(Team),
    }

    #[derive(Debug, Clone, PartialEq, Collection)]
    #[collection(name = "directory")]
    pub struct Directory {
        pub firsts: Vec<FirstPerson>,
        pub seconds: Vec<SecondPerson>,
        pub teams: Vec<Team>,
    }

    #[derive(Debug, Clone, PartialEq, Collection)]
    #[collection(name = "timeline")]
    pub struct Timeline {
        pub firsts: Vec<FirstPerson>,
        pub seconds: Vec<SecondPerson>,
        pub teams: Vec<Team>,
    }
}

/// The options of keys: casings, labels, scopes, padding, fields of other names.
pub mod options {
    use super::*;

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Entity)]
    #[entity(service = "Op-Tions", name = "Plain.One", version = "1")]
    #[index(
        primary,
        pk(field = "PK", composite = [id], casing = "upper"),
        sk(field = "SK", composite = [], casing = "none")
    )]
    #[index(
        cased,
        gsi = "g-one",
        pk(field = "G1-PK", composite = [org], casing = "none"),
        sk(field = "G1-SK", composite = [code], casing = "upper"),
        collection = "Mixed"
    )]
    #[index(
        scoped,
        gsi = "g.two",
        pk(field = "G2.PK", composite = [org, code], casing = "none"),
        sk(field = "G2.SK", composite = [day, rank], casing = "none"),
        collection = "Scoped",
        clustered,
        scope = "SC"
    )]
    pub struct Plain {
        pub id: String,
        #[attr(label = "c", padding(4, "0"))]
        pub code: String,
        #[attr(label = "o")]
        pub org: String,
        #[attr(label = "", field = "d")]
        pub day: String,
        #[attr(label = "r", sortable)]
        pub rank: u16,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Entity)]
    #[entity(service = "Op-Tions", name = "Tagged_Two", version = "1.0")]
    #[index(
        primary,
        pk(field = "PK", composite = [id], casing = "upper"),
        sk(field = "SK", composite = [], casing = "none")
    )]
    #[index(
        cased,
        gsi = "g-one",
        pk(field = "G1-PK", composite = [org], casing = "none"),
        sk(field = "G1-SK", composite = [code, tag], casing = "upper"),
        collection = "Mixed"
    )]
    #[index(
        scoped,
        gsi = "g.two",
        pk(field = "G2.PK", composite = [org, code], casing = "none"),
        sk(field = "G2.SK", composite = [day, rank, tag], casing = "none"),
        collection = "Scoped",
        clustered,
        scope = "SC"
    )]
    pub struct Tagged {
        pub id: String,
        #[attr(label = "c", padding(4, "0"))]
        pub code: String,
        #[attr(label = "o")]
        pub org: String,
        #[attr(label = "", field = "d")]
        pub day: String,
        #[attr(label = "r", sortable)]
        pub rank: u16,
        #[attr(label = "T")]
        pub tag: String,
    }

    #[derive(Debug, Clone, PartialEq, Service)]
    pub enum Options {
        Plain(Plain),
        Tagged(Tagged),
    }

    #[derive(Debug, Clone, PartialEq, Collection)]
    #[collection(name = "Mixed")]
    pub struct Mixed {
        pub plains: Vec<Plain>,
        pub taggeds: Vec<Tagged>,
    }

    #[derive(Debug, Clone, PartialEq, Collection)]
    #[collection(name = "Scoped")]
    pub struct Scoped {
        pub plains: Vec<Plain>,
        pub taggeds: Vec<Tagged>,
    }
}
