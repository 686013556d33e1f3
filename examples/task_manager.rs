//! A task manager: employees, their tasks and their offices in one table, with two dozen access patterns.
//!
//! Each access pattern is a function that sends one request. Most of them are served by six indexes, which the entities
//! share: what one index holds of a task has nothing to do with what it holds of an employee, unless they are in one
//! collection.
//!
//! ```text
//! cargo run --example task_manager                                        # embedded engine, in memory
//! cargo run --example task_manager -- --file tasks.db                     # embedded engine, kept in a file
//! cargo run --example task_manager -- --endpoint http://localhost:8000 --table app
//! AWS_PROFILE=dev cargo run --example task_manager --features aws -- --table app
//! ```

mod support;

use std::process::ExitCode;

use dynaent::{Collection, Entity, KeyPart, Outcome, Result, Service, Table, begins_with, between, gte};

// -- The models ------------------------------------------------------------------------------------------------------

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "taskapp", name = "Employee", version = "1")]
#[index(primary, pk = [employee_id], sk = [])]
#[index(by_office, gsi = "gsi1", pk = [office_id], sk = [team, title, employee_id], collection = "workplaces")]
#[index(by_employee, gsi = "gsi2", pk = [employee_id], sk = [], collection = "assignments")]
#[index(by_title, gsi = "gsi3", pk = [title], sk = [salary, employee_id])]
#[index(by_manager, gsi = "gsi4", pk = [manager_id], sk = [team, employee_id])] // sparse: who has a manager
#[index(by_birthday, gsi = "gsi5", pk = [office_id], sk = [birthday, employee_id])]
#[index(by_hire, gsi = "gsi6", pk = [team], sk = [hired, employee_id])]
pub struct Employee {
    pub employee_id: String,
    pub name: String,
    pub office_id: String,
    pub team: String,
    pub title: String,
    /// In keys with as many digits as a `u32` can have, so that it sorts.
    #[attr(sortable)]
    pub salary: u32,
    pub manager_id: Option<String>,
    /// Month and day, as `05-23`.
    pub birthday: String,
    #[attr(read_only)]
    pub hired: String,
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "taskapp", name = "Task", version = "1")]
#[index(primary, pk = [task_id], sk = [])]
#[index(by_project, gsi = "gsi1", pk = [project], sk = [employee_id, task_id])]
#[index(by_employee, gsi = "gsi2", pk = [employee_id], sk = [status, task_id], collection = "assignments")]
#[index(by_status, gsi = "gsi3", pk = [status], sk = [points, task_id])]
pub struct Task {
    pub task_id: String,
    #[attr(read_only)]
    pub project: String,
    pub employee_id: String,
    pub title: String,
    #[attr(default = Status::Open)]
    pub status: Status,
    #[attr(padding(3, "0"))]
    pub points: u32,
    pub closed: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, KeyPart)]
#[key_part(rename_all = "kebab-case")]
pub enum Status {
    Open,
    InProgress,
    Closed,
}

#[derive(Debug, Clone, PartialEq, Entity)]
#[entity(service = "taskapp", name = "Office", version = "1")]
#[index(primary, pk = [country], sk = [city, office_id])]
#[index(by_office, gsi = "gsi1", pk = [office_id], sk = [], collection = "workplaces")]
pub struct Office {
    pub country: String,
    pub city: String,
    pub office_id: String,
    pub address: String,
}

/// An office and who works there.
#[derive(Debug, Collection)]
#[collection(name = "workplaces")]
pub struct Workplaces {
    pub offices: Vec<Office>,
    pub employees: Vec<Employee>,
}

/// An employee and their tasks.
#[derive(Debug, Collection)]
#[collection(name = "assignments")]
pub struct Assignments {
    pub employees: Vec<Employee>,
    pub tasks: Vec<Task>,
}

/// Everything in the table.
#[derive(Debug, Service)]
pub enum TaskApp {
    Employee(Employee),
    Task(Task),
    Office(Office),
}

// -- Offices ---------------------------------------------------------------------------------------------------------

async fn offices(table: &Table, country: &str, city: &str) -> Result<Vec<Office>> {
    Office::query().primary().country(country).city(begins_with(city)).all(table).await
}

