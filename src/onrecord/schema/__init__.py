"""Floor 0: the nouns. Frozen types with their invariants, and their JSON."""

from onrecord.schema.accounts import AccountUnit, Alignment, Comparison, Conflict
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
from onrecord.schema.claims import OPPOSING, SUPPORTING, Claim, Side, SpeakerReference
from onrecord.schema.corrections import (
    Anchor,
    Correction,
    CorrectionKind,
    Letter,
    LetterState,
    Place,
    Review,
    Spans,
    Verdict,
)  # fmt: skip
from onrecord.schema.encoding import decode_outcome, encode_outcome
from onrecord.schema.identities import (
    Appearance,
    Evidence,
    Identity,
    Membership,
    split_identity_id,
)  # fmt: skip
from onrecord.schema.linking import Group, Item, Link, LinkKind, Member
from onrecord.schema.pages import FetchedBytes, Origin, Page, PageReference, RejectedPage, Rejection, Stage, TextForm
from onrecord.schema.readings import Outcome, Producer, Reading
from onrecord.schema.spans import Span
from onrecord.schema.statements import ArticleReference, Speaker, Statement, speaker_id
from onrecord.schema.stories import Carrier, QuotationFamily, Relation, Story, Variant, VariantKind

__all__ = [
    "BLOCK_BREAK", "OPPOSING", "SUPPORTING", "AccountUnit", "Alignment", "Anchor", "Appearance", "Article",
    "ArticleReference", "AttributedSpeaker", "Attribution", "Block", "BlockKind", "Caption", "Carrier", "Claim",
    "Comparison", "Conflict", "Correction", "CorrectionKind", "Entity", "Evidence", "FetchedBytes", "Form", "Furniture",
    "FurnitureReason", "Group", "Identity", "Item", "Letter", "LetterState", "Link", "LinkKind", "Member", "Membership",
    "Mention", "MentionForm", "Name", "NameKind", "Origin", "Outcome", "Page", "PageReference", "Place", "Producer",
    "QuotationFamily", "Reading", "RejectedPage", "Rejection", "Relation", "Review", "Side", "Span", "Spans", "Speaker",
    "SpeakerKind", "SpeakerReference", "Stage", "Stance", "Statement", "Story", "TextForm", "Variant", "VariantKind",
    "Verdict", "article_id", "attribution_id", "decode_outcome", "encode_outcome", "speaker_id", "split_identity_id",
]  # fmt: skip
