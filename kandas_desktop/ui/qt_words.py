"""Qt's own buttons and menus, answered from our catalogue."""

from functools import cache

from PySide6.QtCore import QCoreApplication, QTranslator

from kandas_desktop.words import _, language


class QtWords(QTranslator):
    """Answers Qt for the words that its own widgets show; what it does not know stays English."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        """Our words for ``source``; what is not ours, and the names of keys, as Qt has them."""
        # An empty answer would be shown as such: «Ctrl+Z» without its «Ctrl».
        if context == "QShortcut":
            return source
        return _qt_words(language()).get(source.replace("&", "").rstrip(":."), source)

    def isEmpty(self) -> bool:
        return False


def speak_in_qt(application: QCoreApplication) -> QtWords:
    """Let Qt speak our language, which may change while the program runs; return who translates."""
    translator = QtWords(application)
    application.installTranslator(translator)
    return translator


@cache
def _qt_words(_language: str) -> dict[str, str]:
    return {
        "OK": _("OK"),
        "Open": _("Open"),
        "Save": _("Save"),
        "Cancel": _("Cancel"),
        "Close": _("Close"),
        "Discard": _("Discard"),
        "Don't Save": _("Don't save"),
        "Apply": _("Apply"),
        "Reset": _("Reset"),
        "Restore Defaults": _("Restore defaults"),
        "Help": _("Help"),
        "Save All": _("Save all"),
        "Yes": _("Yes"),
        "Yes to All": _("Yes to all"),
        "No": _("No"),
        "No to All": _("No to all"),
        "Abort": _("Abort"),
        "Retry": _("Try again"),
        "Ignore": _("Ignore"),
        "Undo": _("Undo"),
        "Redo": _("Redo"),
        "Cut": _("Cut"),
        "Copy": _("Copy"),
        "Paste": _("Paste"),
        "Delete": _("Delete"),
        "Select All": _("Select all"),
        "Print": _("Print"),
        "Printer": _("Printer"),
        "Name": _("Name"),
        "Location": _("Location"),
        "Type": _("Type"),
        "Output file": _("Output file"),
        "Preview": _("Preview"),
        "Properties": _("Properties"),
        "Options": _("Options"),
        "Options >>": _("Options >>"),
        "Options <<": _("Options <<"),
        "Copies": _("Copies"),
        "Collate": _("Collate"),
        "Reverse": _("Reverse"),
        "Print range": _("Print range"),
        "Print all": _("Print all"),
        "Pages from": _("Pages from"),
        "to": _("to"),
        "Pages": _("Pages"),
        "Current Page": _("Current page"),
        "Selection": _("Selection"),
        "Page Set": _("Page set"),
        "All Pages": _("All pages"),
        "Odd Pages": _("Odd pages"),
        "Even Pages": _("Even pages"),
        "Duplex Printing": _("Duplex printing"),
        "None": _("None"),
        "Long side": _("Long side"),
        "Short side": _("Short side"),
        "Color Mode": _("Colour mode"),
        "Color": _("Colour"),
        "Grayscale": _("Greyscale"),
        "Print to File (PDF)": _("Print to a file (PDF)"),
        "Print To File": _("Print to a file"),
        "Look in": _("Look in"),
        "File name": _("File name"),
        "Files of type": _("Files of type"),
        "Save As": _("Save as"),
        "Directory": _("Folder"),
        "File": _("File"),
        "Back": _("Back"),
        "Forward": _("Forward"),
        "Parent Directory": _("Folder above"),
        "Create New Folder": _("New folder"),
        "New Folder": _("New folder"),
        "List View": _("List"),
        "Detail View": _("Details"),
        "Computer": _("Computer"),
        "Size": _("Size"),
        "Date Modified": _("Changed"),
        "All Files (*)": _("All files (*)"),
    }
