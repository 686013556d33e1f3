//! The embedded engine: an ordinary SDK client whose HTTP transport is a function call.
//!
//! `dynoxide-rs` keeps its items in SQLite and has one typed method per operation. What it keeps to
//! its own HTTP server is the wire between the two, and that is this module: the operation's name
//! is in the `x-amz-target` header, the request and the answer are JSON.

use std::{
    error::Error,
    fmt, fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

use aws_sdk_dynamodb::{
    Client, Config,
    config::{
        BehaviorVersion, IdentityCache, Region, StalledStreamProtectionConfig, retry::RetryConfig,
        timeout::TimeoutConfig,
    },
};
use aws_smithy_runtime_api::{
    client::{
        http::{HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector},
        orchestrator::{HttpRequest, HttpResponse},
        result::ConnectorError,
        runtime_components::RuntimeComponents,
    },
    http::StatusCode,
};
use aws_smithy_types::body::SdkBody;
use dynoxide::{Database, DynoxideError};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::error::Category;

/// An embedded DynamoDB engine: the whole service inside this process, in memory or in one file.
///
/// It needs no server, no network, no credentials and no AWS account. [`client`](Self::client)
/// gives an ordinary [`aws_sdk_dynamodb::Client`]; requests and answers are the same JSON that AWS
/// and the SDK exchange, errors included.
///
/// Clones share one database. Its operations run one at a time, so a conditional write has one
/// winner however many tasks race for it; and they run on the task that sends the request, which
/// costs that task microseconds (with a file, the time of a write to disk).
///
/// What it leaves out: permissions, throttling, eventual consistency (every read is consistent),
/// and the background deletion of expired items.
///
/// ```
/// # use dynaent_workspace::*;
/// # example(async |table| {
/// use dynaent::{LocalEngine, Table};
///
/// let engine = LocalEngine::memory()?;
/// let table = Table::new(engine.client(), "app");
/// table.create_if_absent::<Blog>().await?;
/// # Ok(()) });
/// ```
#[derive(Clone)]
pub struct LocalEngine {
    // Already a handle: a clone copies a few `Arc`s.
    database: Database,
}

/// Why a [`LocalEngine`] could not be opened.
///
/// ```
/// # use dynaent_workspace::*;
/// use dynaent::{LocalEngine, LocalEngineError};
///
/// let opened = LocalEngine::file("/no/such/folder/blog.db");
/// assert!(matches!(opened, Err(LocalEngineError::File { .. })));
/// ```
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum LocalEngineError {
    /// The engine refused to start in memory.
    #[error("cannot start the embedded DynamoDB engine in memory")]
    Memory {
        /// What the engine said.
        source: Box<dyn Error + Send + Sync>,
    },
    /// The file cannot be created or read, or is not a database of this engine.
    #[error("cannot open `{}` as a database of the embedded DynamoDB engine: {source}", path.display())]
    File {
        /// The path that was asked for.
        path: PathBuf,
        /// What the engine or the operating system said.
        source: Box<dyn Error + Send + Sync>,
    },
}

impl LocalEngine {
    /// Starts an empty engine in memory; its tables are gone when the last clone is dropped.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// use dynaent::LocalEngine;
    ///
    /// let engine = LocalEngine::memory()?;
    /// assert!(engine.client().list_tables().send().await?.table_names().is_empty());
    /// # Ok(()) });
    /// ```
    ///
    /// # Errors
    ///
    /// [`LocalEngineError::Memory`] when SQLite cannot allocate its database.
    pub fn memory() -> Result<Self, LocalEngineError> {
        match Database::memory() {
            Ok(database) => Ok(Self { database }),
            Err(source) => Err(LocalEngineError::Memory { source: source.into() }),
        }
    }

    /// Opens the engine's database in a file, created when there is none.
    ///
    /// SQLite keeps two more files beside it while it is open (`-wal`, `-shm`). Open a file once and
    /// clone the engine: a second engine on the same file shares the items, but goes on with the key
    /// schemas that it knows when the first one replaces a table.
    ///
    /// ```no_run
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// use dynaent::{LocalEngine, Table};
    ///
    /// let engine = LocalEngine::file("blog.db")?;
    /// let table = Table::new(engine.client(), "app");
    /// table.create_if_absent::<Blog>().await?;
    /// # Ok(()) });
    /// ```
    ///
    /// # Errors
    ///
    /// [`LocalEngineError::File`] when the path is not UTF-8, when the file cannot be created, read
    /// or written, and when it is not a database.
    pub fn file(path: impl AsRef<Path>) -> Result<Self, LocalEngineError> {
        let path = path.as_ref();
        match open(path) {
            Ok(database) => Ok(Self { database }),
            Err(source) => Err(LocalEngineError::File { path: path.to_owned(), source }),
        }
    }

    /// An SDK client that talks to this engine and to nothing else.
    ///
    /// To set up the client otherwise (interceptors, timeouts), pass the engine to the SDK as its
    /// HTTP client: `aws_sdk_dynamodb::Config::builder().http_client(engine)`, or the same on
    /// `aws_config::SdkConfig`.
    ///
    /// ```
    /// # use dynaent_workspace::*;
    /// # example(async |table| {
    /// use dynaent::LocalEngine;
    ///
    /// let client = LocalEngine::memory()?.client();
    /// assert!(client.list_tables().send().await?.table_names().is_empty());
    /// # Ok(()) });
    /// ```
    #[must_use]
    pub fn client(&self) -> Client {
        let config = Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .http_client(self.clone())
            // The SDK makes an endpoint of it; no request goes there.
            .region(Region::from_static("us-east-1"))
            // The engine checks no signature, and signing costs more than most of its operations.
            .allow_no_auth()
            .identity_cache(IdentityCache::no_cache())
            // An answer is never late, lost or throttled: a second try would get the same one.
            // Without timers the client also runs on any async runtime.
            .retry_config(RetryConfig::disabled())
            .timeout_config(TimeoutConfig::disabled())
            .stalled_stream_protection(StalledStreamProtectionConfig::disabled())
            .build();
        Client::from_conf(config)
    }

    /// Answers one request as the service's endpoint does.
    fn answer(&self, request: &HttpRequest) -> Result<HttpResponse, ConnectorError> {
        let body = request
            .body()
            .bytes()
            .ok_or_else(|| ConnectorError::user("the embedded engine reads no streamed request".into()))?;
        let (status, json) = match operation(request).and_then(|operation| self.run(operation, body)) {
            Some(Ok(json)) => (200, json),
            Some(Err(error)) => (error.status_code(), error.to_json()),
            None => (400, UNKNOWN_OPERATION.to_owned()),
        };
        let status = StatusCode::try_from(status).map_err(|error| ConnectorError::other(error.into(), None))?;
        let mut response = HttpResponse::new(status, SdkBody::from(json));
        response.headers_mut().insert("content-type", "application/x-amz-json-1.0");
        Ok(response)
    }

    /// Runs an operation on a JSON request; `None` when the engine does not have it.
    fn run(&self, operation: &str, body: &[u8]) -> Option<Result<String, DynoxideError>> {
        let result = match operation {
            "BatchExecuteStatement" => self.invoke(body, Database::batch_execute_statement),
            "BatchGetItem" => self.invoke(body, Database::batch_get_item),
            "BatchWriteItem" => self.invoke(body, Database::batch_write_item),
            "CreateTable" => self.invoke(body, Database::create_table),
            "DeleteItem" => self.invoke(body, Database::delete_item),
            "DeleteTable" => self.invoke(body, Database::delete_table),
            "DescribeStream" => self.invoke(body, Database::describe_stream),
            "DescribeTable" => self.invoke(body, Database::describe_table),
            "DescribeTimeToLive" => self.invoke(body, Database::describe_time_to_live),
            "ExecuteStatement" => self.invoke(body, Database::execute_statement),
            "ExecuteTransaction" => self.invoke(body, Database::execute_transaction),
            "GetItem" => self.invoke(body, Database::get_item),
            "GetRecords" => self.invoke(body, Database::get_records),
            "GetShardIterator" => self.invoke(body, Database::get_shard_iterator),
            "ListStreams" => self.invoke(body, Database::list_streams),
            "ListTables" => self.invoke(body, Database::list_tables),
            "ListTagsOfResource" => self.invoke(body, Database::list_tags_of_resource),
            "PutItem" => self.invoke(body, Database::put_item),
            "Query" => self.invoke(body, Database::query),
            "Scan" => self.invoke(body, Database::scan),
            "SearchVectors" => self.invoke(body, Database::search_vectors),
            "TagResource" => self.invoke(body, Database::tag_resource),
            "TransactGetItems" => self.invoke(body, Database::transact_get_items),
            "TransactWriteItems" => self.invoke(body, Database::transact_write_items),
            "UntagResource" => self.invoke(body, Database::untag_resource),
            "UpdateItem" => self.invoke(body, Database::update_item),
            "UpdateTable" => self.invoke(body, Database::update_table),
            "UpdateTimeToLive" => self.invoke(body, Database::update_time_to_live),
            _ => return None,
        };
        Some(result.map_err(|error| enveloped(operation, error)))
    }

    /// Calls a method of the engine, from JSON to JSON.
    fn invoke<Request: DeserializeOwned, Answer: Serialize>(
        &self,
        body: &[u8],
        method: impl FnOnce(&Database, Request) -> Result<Answer, DynoxideError>,
    ) -> Result<String, DynoxideError> {
        let request = serde_json::from_slice(body).map_err(|error| unreadable(&error))?;
        let answer = method(&self.database, request)?;
        serde_json::to_string(&answer).map_err(|error| DynoxideError::InternalServerError(error.to_string()))
    }
}

impl fmt::Debug for LocalEngine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LocalEngine").finish_non_exhaustive()
    }
}

