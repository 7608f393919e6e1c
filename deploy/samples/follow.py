#!/usr/bin/env python3
"""Rebuilds the current state of articles and stories from the topics alone.

A downstream program as the published schemas allow it: it knows Kafka and JSON and nothing of ours.
Needs python3-confluent-kafka (Debian).

    follow.py HOST:PORT [PREFIX]

prints one JSON object a line for each article, by id: {"article", "revision", "story", "title"}. The
exit code is 1 when a number is missing (unless retention or compaction took it, none may be) or there twice.

The rule: within a language, records of articles.enriched and stories stand in one order, their
"sequence", dense from 1. The latest record of an article counts. One that "supersedes" another takes
its place, also where the article had another id, and leaves it empty where it says "withdrawn". A story
change that merges or splits moves the articles it names; one that links stories of two languages has no
number and moves nothing.
"""
import json
import sys
from collections import defaultdict

from confluent_kafka import OFFSET_BEGINNING, Consumer, TopicPartition


def read(servers, topic):
    """All that is committed on a topic now."""
    consumer = Consumer({
        "bootstrap.servers": servers,
        "group.id": "follow.py",
        "isolation.level": "read_committed",
        "enable.auto.commit": False,
        "enable.partition.eof": True,
    })
    partitions = consumer.list_topics(topic, timeout=30).topics[topic].partitions
    consumer.assign([TopicPartition(topic, p, OFFSET_BEGINNING) for p in partitions])
    open_partitions = set(partitions)
    while open_partitions:
        message = consumer.poll(30)
        if message is None:
            raise SystemExit(f"{topic}: the broker does not answer")
        if message.error():
            open_partitions.discard(message.partition())
        elif message.value() is not None:
            yield json.loads(message.value())
    consumer.close()


def number(servers, prefix):
    """Every record by language and number; complains of gaps and doubles."""
    languages = defaultdict(dict)
    for topic in ("articles.enriched", "stories"):
        for record in read(servers, prefix + topic):
            if record.get("kind") == "linked":
                continue
            known = languages[record["language"]]
            if record["sequence"] in known:
                raise SystemExit(f"{record['language']}/{record['sequence']} is there twice")
            known[record["sequence"]] = record
    for language, known in languages.items():
        missing = set(range(min(known), max(known) + 1)) - known.keys()
        if missing:
            raise SystemExit(f"{language}: {len(missing)} missing, first {min(missing)}")
    return languages


def state(languages):
    articles, stories = {}, {}
    for known in languages.values():
        for _, record in sorted(known.items()):
            if "kind" in record:
                if record["kind"] in ("merged", "split"):
                    stories.update((article, record["story"]) for article in record["articles"])
                continue
            supersedes = record.get("supersedes", {})
            articles.pop(supersedes.get("article"), None)
            stories.pop(supersedes.get("article"), None)
            if supersedes.get("withdrawn"):
                continue
            articles[record["id"]] = record
            stories[record["id"]] = record["story"]["id"]
    return articles, stories


def main():
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    articles, stories = state(number(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else ""))
    for article, record in sorted(articles.items()):
        print(json.dumps({"article": article, "revision": record["revision"],
                          "story": stories[article], "title": record["title"]}))


if __name__ == "__main__":
    main()
