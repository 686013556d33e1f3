//! The weather: what happens to requests between the SDK and the embedded engine.
//!
//! It is an HTTP client of the SDK. Each request meets what a generator with a seed says: nothing, or a [`Fault`]; and is
//! held up a little before and after, so that requests of several tasks overlap. Time is tokio's, which the tests have
//! paused: the same seed gives the same weather, to the millisecond.

use std::{
    collections::{BTreeMap, VecDeque},
    hash::{DefaultHasher, Hash, Hasher},
    sync::{Arc, Mutex, MutexGuard},
    time::Duration,
};

use aws_smithy_runtime_api::client::{
    http::{HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector},
    orchestrator::{HttpRequest, HttpResponse},
    result::ConnectorError,
    runtime_components::RuntimeComponents,
};
use dynaent::LocalEngine;
use fastrand::Rng;
use serde_json::Value;
use tokio::time::{Instant, sleep};

use crate::{
    answers,
    fault::Fault::{self, *},
};

/// Longer than the SDK waits for an answer.
const TOO_LONG: Duration = Duration::from_secs(30);
/// How many of the last requests are told of when something fails.
const REMEMBERED: usize = 40;
/// And how many bytes of each.
const TOLD: usize = 500;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Climate {
    /// Of so many requests of a hundred something happens; stragglers may be among them.
    Foul { percent: u8, stragglers: bool },
    /// This happens to every request.
    Always(Fault),
    /// These happen to the first requests, and then nothing any more.
    InTurn(&'static [Fault]),
}

#[derive(Debug, Clone)]
pub struct Weather {
    engine: LocalEngine,
    state: Arc<Mutex<State>>,
}

#[derive(Debug)]
struct State {
    climate: Climate,
    rng: Rng,
    began: Option<Instant>,
    seen: Seen,
    digest: DefaultHasher,
    last: VecDeque<String>,
}

/// What there was of requests and faults.
#[derive(Debug, Clone, Default)]
pub struct Seen {
    pub requests: u64,
    pub faults: BTreeMap<Fault, u64>,
}

impl Seen {
    pub fn add(&mut self, other: &Self) {
        self.requests += other.requests;
        for (fault, count) in &other.faults {
            *self.faults.entry(*fault).or_default() += count;
        }
    }

    pub fn faults(&self) -> u64 {
        self.faults.values().sum()
    }
}

impl Weather {
    pub fn new(engine: LocalEngine, climate: Climate, seed: u64) -> Self {
        let state = State {
            climate,
            rng: Rng::with_seed(seed),
            began: None,
            seen: Seen::default(),
            digest: DefaultHasher::new(),
            last: VecDeque::new(),
        };
        Self { engine, state: Arc::new(Mutex::new(state)) }
    }

    pub fn seen(&self) -> Seen {
        self.state().seen.clone()
    }

    /// Stands for all that happened, and when: requests, faults, answers.
    pub fn digest(&self) -> u64 {
        self.state().digest.finish()
    }

    /// The last requests, and what happened to them.
    pub fn last(&self) -> Vec<String> {
        self.state().last.iter().cloned().collect()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("the weather never panics")
    }

    async fn answer(self, request: HttpRequest) -> Result<HttpResponse, ConnectorError> {
        let target = request.headers().get("x-amz-target").unwrap_or_default();
        let operation = target.rsplit('.').next().unwrap_or_default().to_owned();
        let (number, fault, [before, after]) = self.state().meet(&operation, &request);
        before.pass().await;
        let answer = self.under(fault, &operation, request).await;
        after.pass().await;
        self.state().answered(number, &answer);
        answer
    }

    async fn under(
        &self,
        fault: Option<Fault>,
        operation: &str,
        request: HttpRequest,
    ) -> Result<HttpResponse, ConnectorError> {
        let Some(fault) = fault else { return self.engine.call(request).await };
        match fault {
            Throttled => answers::refusal(400, "com.amazon.coral.availability#ThrottlingException"),
            OverCapacity => answers::service("ProvisionedThroughputExceededException"),
            ServerError => answers::refusal(500, "com.amazonaws.dynamodb.v20120810#InternalServerError"),
            ServerErrorAfterwards => {
                self.engine.call(request).await?;
                answers::refusal(500, "com.amazonaws.dynamodb.v20120810#InternalServerError")
            }
            Unavailable => answers::unavailable(),
            Refused => Err(ConnectorError::io("connection refused".into())),
            TimedOut => Err(ConnectorError::timeout("no answer".into())),
            TimedOutAfterwards => {
                self.engine.call(request).await?;
                Err(ConnectorError::timeout("no answer".into()))
            }
            Reset => {
                self.engine.call(request).await?;
                Err(ConnectorError::io("connection reset".into()))
            }
            CutOff => {
                let answer = self.engine.call(request).await?;
                let draw = self.draw();
                Ok(answers::cut_off(answer, draw))
            }
            BrokenOff => {
                let answer = self.engine.call(request).await?;
                let draw = self.draw();
                Ok(answers::broken_off(answer, draw))
            }
            Late => {
                let answer = self.engine.call(request).await;
                sleep(Duration::from_millis(self.draw() % 500)).await;
                answer
            }
            TooLate => {
                let answer = self.engine.call(request).await;
                sleep(TOO_LONG).await;
                answer
            }
            Straggler => {
                let (engine, wait) = (self.engine.clone(), Duration::from_millis(self.draw() % 5_000));
                tokio::spawn(async move {
                    sleep(wait).await;
                    // Nobody is there any more to hear it.
                    let _ = engine.call(request).await;
                });
                Err(ConnectorError::timeout("no answer".into()))
            }
            ItemContention => answers::service("TransactionConflictException"),
            Contention => {
                let operations =
                    answers::json(request.body()).get("TransactItems").and_then(Value::as_array).map(Vec::len);
                answers::contention(operations.unwrap_or_default(), self.draw())
            }
            InProgress => answers::service("TransactionInProgressException"),
            ShortPage => {
                let limit = 1 + self.draw() % 3;
                self.engine.call(answers::shorter(request, limit)).await
            }
            EmptyPage => answers::empty_page(&request),
            SomeUnprocessed | OneProcessed | AllUnprocessed => {
                let draw = self.draw();
                let is_left = |number: usize| match fault {
                    AllUnprocessed => true,
                    OneProcessed => number > 0,
                    _ => draw >> (number % 64) & 1 == 0,
                };
                let (request, left) = answers::split(operation, request, is_left);
                let answer = match request {
                    Some(request) => self.engine.call(request).await?,
                    None => answers::nothing(operation),
                };
                answers::with_left(operation, answer, left)
            }
        }
    }

    fn draw(&self) -> u64 {
        self.state().rng.u64(..)
    }
}

impl State {
    /// What a request meets, and what holds it up before and after. Gives its number too.
    fn meet(&mut self, operation: &str, request: &HttpRequest) -> (u64, Option<Fault>, [Delay; 2]) {
        let now = Instant::now();
        let elapsed = now - *self.began.get_or_insert(now);
        let met = self.fault(operation, request);
        let delays = [Delay::any(&mut self.rng), Delay::any(&mut self.rng)];
        let number = self.seen.requests;
        self.seen.requests += 1;
        if let Some(fault) = met {
            *self.seen.faults.entry(fault).or_default() += 1;
        }
        // Not the body: a map comes in another order each time.
        (number, operation, met, elapsed.as_millis()).hash(&mut self.digest);
        if self.last.len() == REMEMBERED {
            self.last.pop_front();
        }
        let body = request.body().bytes().unwrap_or_default();
        let body = String::from_utf8_lossy(&body[..body.len().min(TOLD)]);
        let fault = met.map_or(String::new(), |fault| format!(" {fault:?}"));
        self.last.push_back(format!("#{number} +{}ms {operation}{fault}: {body}", elapsed.as_millis()));
        (number, met, delays)
    }

    fn fault(&mut self, operation: &str, request: &HttpRequest) -> Option<Fault> {
        let fault = match self.climate {
            Climate::Always(fault) => fault,
            Climate::InTurn(faults) => *faults.get(usize::try_from(self.seen.requests).ok()?)?,
            Climate::Foul { percent, stragglers } => {
                if self.rng.u8(..100) >= percent {
                    return None;
                }
                let particular = Fault::particular(operation);
                if stragglers && self.rng.u8(..10) == 0 && Fault::is_write(operation) {
                    Straggler
                } else if !particular.is_empty() && self.rng.bool() {
                    self.rng.choice(particular).copied()?
                } else {
                    self.rng.choice(Fault::ANY)?
                }
            }
        };
        // An empty page leads on from where it began, so that it cannot be the first.
        Some(if fault == EmptyPage && !answers::goes_on(request) { ShortPage } else { fault })
    }

    fn answered(&mut self, number: u64, answer: &Result<HttpResponse, ConnectorError>) {
        let status = answer.as_ref().map_or(0, |answer| answer.status().as_u16());
        (number, status).hash(&mut self.digest);
    }
}

/// What holds a request up on its way.
#[derive(Debug, Clone, Copy)]
enum Delay {
    None,
    /// Until the other tasks had their turn.
    Turn,
    Milliseconds(u64),
}

impl Delay {
    fn any(rng: &mut Rng) -> Self {
        match rng.u8(..4) {
            0 => Self::None,
            1..=2 => Self::Turn,
            _ => Self::Milliseconds(rng.u64(1..10)),
        }
    }

    async fn pass(self) {
        match self {
            Self::None => {}
            Self::Turn => tokio::task::yield_now().await,
            Self::Milliseconds(count) => sleep(Duration::from_millis(count)).await,
        }
    }
}

impl HttpClient for Weather {
    fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}

impl HttpConnector for Weather {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        HttpConnectorFuture::new(self.clone().answer(request))
    }
}
