"""What should be published, made from the sources alone: every file, and the memory that goes with them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from clausule.disk.scratch import scratch_folder
from clausule.model.addresses import ASSETS, OFFERED, VERSIONS
from clausule.publish import listing
from clausule.publish.branch import NO_JEKYLL, Published, with_kept
from clausule.publish.deploy import own_assets
from clausule.publish.former import former_files
from clausule.publish.memory import Memory, blob_id, part_file, tree_id
from clausule.publish.offered import extended, is_offered, is_offered_part, offered_before, offered_formerly
from clausule.publish.plan import Plan, is_concept
from clausule.publish.trees import Trees
from clausule.site.assets import is_set, set_hash


@dataclass(frozen=True)
class Expected:
    """The bytes of each file, the memory, and for a folder that ``build`` wrote the lists as they are there. Those that
    ``stay`` as they were published were not made."""

    files: Mapping[str, bytes]
    memory: Memory
    built_lists: Mapping[str, bytes]
    stay: frozenset[str]


def expected_site(
    plan: Plan, published: Published, trees: Trees, algorithm: str, progress: Callable[[str], None]
) -> Expected:
    """Makes everything that ``plan`` asks for.

    What stays as it was ``published`` (drafts that are left out, comparisons that were settled since) is taken from
    there, as it was made. ``algorithm`` is that of git's ids: ``sha1`` or ``sha256``.
    """
    plan = with_kept(plan, published)
    had = published.memory.parts
    afresh = plan.settled(dict.fromkeys(had, ""), None)
    plan = replace(plan, parts={**plan.parts, **plan.settled(had, published.memory.plan)})
    stay = {address for address, decides in afresh.items() if plan.parts[address] != decides}
    stay |= {address for address in plan.parts.keys() - afresh.keys() if _is_of_kept(plan, address)}
    files: dict[str, bytes] = {NO_JEKYLL: b""}
    made: dict[str, str] = {}
    lists: dict[str, bytes] = {}
    with scratch_folder() as scratch:
        for number, edition in enumerate(plan.editions):
            if edition.is_kept:
                pages = _there(trees, published, edition.name)
            else:
                progress(f"making {edition.name} ({number + 1} of {len(plan.editions)})")
                pages = _made(scratch / str(number), edition.build)
                earlier = own_assets(trees, published.tree, plan, edition.name)
                if earlier and not any(path.startswith(f"{ASSETS}/") for path in pages):
                    pages |= {path: trees.read(one.oid) for path, one in trees.files(earlier.oid, f"{ASSETS}/")}
            made[edition.name] = tree_id({path: blob_id(data, algorithm) for path, data in pages.items()}, algorithm)
            names = [edition.name]
            if plan.current.get(edition.agreement) == edition.version:
                names.append(f"{edition.agreement}/{plan.alias(edition.agreement)}")
                made[names[1]] = made[edition.name]
            files |= {f"{name}/{path}": data for name in names for path, data in pages.items()}
        progress("making the pages above the editions")
        parts = [address for address in plan.parts if address not in stay]
        root = _made(scratch / "root", lambda out: plan.build_root(out, parts))
    root |= {part_file(address): trees.text(published.tree, part_file(address)) or b"" for address in stay}
    kept_of = {edition.agreement for edition in plan.editions if edition.is_kept}
    for path in published.memory.files.keys() - root.keys():
        if path.split("/")[0] in kept_of:
            root[path] = trees.text(published.tree, path) or b""
    root |= _earlier_assets(published, trees, root.keys())
    for agreement in plan.agreements:
        path = f"{agreement}/{VERSIONS}"
        files[path] = listing.as_text(listing.planned(plan, agreement)).encode()
        editions = [(edition.version, edition.title) for edition in plan.of(agreement)]
        lists[path] = listing.version_list(editions, plan.current.get(agreement), plan.alias(agreement)).encode()
        made[path] = blob_id(files[path], algorithm)
    for former, slug in plan.former.items():
        there = {path: partial(bytes, data) for path, data in {**files, **root}.items()}
        root |= former_files(former, slug, there, plan.lead_on)
    read, offers = partial(trees.text, published.tree), _offers(files)
    for agreement in plan.agreements:
        taken = {
            f"{edition.version}/{name}": data
            for edition in plan.of(agreement)
            if not is_concept(edition.properties)
            for name, data in offers.get(edition.name, {}).items()
        }
        drafts = [edition.version for edition in plan.of(agreement) if is_concept(edition.properties)]
        compared = (one for one in plan.parts_of(agreement) if is_offered_part(one, drafts))
        taken |= {path.removeprefix(f"{agreement}/"): root[path] for path in compared}
        before = offered_before(read, plan.former, agreement)
        offered = extended(before, agreement, taken, plan.origin.day, plan.emptied(agreement))
        if offered is not None:
            files[f"{agreement}/{OFFERED}"] = offered
    files |= offered_formerly(read, plan.former, plan.emptied)
    made |= {path: blob_id(data, algorithm) for path, data in files.items() if path.endswith(f"/{OFFERED}")}
    made[NO_JEKYLL] = blob_id(b"", algorithm)
    ids = {path: blob_id(data, algorithm) for path, data in root.items()}
    made |= {part_file(address): ids.pop(part_file(address)) for address in plan.parts}
    return Expected(files | root, plan.memory_of(ids, made), lists, frozenset(part_file(address) for address in stay))


def _offers(files: Mapping[str, bytes]) -> dict[str, dict[str, bytes]]:
    """The files that readers take along, by name, of each folder that has any."""
    found: dict[str, dict[str, bytes]] = {}
    for path, data in files.items():
        folder, _, name = path.rpartition("/")
        if is_offered(name):
            found.setdefault(folder, {})[name] = data
    return found


def remembered_site(plan: Plan, published: Published, trees: Trees) -> Expected:
    """What the memory of ``published`` says that is there. For a site that other tools made than those here, which
    would make other bytes of the same sources."""
    assert published.tree
    ours = [path for path, _ in published.memory.ids()]
    files: dict[str, bytes] = {}
    for path in ours:
        node = trees.find(published.tree, path)
        if node and node.is_folder:
            files |= {f"{path}/{name}": trees.read(one.oid) for name, one in trees.files(node.oid)}
        elif node:
            files[path] = trees.read(node.oid)
    return Expected(files, replace(published.memory, origin=plan.origin), {}, frozenset())


def _earlier_assets(published: Published, trees: Trees, made: Collection[str]) -> dict[str, bytes]:
    """The assets of looks that were, which stay; but not those of a folder that has not the hash of what is in it, as
    its name says: a hand changed them, and the memory too."""
    folders: dict[str, dict[str, bytes]] = {}
    for path in published.memory.files.keys() - made:
        data = trees.text(published.tree, path) if path.startswith(f"{ASSETS}/") else None
        if data is not None:  # a hand may have taken it away
            _, folder, name = (*path.split("/", 2), "")[:3]
            folders.setdefault(folder, {})[name] = data
    return {
        f"{ASSETS}/{folder}/{name}".rstrip("/"): data
        for folder, files in folders.items()
        if not is_set(folder) or set_hash(files) == folder
        for name, data in files.items()
    }


def _is_of_kept(plan: Plan, address: str) -> bool:
    """Whether a comparison is with a draft that stays as it was published."""
    agreement, *_, pair, _ = address.split("/")
    return any(edition.is_kept and edition.version in pair.split("...") for edition in plan.of(agreement))


def _there(trees: Trees, published: Published, name: str) -> dict[str, bytes]:
    node = trees.find(published.tree, name)
    return {path: trees.read(one.oid) for path, one in trees.files(node.oid)} if node and node.is_folder else {}


def _made(folder: Path, build: Callable[[Path], None]) -> dict[str, bytes]:
    folder.mkdir()
    build(folder)
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
