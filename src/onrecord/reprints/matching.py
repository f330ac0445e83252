"""Where the words of one article stand in another: laid out once for an article that is compared with many."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.reprints.sketches import Sketch

Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Text:
    """A sketch taken apart: hashes with their flags in the article's order, and the same in ascending order."""

    sketch: Sketch
    hashes: NDArray[np.uint32]
    quoted: Mask
    own: Mask
    ascending: NDArray[np.uint32]
    own_ascending: Mask
    quoted_ascending: Mask


@dataclass(frozen=True)
class Match:
    """Of every shingle of an article: does it stand in the other, is it the writer's own in both, and does only one of
    them have it in quotation marks?
    """

    found: Mask
    own: Mask
    requoted: Mask


def text_of(sketch: Sketch) -> Text:
    """Take a sketch apart."""
    hashes, quoted, own = sketch.hashes, sketch.quoted, sketch.own
    order = np.argsort(hashes)
    return Text(sketch, hashes, quoted, own, hashes[order], own[order], quoted[order])


def match(text: Text, other: Text) -> Match:
    """Look every shingle of a text up in another."""
    places = np.minimum(np.searchsorted(other.ascending, text.hashes), len(other.ascending) - 1)
    found = other.ascending[places] == text.hashes
    requoted = found & (text.quoted != other.quoted_ascending[places])
    return Match(found, found & text.own & other.own_ascending[places], requoted)
