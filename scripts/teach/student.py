"""The student: small enough for a script. It looks at stretches of one, two, three and five words; `src/messages/scoring/stretches.ts` is the
same in TypeScript, and must stay so."""
import base64
import json
from collections import Counter

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from messages import ANSWERS, PARTIES, answer_of, batches, begin, flagging, nobody, padded, parties_of
from variants import WORD

ROUNDS, BATCH, PACE = 5, 64, 1e-3
WORDS, SIZE, HIDDEN = 9_000, 48, 64
# How many filters look at so many words at a time.
LENSES = {1: 64, 2: 64, 3: 96, 5: 48}
TOGETHER, FEWEST, MEAN = 100, 4, 0.3
# The share of the filters' cost that is kept in the end: the rest brings next to nothing.
KEPT = 0.5
PADDING, UNKNOWN = 0, 1
# What is lost in learning, so that no word and no filter decides alone.
LOST = {"words": 0.05, "meaning": 0.1, "filters": 0.15, "hidden": 0.1}


def common_words(messages):
    counts = Counter(word for message in messages for word in set(WORD.findall(message["words"])))
    return {word: at + 2 for at, (word, count) in enumerate(counts.most_common(WORDS)) if count >= 2}


def first_meanings(words, vectors):
    """What words mean before the student has learnt anything: near words begin alike."""
    start, found = torch.randn(len(words) + 2, SIZE) * 0.1, [word for word in words if word in vectors]
    known = np.stack([vectors[word] for word in found])
    _, _, ways = np.linalg.svd(known, full_matrices=False)
    known = known @ ways[:SIZE].T
    for word, row in zip(found, known / known.std() * 0.3):
        start[words[word]] = torch.tensor(row)
    start[PADDING] = 0
    return start


class Student(nn.Module):
    def __init__(self, meanings):
        super().__init__()
        self.meaning = nn.Embedding.from_pretrained(meanings, freeze=False, padding_idx=PADDING)
        self.lenses = nn.ModuleList([nn.Conv1d(SIZE, filters, words, padding=words - 1) for words, filters in LENSES.items()])
        self.hidden = nn.Linear(2 * sum(LENSES.values()) + 2 * len(PARTIES), HIDDEN)
        self.last = nn.Linear(HIDDEN, ANSWERS + 2)

    def forward(self, rows, parties):
        given = torch.cat([self.said(rows), parties], 1)
        return self.last(self.lost(F.relu(self.hidden(self.lost(given, "filters"))), "hidden"))

    def lost(self, numbers, what):
        return F.dropout(numbers, LOST[what], self.training)

    def said(self, rows):
        """What each filter says at its strongest, and on average."""
        is_word, many = rows > PADDING, (rows > PADDING).sum(1)
        if self.training:
            rows = torch.where((torch.rand(rows.shape) < LOST["words"]) & is_word, UNKNOWN, rows)
        meaning = (self.lost(self.meaning(rows), "meaning") * is_word[:, :, None]).transpose(1, 2)
        most, mean = [], []
        for words, lens in zip(LENSES, self.lenses):
            said = F.relu(lens(meaning))
            said = said * (torch.arange(said.shape[2])[None, :] < (many + words - 1)[:, None])[:, None, :]
            most.append(said.amax(2))
            mean.append(MEAN * said.sum(2) / many.clamp(min=FEWEST).float().sqrt()[:, None])
        return torch.cat([*most, *mean], 1)


