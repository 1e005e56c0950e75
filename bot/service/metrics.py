"""What is counted while we serve, for Prometheus (`/metrics`)."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from bot.chat import Health

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)


Waiting = Callable[[], Mapping[tuple[str, str], int] | None]
"""How much waits, by queue and channel; None where the store does not answer."""


class Metrics:
    """The counters of one process, each with the channel's name and nothing about people."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        labels = ("channel", "outcome")
        self._events = Counter("wenxiao_events_settled", "Events done without a reply", labels, registry=self._registry)
        self._replies = Counter("wenxiao_replies", "Replies by kind", ("channel", "kind"), registry=self._registry)
        self._messages = Counter("wenxiao_messages", "Messages sent, by outcome", labels, registry=self._registry)
        self._seconds = Histogram(
            "wenxiao_answer_seconds", "Time to make a reply", ("channel",), buckets=_SECONDS, registry=self._registry
        )

    def settled(self, channel: str, outcome: str) -> None:
        """An event is done without a reply."""
        self._events.labels(channel, outcome).inc()

    def answered(self, channel: str, kind: str) -> None:
        """A reply of that kind was made."""
        self._replies.labels(channel, kind).inc()

    def sent(self, channel: str, outcome: str) -> None:
        """A message went out, or did not."""
        self._messages.labels(channel, outcome).inc()

    @contextmanager
    def answering(self, channel: str) -> Iterator[None]:
        """Measures how long an answer takes."""
        with self._seconds.labels(channel).time():
            yield

    def watch(self, health: Callable[[], Mapping[str, Health]], waiting: Waiting) -> None:
        """Shows, whenever somebody looks, how the channels are and how much waits."""
        self._registry.register(_Now(health, waiting))

    def text(self) -> bytes:
        """All of it in Prometheus's text format; it asks the store, so call it in a thread."""
        return generate_latest(self._registry)


class _Now(Collector):
    def __init__(self, health: Callable[[], Mapping[str, Health]], waiting: Waiting) -> None:
        self._health, self._waiting = health, waiting

    def collect(self) -> Iterator[GaugeMetricFamily]:
        up = GaugeMetricFamily("wenxiao_channel_up", "Whether messages are really fetched", labels=("channel",))
        for channel, health in self._health().items():
            up.add_metric((channel,), float(health.ok))
        yield up
        waiting = self._waiting()
        yield GaugeMetricFamily("wenxiao_store_up", "Whether the store answers", value=float(waiting is not None))
        waits = GaugeMetricFamily("wenxiao_waiting", "Items that wait", labels=("queue", "channel"))
        for (queue, channel), number in (waiting or {}).items():
            waits.add_metric((queue, channel), number)
        yield waits

    def describe(self) -> Iterator[GaugeMetricFamily]:
        """Nothing beforehand: to register it must not ask the store."""
        return iter(())