impl HttpClient for LocalEngine {
    fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        // No connection, so none of the settings (timeouts) applies.
        SharedHttpConnector::new(self.clone())
    }
}

impl HttpConnector for LocalEngine {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        // Inline, not `spawn_blocking`: the engine works on one request at a time anyway, most take
        // microseconds (less than the way to another thread and back), and so the client needs no
        // particular async runtime.
        HttpConnectorFuture::ready(self.answer(&request))
    }
}

/// What the service answers to an operation it does not have.
const UNKNOWN_OPERATION: &str = r#"{"__type":"com.amazon.coral.service#UnknownOperationException"}"#;

fn open(path: &Path) -> Result<Database, Box<dyn Error + Send + Sync>> {
    // SQLite gives some relative names a meaning of their own (`:memory:`, `file:a?mode=memory`,
    // the empty one).
    let path = std::path::absolute(path)?;
    // SQLite would call it encrypted.
    if fs::File::open(&path).is_ok_and(holds_something_else) {
        return Err("the file is there, and is no database".into());
    }
    let path = path.to_str().ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "the path is not UTF-8"))?;
    Ok(Database::new(path)?)
}

/// Whether a file has content that does not begin as a database does.
fn holds_something_else(file: fs::File) -> bool {
    const BEGINNING: &[u8] = b"SQLite format 3\0";
    let mut found = Vec::new();
    let read = file.take(BEGINNING.len() as u64).read_to_end(&mut found);
    read.is_ok() && !found.is_empty() && found != BEGINNING
}

