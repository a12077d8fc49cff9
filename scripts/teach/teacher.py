"""The teacher: the encoder, taught further on our messages. Too large for a script; it judges what the student learns from."""
import torch
from torch import nn
from torch.nn import functional as F

from encoder import Encoder, Pieces
from messages import ANSWERS, NOBODY_KNOWN, PARTIES, answer_of, batches, begin, nobody, padded, parties_of

ROUNDS, BATCH, PACE = 3, 32, 2e-4
# How often a message is read as it was written, instead of as it is meant; how many pieces are hidden.
AS_WRITTEN, HIDDEN = 0.3, 0.05


class Teacher(nn.Module):
    def __init__(self, folder):
        super().__init__()
        self.encoder = Encoder(folder)
        self.hidden = nn.Linear(512 + 512 + 2 * len(PARTIES), 256)
        self.last = nn.Linear(256, ANSWERS)

    def read(self, pieces):
        mask = pieces >= 0
        mean, each = self.encoder(pieces, mask)
        return mean, 0.2 * each.masked_fill(~mask[:, :, None], -1e4).max(1)[0]

    def judge(self, read, parties):
        mean, most = read
        given = torch.cat([F.dropout(mean, 0.2, self.training), F.dropout(most, 0.3, self.training), parties], 1)
        return self.last(F.dropout(F.relu(self.hidden(given)), 0.2, self.training))


def taught(folder, messages):
    begin(0)
    teacher, pieces = Teacher(folder), Pieces(folder)
    own = [weight for name, weight in teacher.named_parameters() if not name.startswith("encoder.")]
    learns = torch.optim.AdamW([{"params": list(teacher.encoder.parameters()), "lr": PACE}, {"params": own, "lr": 5 * PACE}], weight_decay=0.01)
    views = [[pieces.of(message[view]) for message in messages] for view in ("words", "written")]
    parties, counts = parties_of(messages), torch.tensor([message["counts"] for message in messages])
    answers, steps = torch.tensor([answer_of(message) for message in messages]), ROUNDS * (len(messages) // BATCH + 1)
    slows = torch.optim.lr_scheduler.LambdaLR(learns, lambda step: min(1, (step + 1) / 200) * max(0.02, 1 - step / steps))
    teacher.train()
    for turn in range(ROUNDS):
        sum_of_losses = 0.0
        for batch in batches([len(row) for row in views[0]], BATCH):
            chosen = padded([views[int(torch.rand(1) < AS_WRITTEN)][row] for row in batch], -1, 96)
            chosen = torch.where((torch.rand(chosen.shape) < HIDDEN) & (chosen >= 0), 0, chosen)
            who = torch.where(torch.rand(len(batch), 1) < NOBODY_KNOWN, nobody(), parties[batch])
            with torch.autocast("cpu", dtype=torch.bfloat16):
                sums = teacher.judge(teacher.read(chosen), who)
            losses = F.cross_entropy(sums.float(), answers[batch], reduction="none", label_smoothing=0.05) * counts[batch]
            loss = losses.sum() / counts[batch].sum()
            learns.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
            learns.step()
            slows.step()
            sum_of_losses += loss.item()
        print(f"teacher, round {turn + 1}: {sum_of_losses * BATCH / len(messages):.3f}", flush=True)
    return teacher.eval()


def judged(teacher, folder, messages, batch=128):
    """The teacher's sums for each message, with its parties and with nobody known."""
    pieces = Pieces(folder)
    rows, judgements = [pieces.of(message["words"]) for message in messages], torch.zeros(2, len(messages), ANSWERS)
    order = sorted(range(len(rows)), key=lambda row: len(rows[row]))
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for start in range(0, len(order), batch):
            some = order[start : start + batch]
            read = teacher.read(padded([rows[row] for row in some], -1, 80))
            judgements[0, some] = teacher.judge(read, parties_of([messages[row] for row in some])).float()
            judgements[1, some] = teacher.judge(read, nobody().expand(len(some), -1)).float()
    return judgements
