"""Read in this process: a page on which OnRecord itself fails is rejected, and the batch goes on."""

from __future__ import annotations

from typing import get_args

from onrecord.engines.reader import Reader, failed_on
from onrecord.language.onnx_model import load_model
from onrecord.language.shipped import DEFAULT_MODEL
from onrecord.pipeline.reading import producer_of, read_page
from onrecord.schema import Outcome, Page, Producer, RejectedPage, TextForm


def open_reader(model_name: str, threads: int) -> Reader:
    """Load the model (`threads` 0: one for each core) and read with it. Raises ModelUnavailable."""
    model = load_model(model_name, threads)
    forms: tuple[TextForm, ...] = get_args(TextForm)
    producers: dict[TextForm, Producer] = {form: producer_of(model, form) for form in forms}
    return Reader(producers, lambda page: read_safely(page, model_name, threads))


def read_safely(page: Page | RejectedPage, model: str = DEFAULT_MODEL, threads: int = 0) -> Outcome:
    """Read a page; one on which OnRecord itself fails is rejected with what went wrong."""
    if isinstance(page, RejectedPage):
        return page
    try:
        return read_page(page, load_model(model, threads))
    except (ArithmeticError, LookupError, RecursionError, RuntimeError, TypeError, ValueError) as error:
        return failed_on(page, error)