async fn office(table: &Table, office_id: &str) -> Result<Option<Office>> {
    Office::query().by_office().office_id(office_id).first(table).await
}

/// An office and its employees, in one request.
async fn workplaces(table: &Table, office_id: &str) -> Result<Workplaces> {
    Workplaces::query().office_id(office_id).all(table).await
}

// -- Employees -------------------------------------------------------------------------------------------------------

async fn employee(table: &Table, employee_id: &str) -> Result<Option<Employee>> {
    Employee::get().employee_id(employee_id).send(table).await
}

async fn employees_of_office(table: &Table, office_id: &str) -> Result<Vec<Employee>> {
    Employee::query().by_office().office_id(office_id).all(table).await
}

async fn team_in_office(table: &Table, office_id: &str, team: &str) -> Result<Vec<Employee>> {
    Employee::query().by_office().office_id(office_id).team(team).all(table).await
}

/// An employee and all their tasks, in one request.
async fn assignments(table: &Table, employee_id: &str) -> Result<Assignments> {
    Assignments::query().employee_id(employee_id).all(table).await
}

async fn with_title(table: &Table, title: &str) -> Result<Vec<Employee>> {
    Employee::query().by_title().title(title).all(table).await
}

async fn with_salary(table: &Table, title: &str, from: u32, to: u32) -> Result<Vec<Employee>> {
    Employee::query().by_title().title(title).salary(between(from, to)).all(table).await
}

async fn direct_reports(table: &Table, manager_id: &str) -> Result<Vec<Employee>> {
    Employee::query().by_manager().manager_id(manager_id).all(table).await
}

async fn birthdays_in_month(table: &Table, office_id: &str, month: &str) -> Result<Vec<Employee>> {
    Employee::query().by_birthday().office_id(office_id).birthday(begins_with(format!("{month}-"))).all(table).await
}

/// From a day to the end of the year. In December one asks for January besides.
async fn upcoming_birthdays(table: &Table, office_id: &str, day: &str) -> Result<Vec<Employee>> {
    Employee::query().by_birthday().office_id(office_id).birthday(gte(day)).limit(2).all(table).await
}

async fn recently_hired(table: &Table, team: &str, since: &str) -> Result<Vec<Employee>> {
    Employee::query().by_hire().team(team).hired(gte(since)).descending().all(table).await
}

/// Seven setters, and none can be forgotten.
async fn hire(table: &Table, employee_id: &str, name: &str, hired: &str) -> Result<Employee> {
    let create = Employee::create().employee_id(employee_id).name(name).hired(hired).birthday("12-24");
    create.office_id("bonn").team("search").title("engineer").salary(60_000).manager_id("ada").send(table).await
}

/// Two indexes are partitioned by the office: the employee moves in both.
async fn transfer(table: &Table, employee_id: &str, office_id: &str) -> Result<Employee> {
    let e = Employee::attributes();
    Employee::patch().employee_id(employee_id).set(e.office_id, office_id).return_new().send(table).await
}

/// The title stands in one index's key between the team and the id: the update has to know those, which `from` tells.
async fn promote(table: &Table, who: &Employee, title: &str, salary: u32) -> Result<Employee> {
    let e = Employee::attributes();
    let promotion = Employee::patch().employee_id(&who.employee_id).from(who).set(e.title, title).set(e.salary, salary);
    promotion.return_new().send(table).await
}

async fn dismiss(table: &Table, employee_id: &str) -> Result<()> {
    Employee::remove().employee_id(employee_id).send(table).await
}

// -- Tasks -----------------------------------------------------------------------------------------------------------

async fn task(table: &Table, task_id: &str) -> Result<Option<Task>> {
    Task::get().task_id(task_id).send(table).await
}

async fn tasks_of_employee(table: &Table, employee_id: &str) -> Result<Vec<Task>> {
    Task::query().by_employee().employee_id(employee_id).all(table).await
}

async fn tasks_of_employee_in_status(table: &Table, employee_id: &str, status: Status) -> Result<Vec<Task>> {
    Task::query().by_employee().employee_id(employee_id).status(status).all(table).await
}

async fn tasks_of_project(table: &Table, project: &str) -> Result<Vec<Task>> {
    Task::query().by_project().project(project).all(table).await
}

