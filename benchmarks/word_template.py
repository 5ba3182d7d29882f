"""The peer that offices use today: a Word template filled in and turned into PDF by LibreOffice."""

import shutil
import subprocess
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

_CONVERSION_SECONDS = 120
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="document" Type='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    ' Target="word/document.xml"/></Relationships>',
}


def libreoffice() -> str | None:
    """LibreOffice's command on this machine; ``None`` where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def write_filled_template(path: Path, lines: list[str]) -> None:
    """A Word document with these lines as its paragraphs, in Liberation Serif."""
    font = (
        '<w:rPr><w:rFonts w:ascii="Liberation Serif" w:hAnsi="Liberation Serif"/><w:sz w:val="24"/></w:rPr>'
    )
    paragraphs = "".join(
        f'<w:p><w:r>{font}<w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>' for line in lines
    )
    document = f'<w:document xmlns:w="{_WORD}"><w:body>{paragraphs}</w:body></w:document>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**_PARTS, "word/document.xml": document}.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{content}')


def turn_into_pdf(command: str, folder: Path, lines: list[str]) -> None:
    """Fill the template in and let LibreOffice make ``referral.pdf`` of it; all files stay in ``folder``."""
    template = folder / "referral.docx"
    write_filled_template(template, lines)
    profile = f"-env:UserInstallation={(folder / 'profile').resolve().as_uri()}"
    subprocess.run(
        [command, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(template)],
        check=True,
        capture_output=True,
        timeout=_CONVERSION_SECONDS,
    )
    assert template.with_suffix(".pdf").stat().st_size > 1000, "LibreOffice made no PDF"
