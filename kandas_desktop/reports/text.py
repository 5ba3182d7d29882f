"""What a paper says, read back from its PDF."""

import pypdfium2


def paper_text(pdf: bytes) -> str:
    """The words of all pages, a page after the other, with single spaces between them."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()
    return " ".join(" ".join(pages).split())
