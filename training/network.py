"""The network: a small BERT encoder with case and quotation features, and heads for attributions, links and names."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from onrecord.language.encoding import CASES, QUOTES
from onrecord.language.labels import ATTRIBUTION_LABELS, NAME_LABELS

LINK_ROLES = 2  # source and content, each seen from a cue
LINK_WIDTH = 64


class AttributionNetwork(nn.Module):
    """Piece ids, cases, quotes and mask, int64 [batch, length], become the four outputs of `forward`."""

    def __init__(self, config: BertConfig, dropout: float = 0.1) -> None:
        super().__init__()
        config.hidden_dropout_prob = config.attention_probs_dropout_prob = 0.0
        config._attn_implementation = "eager"  # on a CPU in bfloat16 it is faster than the fused one
        self.encoder = BertModel(config, add_pooling_layer=False)
        width = config.hidden_size
        self.cases = nn.Embedding(len(CASES), width)
        self.quotes = nn.Embedding(len(QUOTES), width)
        nn.init.zeros_(self.cases.weight)
        nn.init.zeros_(self.quotes.weight)
        self.dropout = dropout
        self.attributions = nn.Linear(width, len(ATTRIBUTION_LABELS))
        self.names = nn.Linear(width, len(NAME_LABELS))
        self.link_hidden = nn.Linear(width, width)
        self.queries = nn.Linear(width, LINK_ROLES * LINK_WIDTH)
        self.keys = nn.Linear(width, LINK_ROLES * LINK_WIDTH)

    def forward(self, pieces: Tensor, cases: Tensor, quotes: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """Return per piece: attribution scores [.., 13], name scores [.., 17], link queries and keys [.., 2 * 64]."""
        hidden = self._drop(self.encode(pieces, cases, quotes, mask))
        linked = nn.functional.gelu(self.link_hidden(hidden))
        return self.attributions(hidden), self.names(hidden), self.queries(linked), self.keys(linked)

    def encode(self, pieces: Tensor, cases: Tensor, quotes: Tensor, mask: Tensor) -> Tensor:
        """Return the pieces in their context, [batch, length, width]."""
        embedded = self.encoder.embeddings.word_embeddings(pieces) + self.cases(cases) + self.quotes(quotes)
        return self.encoder(inputs_embeds=self._drop(embedded), attention_mask=mask).last_hidden_state

    def keep_layers(self, layers: Sequence[int]) -> None:
        """Forget the encoder's other layers."""
        self.encoder.encoder.layer = nn.ModuleList(self.encoder.encoder.layer[at] for at in layers)
        self.encoder.config.num_hidden_layers = len(layers)

    def _drop(self, values: Tensor) -> Tensor:
        # One mask for all of a window's pieces (Gal and Ghahramani 2016): as good here, and much cheaper to draw.
        if not self.training or not self.dropout:
            return values
        keep = torch.rand(values.shape[0], 1, values.shape[2]) >= self.dropout
        return values * (keep.to(values.dtype) / (1 - self.dropout))


class LinearChain(nn.Module):
    """A linear-chain CRF's transitions (Lafferty, McCallum and Pereira 2001) over a closed set of labels."""

    def __init__(self, allowed: Tensor, opens: Tensor, closes: Tensor) -> None:
        super().__init__()
        count = allowed.shape[0]
        self.transitions = nn.Parameter(torch.zeros(count, count))
        self.register_buffer("forbidden", torch.where(allowed, 0.0, -1e4))
        self.register_buffer("opening", torch.where(opens, 0.0, -1e4))
        self.register_buffer("closing", torch.where(closes, 0.0, -1e4))

    def cross_entropy(self, scores: Tensor, labels: Tensor, mask: Tensor) -> Tensor:
        """Return the sum over sequences. `scores` [n, words, labels]; `labels` alike, probabilities; `mask` [n, words].

        Where the probabilities are 0 and 1 this is the negative log-likelihood of one labelling. Where a teacher says
        them it is the cross-entropy to the teacher's distribution, up to a constant, as long as the transitions are
        not trained (structure-level distillation, Wang et al., ACL 2020).
        """
        steps = self.transitions + self.forbidden
        alpha = scores[:, 0] + self.opening
        gold = (scores * labels * mask[:, :, None]).sum((1, 2))
        for at in range(1, scores.shape[1]):
            # log-sum-exp over the previous label, as a product of exponentials shifted by their maximum
            peak = alpha.max(1, keepdim=True).values
            moved = torch.log((alpha - peak).exp() @ steps.exp() + 1e-30) + peak + scores[:, at]
            here = mask[:, at]
            alpha = torch.where(here[:, None], moved, alpha)
            step = ((labels[:, at - 1] @ self.transitions) * labels[:, at]).sum(1)
            gold = gold + torch.where(here, step, 0.0)
        return (torch.logsumexp(alpha + self.closing, 1) - gold).sum()


class LinkScorer(nn.Module):
    """How strongly a word belongs, as source or as content, to a cue: a scaled product and biases by distance."""

    BUCKETS = 24

    def __init__(self) -> None:
        super().__init__()
        self.near = nn.Parameter(torch.zeros(LINK_ROLES, self.BUCKETS))
        self.paragraphs = nn.Parameter(torch.zeros(LINK_ROLES, 5))
        self.bias = nn.Parameter(torch.full((LINK_ROLES,), -2.0))

    def forward(self, queries: Tensor, keys: Tensor, bucket: Tensor, paragraph_distance: Tensor) -> Tensor:
        """`queries` [cues, 2 * 64], `keys` [words, 2 * 64], distances [cues, words] in words (bucketed by
        `onrecord.language.decoding.distance_bucket`) and in paragraphs; [2, cues, words] back."""
        q = queries.view(-1, LINK_ROLES, LINK_WIDTH).transpose(0, 1)
        k = keys.view(-1, LINK_ROLES, LINK_WIDTH).transpose(0, 1)
        near = self.near[:, bucket]
        far = self.paragraphs[:, paragraph_distance.clamp(-2, 2) + 2]
        return q @ k.transpose(1, 2) / LINK_WIDTH**0.5 + near + far + self.bias[:, None, None]


def pretrained(folder: Path) -> AttributionNetwork:
    """Start from a pretrained BERT encoder's folder (config.json, model.safetensors)."""
    network = AttributionNetwork(BertConfig.from_pretrained(folder))
    network.encoder.load_state_dict(BertModel.from_pretrained(folder, add_pooling_layer=False).state_dict())
    return network