def taught(messages, variants, origins, judgements, vectors):
    """@param origins which message each variant was made from; @param judgements the teacher's, of messages and then variants"""
    begin(1)
    words = common_words(messages)
    student, every = Student(first_meanings(words, vectors)), [*messages, *variants]
    rows = [[words.get(word, UNKNOWN) for word in WORD.findall(message["words"])] or [UNKNOWN] for message in every]
    of = [*range(len(messages)), *origins]
    counts = torch.tensor([messages[at]["counts"] for at in of])
    severity = torch.tensor([float(messages[at]["severity"] or 0) if messages[at]["flag"] else 0.0 for at in of])
    answers = torch.tensor([answer_of(messages[at]) for at in of])
    is_real, parties = torch.arange(len(every)) < len(messages), parties_of(every)
    meanings = [student.meaning.weight]
    others = [weight for name, weight in student.named_parameters() if not name.startswith("meaning.")]
    learns = torch.optim.AdamW([{"params": meanings, "lr": PACE}, {"params": others, "lr": 2 * PACE}], weight_decay=0.005)
    steps = ROUNDS * (len(every) // BATCH + 1)
    slows = torch.optim.lr_scheduler.LambdaLR(learns, lambda step: min(1, (step + 1) / 200) * max(0.02, 1 - step / steps))
    student.train()
    for turn in range(ROUNDS):
        sum_of_losses = 0.0
        for batch in batches([len(row) for row in rows], BATCH):
            some, unknown = torch.tensor(batch), torch.rand(len(batch), 1) < 0.5
            told = torch.where(unknown, judgements[1, some], judgements[0, some])
            sums = student(padded([rows[at] for at in batch], PADDING, TOGETHER), torch.where(unknown, nobody(), parties[some]))
            said = sums[:, :ANSWERS]
            like = F.kl_div(F.log_softmax(said, 1), F.log_softmax(told, 1), reduction="none", log_target=True).sum(1)
            harm = (flagging(said) - flagging(told)) ** 2
            right = F.cross_entropy(said, answers[some], reduction="none", label_smoothing=0.05) * is_real[some]
            grave = sum(
                F.binary_cross_entropy_with_logits(sums[:, ANSWERS + at], (severity[some] >= least).float(), reduction="none") for at, least in enumerate((2, 3))
            ) * (severity[some] > 0)
            loss = ((like + 0.05 * harm + 0.5 * right + 0.3 * grave) * counts[some]).mean()
            learns.zero_grad()
            loss.backward()
            learns.step()
            slows.step()
            sum_of_losses += loss.item()
        print(f"student, round {turn + 1}: {sum_of_losses * BATCH / len(every):.3f}", flush=True)
    return student.eval(), words


def thinned(student, words, messages):
    """The same student with the filters that say most for what they cost, half of the whole cost; what the others say on average is kept."""
    rows = [[words.get(word, UNKNOWN) for word in WORD.findall(message["words"])] or [UNKNOWN] for message in messages]
    with torch.no_grad():
        said = torch.cat([student.said(padded([row], PADDING, TOGETHER)) for row in rows])
        many, heard = said.shape[1] // 2, student.hidden.weight[:, : said.shape[1]]
        worth = (heard**2 * said.var(0)).sum(0)
        costs = torch.tensor([words + 1.5 for words, filters in LENSES.items() for _ in range(filters)])
        worth, kept, left = (worth[:many] + worth[many:]) / costs, [], KEPT * costs.sum()
        for each in worth.argsort(descending=True).tolist():
            if costs[each] <= left:
                kept, left = [*kept, each], left - costs[each]
        kept, gone = sorted(kept), [each for each in range(many) if each not in kept]
        for columns in (gone, [many + each for each in gone]):
            student.hidden.bias += heard[:, columns] @ said[:, columns].mean(0)
        begins, lenses = 0, {}
        for at, (length, filters) in enumerate(LENSES.items()):
            here = [each - begins for each in kept if begins <= each < begins + filters]
            student.lenses[at].weight, student.lenses[at].bias = (nn.Parameter(old[here]) for old in (student.lenses[at].weight, student.lenses[at].bias))
            begins, lenses[length] = begins + filters, len(here)
        parties = list(range(2 * many, student.hidden.weight.shape[1]))
        student.hidden.weight = nn.Parameter(student.hidden.weight[:, [*kept, *(many + each for each in kept), *parties]])
    return student, lenses


def hash_of(word):
    """FNV-1a over UTF-16, as `src/messages/scoring/hashes.ts` has it."""
    found = 0x811C9DC5
    for unit in np.frombuffer(word.encode("utf-16-le"), dtype="<u2"):
        found = ((found ^ int(unit)) * 0x01000193) & 0xFFFFFFFF
    return found


def gaps(hashes):
    """Rising hashes by the gaps between them, seven bits a byte."""
    found, before = bytearray(), 0
    for each in hashes:
        gap, before = each - before, each
        while gap >= 128:
            found.append(gap % 128 | 128)
            gap //= 128
        found.append(gap)
    return np.frombuffer(bytes(found), dtype=np.uint8)


def half_bytes(meanings):
    """Sixteen steps a number, two numbers a byte. @returns the bytes, and what the outermost step means in each place"""
    scales = 2.8 * meanings.std(0)
    steps = np.clip(np.floor((meanings / scales + 1) * 7.5 + 0.5), 0, 15).astype(np.uint8).reshape(-1)
    return (steps[0::2] << 4) | steps[1::2], scales.astype(np.float32)


def whole_bytes(name, table, start):
    scales = np.maximum(np.abs(table).max(1), 1e-9)
    steps = np.round(table / scales[:, None] * 127).astype(np.int8)
    return {f"{name} table": steps.reshape(-1), f"{name} scales": scales.astype(np.float32), f"{name} start": start.astype(np.float32)}


def written(student, lenses, words, path):
    """Writes the numbers as `src/messages/scoring/weights-text.ts` reads them."""
    of = {name: weight.detach().numpy() for name, weight in student.named_parameters()}
    by_hash = sorted({hash_of(word): row for word, row in words.items()}.items())
    rows, scales = half_bytes(of["meaning.weight"][[UNKNOWN, *(row for _, row in by_hash)]])
    # A filter's numbers lie word by word of its stretch, so that a script adds them up in one go.
    filters = np.concatenate([of[f"lenses.{at}.weight"].transpose(2, 0, 1).reshape(-1, SIZE) for at in range(len(LENSES))])
    starts = np.concatenate([of[f"lenses.{at}.bias"] for at in range(len(LENSES))])
    parts = {
        "net words": gaps([each for each, _ in by_hash]),
        "net rows": rows,
        "net rows scales": scales,
        "net lenses": np.array([number for lens in lenses.items() for number in lens], dtype=np.uint8),
        **whole_bytes("net filters", filters, starts),
        **whole_bytes("net hidden", of["hidden.weight"], of["hidden.bias"]),
        **whole_bytes("net last", of["last.weight"], of["last.bias"]),
    }
    kinds = {"float32": "f32", "int8": "i8", "uint8": "u8"}
    head = json.dumps([[name, kinds[str(part.dtype)], part.nbytes] for name, part in parts.items()], separators=(",", ":")).encode()
    whole = len(head).to_bytes(4, "little") + head + b"".join(part.tobytes() for part in parts.values())
    letters = base64.b64encode(whole).decode().rstrip("=")
    with open(path, "w") as file:
        file.writelines(letters[at : at + 16_000] + "\n" for at in range(0, len(letters), 16_000))
