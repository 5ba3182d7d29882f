"""The build's own step: the catalogues are compiled, and the wheel gets them with the fonts and the icons."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ResourcesHook(BuildHookInterface[Any]):
    """Runs for wheel, sdist and editable installs; in an editable install the files stay where they are."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the catalogues, and name the files that the wheel takes from outside the package."""
        sys.path.insert(0, self.root)
        from translations.catalogues import compile_catalogues

        compiled = compile_catalogues(Path(self.root, "translations"))
        if self.target_name != "wheel" or version == "editable":
            return
        for path in compiled:
            inside = path.relative_to(self.root).as_posix()
            build_data["force_include"][str(path)] = f"kandas_desktop/{inside}"
        build_data["force_include"][str(Path(self.root, "resources"))] = "kandas_desktop/resources"