async fn tasks_of_employee_in_project(table: &Table, project: &str, employee_id: &str) -> Result<Vec<Task>> {
    Task::query().by_project().project(project).employee_id(employee_id).all(table).await
}

/// The largest first.
async fn open_tasks(table: &Table, points: u32) -> Result<Vec<Task>> {
    Task::query().by_status().status(Status::Open).points(gte(points)).descending().all(table).await
}

/// By whatever is given: the index follows from it, and what is in none is filtered.
async fn search(table: &Table, project: &str, employee_id: &str, points: u32) -> Result<Vec<Task>> {
    let t = Task::attributes();
    let search = Task::matching().with(t.project, project).with(t.employee_id, employee_id).with(t.points, points);
    search.all(table).await
}

/// The status is in the keys of two indexes, which follow.
async fn start(table: &Table, task_id: &str) -> Result<Task> {
    let t = Task::attributes();
    Task::patch().task_id(task_id).set(t.status, Status::InProgress).return_new().send(table).await
}

/// Closes a task, if it is that employee's and not closed. Else this is the task as it is, if there is one.
async fn close(table: &Table, task_id: &str, employee_id: &str, day: &str) -> Result<Outcome<Task, Task>> {
    let t = Task::attributes();
    let closing = Task::patch().task_id(task_id).set(t.status, Status::Closed).set(t.closed, day);
    let may_close = t.employee_id.eq(employee_id) & t.status.ne(Status::Closed);
    closing.condition(may_close).return_new().send_if(table).await
}

async fn reassign(table: &Table, task_id: &str, employee_id: &str) -> Result<Task> {
    let t = Task::attributes();
    Task::patch().task_id(task_id).set(t.employee_id, employee_id).return_new().send(table).await
}

// -- Everything ------------------------------------------------------------------------------------------------------

/// Reads the whole table: for an export, and not for a page.
async fn everything(table: &Table) -> Result<Vec<TaskApp>> {
    TaskApp::scan().all(table).await
}

// -- The story -------------------------------------------------------------------------------------------------------

#[tokio::main]
async fn main() -> ExitCode {
    support::exit(run().await)
}

/// Three offices, five employees and six tasks. What an earlier run left is replaced.
async fn fill(table: &Table) -> Result<()> {
    for (country, city, office_id) in [("de", "berlin", "spree"), ("de", "bonn", "bonn"), ("fr", "paris", "seine")] {
        let address = format!("1 Main Street, {city}");
        Office::put().country(country).city(city).office_id(office_id).address(address).send(table).await?;
    }
    for (id, office_id, team, title, salary, manager_id, birthday, hired) in [
        ("ada", "bonn", "search", "lead", 95_000, None, "12-10", "2019-02-01"),
        ("bob", "bonn", "search", "engineer", 70_000, Some("ada"), "05-03", "2024-08-01"),
        ("cleo", "bonn", "billing", "engineer", 82_000, Some("ada"), "05-23", "2026-01-15"),
        ("dan", "spree", "search", "engineer", 100_000, Some("ada"), "09-30", "2026-06-01"),
        ("eve", "spree", "billing", "analyst", 64_000, Some("cleo"), "01-07", "2025-03-01"),
    ] {
        let put = Employee::put().employee_id(id).name(id.to_uppercase()).office_id(office_id).team(team).title(title);
        put.salary(salary).manager_id(manager_id).birthday(birthday).hired(hired).send(table).await?;
    }
    for (id, project, employee_id, points) in [
        ("t1", "ranking", "bob", 3),
        ("t2", "ranking", "dan", 13),
        ("t3", "ranking", "bob", 8),
        ("t4", "invoices", "cleo", 5),
        ("t5", "invoices", "bob", 100),
        ("t6", "invoices", "eve", 1),
    ] {
        let put = Task::put().task_id(id).project(project).employee_id(employee_id).points(points);
        put.title(format!("Task {id} of {project}")).send(table).await?;
    }
    Ok(())
}

