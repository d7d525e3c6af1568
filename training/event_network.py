"""
The network that reads events off the encoder's vectors, as it is trained.

A layer of attention over the words, whose places count by how far they are apart; then a kind and a status a word, and
for each trigger the role of each word by a bilinear score, as trees are read in `network.py`.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

WIDTH, ATTENDING, INNER, PAIR_WIDTH = 256, 4, 512, 128
FAR = 32
"""Distances above this count as this."""


class Attention(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.attend = nn.Linear(WIDTH, 3 * WIDTH)
        self.attended = nn.Linear(WIDTH, WIDTH)
        self.attended_norm = nn.LayerNorm(WIDTH)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.outer_norm = nn.LayerNorm(WIDTH)
        self.apart = nn.Embedding(2 * FAR + 1, ATTENDING)
        self.dropout = nn.Dropout(0.1)
        nn.init.zeros_(self.apart.weight)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        windows, words, _ = x.shape
        split = self.attend(x).view(windows, words, 3, ATTENDING, WIDTH // ATTENDING)
        query, key, value = split.permute(2, 0, 3, 1, 4).unbind(0)
        places = torch.arange(words)
        bias = self.apart(distances(places, places)).permute(2, 0, 1)[None] + mask
        seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=bias)
        x = self.attended_norm(x + self.dropout(self.attended(seen.transpose(1, 2).reshape(windows, words, WIDTH))))
        return self.outer_norm(x + self.dropout(self.outer(functional.gelu(self.inner(x)))))


class EventNetwork(nn.Module):
    def __init__(self, given: int, kinds: int, statuses: int, roles: int, *, dropout: float) -> None:
        super().__init__()
        self.given_norm = nn.LayerNorm(given)
        self.given = nn.Linear(given, WIDTH)
        self.layer = Attention()
        self.dropout = nn.Dropout(dropout)
        self.kinds = nn.Linear(WIDTH, kinds)
        self.statuses = nn.Linear(WIDTH, statuses)
        self.of_kind = nn.Embedding(kinds, PAIR_WIDTH)
        self.trigger, self.word = nn.Linear(WIDTH, PAIR_WIDTH), nn.Linear(WIDTH, PAIR_WIDTH)
        self.apart = nn.Embedding(2 * FAR + 1, PAIR_WIDTH)
        self.role_sum = nn.Linear(PAIR_WIDTH, roles)
        self.role_product = nn.Linear(PAIR_WIDTH, roles, bias=False)

    def words(self, vectors: Tensor, present: Tensor) -> Tensor:
        """Windows × words × the encoder's vectors → as many of this network's; *present* tells words from padding."""
        mask = ((~present).float() * -1e4)[:, None, None, :]
        x = functional.gelu(self.given(self.dropout(self.given_norm(vectors))))
        return self.dropout(self.layer(x, mask))

    def roles(self, words: Tensor, places: Tensor, kinds: Tensor) -> Tensor:
        """Triggers × words × roles, for the trigger at one of *places* of each window."""
        rows = torch.arange(len(places))
        trigger = self.trigger(words[rows, places]) + self.of_kind(kinds)
        word = self.word(words)
        apart = self.apart(distances(places, torch.arange(words.shape[1])))
        summed = self.role_sum(self.dropout(functional.relu(trigger[:, None] + word + apart)))
        return summed + self.role_product(self.dropout(trigger[:, None] * word))


def distances(places: Tensor, words: Tensor) -> Tensor:
    """How far each word stands after each place, as a row of a table."""
    return (words[None] - places[:, None]).clamp(-FAR, FAR) + FAR
