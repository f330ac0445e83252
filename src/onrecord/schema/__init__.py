"""Floor 0: the nouns. Frozen types with their invariants, and their JSON."""

from onrecord.schema.articles import (
    BLOCK_BREAK,
    Article,
    Block,
    BlockKind,
    Caption,
    Furniture,
    FurnitureReason,
    article_id,
)  # fmt: skip
from onrecord.schema.attributions import (
    AttributedSpeaker,
    Attribution,
    Entity,
    Form,
    Mention,
    MentionForm,
    Name,
    NameKind,
    SpeakerKind,
    Stance,
    attribution_id,
)  # fmt: skip
from onrecord.schema.encoding import decode_outcome, encode_outcome
from onrecord.schema.identities import (
    Anchor,
    Appearance,
    Correction,
    CorrectionKind,
    Evidence,
    Identity,
    Membership,
    split_identity_id,
)  # fmt: skip
from onrecord.schema.pages import Origin, Page, PageReference, RejectedPage, Rejection, Stage, TextForm
from onrecord.schema.readings import Outcome, Producer, Reading
from onrecord.schema.spans import Span
from onrecord.schema.statements import ArticleReference, Speaker, Statement, speaker_id

__all__ = [
    "BLOCK_BREAK", "Anchor", "Appearance", "Article", "ArticleReference", "AttributedSpeaker", "Attribution", "Block",
    "BlockKind", "Caption", "Correction", "CorrectionKind", "Entity", "Evidence", "Form", "Furniture",
    "FurnitureReason", "Identity", "Membership", "Mention", "MentionForm", "Name", "NameKind", "Origin", "Outcome",
    "Page", "PageReference", "Producer", "Reading", "RejectedPage", "Rejection", "Span", "Speaker", "SpeakerKind",
    "Stage", "Stance", "Statement", "TextForm", "article_id", "attribution_id", "decode_outcome", "encode_outcome",
    "speaker_id", "split_identity_id",
]  # fmt: skip