async fn run() -> support::Outcome {
    let table = &support::args::table::<TaskApp>().await?;
    fill(table).await?;
    support::grid::print(table, &["gsi1", "gsi2", "gsi3"]).await?;

    println!("\nOffices");
    print("offices in Germany, in cities with B", offices(table, "de", "b").await?);
    print("an office by its id", office(table, "bonn").await?);
    let Workplaces { offices, employees } = workplaces(table, "bonn").await?;
    print("workplaces: the office", offices);
    print("            and its employees, in the same request", employees);

    println!("\nEmployees");
    print("an employee", employee(table, "ada").await?);
    print("nobody", employee(table, "zoe").await?);
    print("employees of an office", employees_of_office(table, "bonn").await?);
    print("a team in an office", team_in_office(table, "bonn", "search").await?);
    let Assignments { employees, tasks } = assignments(table, "bob").await?;
    print("assignments: the employee", employees);
    print("             and their tasks, in the same request", tasks);
    print("employees by title, the lowest salary first", with_title(table, "engineer").await?);
    print("engineers with 80,000 to 100,000", with_salary(table, "engineer", 80_000, 100_000).await?);
    print("direct reports of a manager", direct_reports(table, "ada").await?);
    print("birthdays in May, in Bonn", birthdays_in_month(table, "bonn", "05").await?);
    print("upcoming birthdays in Bonn, from 10 May on", upcoming_birthdays(table, "bonn", "05-10").await?);
    print("hired since 2024, the last first", recently_hired(table, "search", "2024-01-01").await?);

    println!("\nTasks");
    print("a task", task(table, "t1").await?);
    print("tasks of an employee", tasks_of_employee(table, "bob").await?);
    print("open tasks of an employee", tasks_of_employee_in_status(table, "bob", Status::Open).await?);
    print("tasks of a project", tasks_of_project(table, "ranking").await?);
    print("tasks of an employee in a project", tasks_of_employee_in_project(table, "ranking", "bob").await?);
    print("open tasks of 5 points and more, the largest first", open_tasks(table, 5).await?);
    print("search by project, employee and points", search(table, "ranking", "bob", 8).await?);

    println!("\nChanges");
    print("a task is started", Some(start(table, "t2").await?));
    for (title, who) in [("somebody else closes it", "bob"), ("its employee does", "dan"), ("once more", "dan")] {
        match close(table, "t2", who, "2027-01-31").await? {
            Outcome::Applied(task) => print(title, Some(task)),
            Outcome::Rejected(task) => print(&format!("{title}: refused, for it is"), task),
        }
    }
    print("a task is given to somebody else", Some(reassign(table, "t3", "eve").await?));
    print("eve's tasks", tasks_of_employee(table, "eve").await?);
    print("somebody is hired", Some(hire(table, "finn", "FINN", "2027-02-01").await?));
    let finn = transfer(table, "finn", "seine").await?;
    print("moves to Paris", workplaces(table, "seine").await?.employees);
    print("and is promoted", Some(promote(table, &finn, "lead", 90_000).await?));
    print("the leads", with_title(table, "lead").await?);
    dismiss(table, "finn").await?;
    print("the leads, without finn", with_title(table, "lead").await?);

    println!("\nEverything");
    let all = everything(table).await?;
    let count = |is: fn(&TaskApp) -> bool| all.iter().filter(|item| is(item)).count();
    println!("  employees: {}", count(|item| matches!(item, TaskApp::Employee(_))));
    println!("  tasks: {}", count(|item| matches!(item, TaskApp::Task(_))));
    println!("  offices: {}", count(|item| matches!(item, TaskApp::Office(_))));
    Ok(())
}

/// Prints what an access pattern gave, under its name.
fn print<T: Into<TaskApp>>(access_pattern: &str, items: impl IntoIterator<Item = T>) {
    println!("  {access_pattern}:");
    for item in items {
        match item.into() {
            TaskApp::Employee(Employee { employee_id, office_id, team, title, salary, birthday, hired, .. }) => {
                println!("    {employee_id}: {title} in {team}, {office_id}; {salary}, born {birthday}, hired {hired}");
            }
            TaskApp::Task(Task { task_id, project, employee_id, status, points, closed, .. }) => {
                let closed = closed.map_or(String::new(), |day| format!(" on {day}"));
                println!("    {task_id}: {project}, {employee_id}, {points} points, {status:?}{closed}");
            }
            TaskApp::Office(Office { office_id, address, .. }) => println!("    {office_id}: {address}"),
        }
    }
}
