"""What reading costs beside the usual small syntax parser: CPU time over the same articles, in turns, one thread.

    python -m venv beside-spacy && beside-spacy/bin/pip install --constraint constraints.txt --editable . spacy
    beside-spacy/bin/python benchmarks/against_spacy.py ../shared/data/polnear/dev/text \\
        ../shared/data/polnear/train/corenlp.jsonl.gz

The other side has the shape of spaCy's en_core_web_sm, from its published config: a tok2vec (MultiHashEmbed 96 wide,
four layers of MaxoutWindowEncoder) that tagger and parser share, and a second one that only ner has; hidden width 64
and two maxout pieces with an upper layer in parser and ner. Its lemmatizer and attribute ruler are left out, in its
favour. It is taught for some seconds on 60 articles with CoreNLP's tags, trees and names: what it says is of no use,
but it makes the usual moves. (With random weights it begins a sentence at nearly every token and finds a name in most,
which costs it more than it should.) What it found is shown.

Each round reads all articles with one, then with the other; the ratios are of medians over the rounds.
"""

# ruff: noqa: E402
from __future__ import annotations

import os

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS", "MKL_NUM_THREADS", "RAYON_NUM_THREADS"):
    os.environ[variable] = "1"  # before anything that starts threads is imported

import argparse
import gzip
import json
import resource
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from onrecord.articles import extract_article
from onrecord.language.onnx_model import load_model
from onrecord.language.shipped import DEFAULT_MODEL
from onrecord.pages import PageSettings, load_page
from onrecord.pipeline.reading import analyse_article, read_page
from onrecord.schema import Article, Page

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.training import Example

_TAUGHT = 60  # articles
_BATCH = 32  # sentences
_TOK2VEC = {
    "@architectures": "spacy.Tok2Vec.v2",
    "embed": {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": 96,
        "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
        "rows": [5000, 1000, 2500, 2500],
        "include_static_vectors": False,
    },
    "encode": {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": 96,
        "depth": 4,
        "window_size": 1,
        "maxout_pieces": 3,
    },
}
_LISTENER = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "*"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="clean article texts")
    parser.add_argument("syntax", type=Path, help="CoreNLP's annotations of other articles: corenlp.jsonl.gz")
    parser.add_argument("--model", default=DEFAULT_MODEL, help="a model that ships with the package")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--articles", type=int, help="only the first so many")
    arguments = parser.parse_args()
    pages = read_pages(arguments.folder, arguments.articles)
    articles = [article for article in map(extract_article, pages) if isinstance(article, Article)]
    texts = [article.text for article in articles]
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        peak = process.submit(peak_of_reading, arguments.folder, arguments.model, arguments.articles).result()
    print(f"peak memory of a process that reads them {peak:.0f} MiB")
    model, nlp = load_model(arguments.model, threads=1), build_spacy(arguments.syntax)
    spent = in_turns(
        {
            "spaCy": lambda: parse(nlp, texts),
            "onrecord read --plain": lambda: [read_page(page, model) for page in pages],
            "the model alone": lambda: [analyse_article(article, model) for article in articles],
        },
        arguments.rounds,
    )
    words = sum(len(text.split()) for text in texts) / 1000
    for name, seconds in spent.items():
        each = 1000 * median(seconds) / words
        print(f"{name:24} {each:7.1f} ms per 1,000 words {median(seconds) / median(spent['spaCy']):7.2f} of spaCy's")
    print(f"{len(articles)} articles, {words:.1f} thousand words, {arguments.rounds} rounds; model {model.name}")
    print(f"spaCy's side: {moves(nlp, texts)}, {len(nlp.get_pipe('parser').move_names)} moves of the parser")


def read_pages(folder: Path, most: int | None) -> list[Page]:
    """Load the folder's texts as clean ones."""
    loaded = (load_page(path, PageSettings(plain=True)) for path in sorted(folder.glob("*.txt"))[:most])
    return [page for page in loaded if isinstance(page, Page)]


def in_turns(sides: dict[str, Callable[[], object]], rounds: int) -> dict[str, list[float]]:
    """CPU seconds of every side in every round. One round before them, in which all warm up, isn't counted."""
    spent: dict[str, list[float]] = {name: [] for name in sides}
    for number in range(rounds + 1):
        for name, side in sides.items():
            started = time.process_time()
            side()
            if number:
                spent[name].append(time.process_time() - started)
    return spent


def build_spacy(syntax: Path) -> Language:
    """Make a pipeline of en_core_web_sm's shape and teach it for some seconds what moves are usual."""
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": _TOK2VEC})
    nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": _LISTENER}})
    nlp.add_pipe("parser", config={"model": _transition_model("parser", _LISTENER), "min_action_freq": 30})
    nlp.add_pipe("ner", config={"model": _transition_model("ner", _TOK2VEC)})
    examples = list(_examples(nlp, syntax))
    optimizer = nlp.initialize(lambda: examples)
    for at in range(0, len(examples), _BATCH):
        nlp.update(examples[at : at + _BATCH], sgd=optimizer)
    return nlp


def _transition_model(state: str, tok2vec: dict[str, object]) -> dict[str, object]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": state,
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": tok2vec,
    }


def _examples(nlp: Language, syntax: Path) -> Iterator[Example]:
    """Sentences with CoreNLP's tags, heads, relations and names: `[word, begin, end, tag, name, head, relation]`."""
    from spacy.tokens import Doc
    from spacy.training import Example

    with gzip.open(syntax, "rt", encoding="utf-8") as lines:
        sentences = [sentence for line in islice(lines, _TAUGHT) for sentence in json.loads(line)["sentences"]]
    for sentence in sentences:
        words, _, _, tags, names, heads, relations = zip(*sentence, strict=True)
        heads = [head - 1 if head else at for at, head in enumerate(heads)]
        entities = ["O" if name == "O" else f"{_opening(names, at)}-{name}" for at, name in enumerate(names)]
        relations = ["ROOT" if relation == "root" else relation for relation in relations]
        taught = Doc(nlp.vocab, words, tags=tags, heads=heads, deps=relations, ents=entities)
        yield Example(Doc(nlp.vocab, words), taught)


def _opening(names: Sequence[str], at: int) -> str:
    return "I" if at and names[at - 1] == names[at] else "B"


def parse(nlp: Language, texts: list[str]) -> None:
    for _ in nlp.pipe(texts):
        pass


def moves(nlp: Language, texts: list[str]) -> str:
    """Tell what it did: arc-eager parsing takes two transitions a token, and one more where a sentence begins."""
    parsed = list(nlp.pipe(texts))
    tokens = sum(map(len, parsed))
    sentences, entities = sum(len(list(doc.sents)) for doc in parsed), sum(len(doc.ents) for doc in parsed)
    return f"{tokens} tokens, {sentences} sentences, {entities} names"


def peak_of_reading(folder: Path, model: str, most: int | None) -> float:
    """MiB of this process after it has read everything."""
    loaded = load_model(model, threads=1)
    for page in read_pages(folder, most):
        read_page(page, loaded)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
