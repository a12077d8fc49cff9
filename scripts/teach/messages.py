"""The messages that are learnt from (`words.ts`), and what both the teacher and the student need to know of them."""
import json
import random

import numpy as np
import torch

# In the order of src/messages/message.ts.
PARTIES = ["", "pupil", "staff", "parent", "outside", "group"]
CATEGORIES = ["bullying", "hate", "threat", "sexual", "nudes", "self-harm", "radicalisation", "drugs", "scam", "disclosure"]
# Harmless, and each category.
ANSWERS = 1 + len(CATEGORIES)
NOBODY_KNOWN = 0.4


def messages_in(path, without=()):
    """The messages to learn from; with authors left out, also without every other line of the sets, to be measured on later."""
    found = [json.loads(line) for line in open(path)]
    return [each for each in found if each["source"] not in without and not (without and each["isEveryOther"])]


def answer_of(message):
    return 1 + CATEGORIES.index(message["category"]) if message["flag"] and message["category"] else 0


def parties_of(messages):
    """Who writes to whom, as two ones among noughts."""
    known = torch.zeros(len(messages), 2 * len(PARTIES))
    for row, message in enumerate(messages):
        known[row, PARTIES.index(message["from"])] = 1
        known[row, len(PARTIES) + PARTIES.index(message["to"])] = 1
    return known


def nobody():
    return parties_of([{"from": "", "to": ""}])[0]


def flagging(sums):
    """How much more the categories weigh than harmless does."""
    return torch.logsumexp(sums[:, 1:ANSWERS], 1) - sums[:, 0]


def padded(rows, filling, most=100):
    long = max(1, min(most, max(map(len, rows))))
    table = torch.full((len(rows), long), filling, dtype=torch.long)
    for at, row in enumerate(rows):
        table[at, : len(row[:long])] = torch.tensor(row[:long], dtype=torch.long)
    return table


def batches(lengths, size):
    """All places, shuffled, those of one batch of about one length."""
    order, some = list(range(len(lengths))), []
    random.shuffle(order)
    for start in range(0, len(order), size * 32):
        near = sorted(order[start : start + size * 32], key=lambda place: lengths[place])
        some += [near[at : at + size] for at in range(0, len(near), size)]
    random.shuffle(some)
    return some


def begin(seed):
    """The same in every run, on one processor."""
    torch.manual_seed(seed)
    random.seed(seed)
    np.random.seed(seed)
    torch.set_num_threads(1)
