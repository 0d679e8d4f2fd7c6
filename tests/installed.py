"""A small program called clausule, as pip leaves it on a machine."""

from __future__ import annotations

from pathlib import Path

INFO = "clausule-0.1.0.dist-info"
PACKED = {
    "clausule/__init__.py": "def main():\n    print('de onze')\n",
    "clausule/law/acts.json": "{}",
    f"{INFO}/METADATA": "Metadata-Version: 2.1\nName: clausule\nVersion: 0.1.0\n",
    f"{INFO}/WHEEL": "Wheel-Version: 1.0\nGenerator: x\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    f"{INFO}/entry_points.txt": "[console_scripts]\nclausule = clausule:main\n",
}
OF_THE_MACHINE = {
    "../../bin/clausule": "#!/home/iemand/python\n",
    "clausule/__pycache__/__init__.cpython-311.pyc": "",
    f"{INFO}/INSTALLER": "pip",
    f"{INFO}/REQUESTED": "",
    f"{INFO}/direct_url.json": '{"url": "file:///home/iemand/clausule.whl"}',
}


def an_installed_program(site: Path) -> Path:
    """The folder with what pip knows of the program in ``site``, which is made where it is not there."""
    for path, text in {**OF_THE_MACHINE, **PACKED}.items():
        file = site / path
        if ".." not in path and not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
    record = site / INFO / "RECORD"
    record.write_text("".join(f"{path},,\n" for path in (*OF_THE_MACHINE, *PACKED, f"{INFO}/RECORD")), "utf-8")
    return site / INFO