/// The operation's name, out of `DynamoDB_20120810.PutItem`.
fn operation(request: &HttpRequest) -> Option<&str> {
    match request.headers().get("x-amz-target")?.split_once('.')? {
        ("DynamoDB_20120810" | "DynamoDBStreams_20120810", operation) => Some(operation),
        _ => None,
    }
}

/// What the service answers to a body that does not read as the operation's request.
///
/// The engine validates part of a request while it deserializes it. The error class it means is
/// then a marker before the message, which must not reach the user; what carries no marker is
/// serde's own complaint.
fn unreadable(error: &serde_json::Error) -> DynoxideError {
    let text = error.to_string();
    let position = format!(" at line {} column {}", error.line(), error.column());
    let message = text.strip_suffix(&position).unwrap_or(&text);
    match message.split_once(':') {
        Some(("VALIDATION" | "VALIDATION_AS_READ", message)) => DynoxideError::ValidationException(message.into()),
        Some(("VALIDATION_REQUEST", message)) => DynoxideError::EnvelopedValidation(message.into()),
        Some(("SERIALIZATION" | "SERIALIZATION_AS_READ", message)) => {
            DynoxideError::SerializationException(message.into())
        }
        // serde_json stops long after DynamoDB does (32 levels of an item), so this is what the
        // service would say.
        _ if message == "recursion limit exceeded" => DynoxideError::ValidationException(TOO_DEEP.into()),
        // Not JSON at all: the service does not say where.
        _ if error.classify() != Category::Data => DynoxideError::SerializationException(String::new()),
        _ if message.contains("empty AttributeValue") => DynoxideError::ValidationException(EMPTY_VALUE.into()),
        // A member that is absent or has no such value is invalid; one of the wrong JSON type does
        // not deserialize.
        _ if INVALID.iter().any(|start| message.starts_with(start)) => {
            DynoxideError::ValidationException(message.into())
        }
        _ => DynoxideError::SerializationException(message.into()),
    }
}

const TOO_DEEP: &str = "Nesting Levels have exceeded supported limits: Attributes in the item have \
                        nested levels beyond supported limit";
const EMPTY_VALUE: &str = "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes";
/// How serde begins the complaints that the service counts as failed validation.
const INVALID: [&str; 4] = ["missing field", "unknown variant", "invalid type: null", "Supplied AttributeValue"];

/// The writes of one item count their validation errors, every other operation gives the bare
/// message.
fn enveloped(operation: &str, error: DynoxideError) -> DynoxideError {
    match (operation, error) {
        ("PutItem" | "UpdateItem" | "DeleteItem", DynoxideError::EnvelopedValidation(message)) => {
            DynoxideError::ValidationException(format!("1 validation error detected: {message}"))
        }
        (_, error) => error,
    }
}
