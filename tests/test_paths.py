"""Where things lie, in a checkout and on each system."""

import sys
from pathlib import Path

import pytest

from kandas_desktop import paths


def test_resources_and_translations_are_found() -> None:
    assert paths.resource("fonts").is_dir()
    assert (paths.translations_folder() / "kk" / "LC_MESSAGES").is_dir()


def test_a_program_without_its_folders_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    with pytest.raises(FileNotFoundError, match="resources"):
        paths.resource("fonts")


def test_a_frozen_program_finds_them_beside_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resource("fonts") == tmp_path / "resources" / "fonts"


@pytest.mark.parametrize(
    ("platform", "ending"),
    [("win32", "Kandas Desktop"), ("darwin", "Kandas Desktop"), ("linux", "kandas-desktop")],
)
def test_each_system_has_its_own_place_for_data(
    platform: str, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert paths.default_data_folder().name == ending


def test_a_share_by_its_windows_name_is_a_network_share() -> None:
    assert paths.is_network_share(Path("\\\\server\\share\\office"))


if sys.platform == "linux":  # only there a list of mounts says it

    @pytest.mark.parametrize(
        ("mounts", "shared"),
        [
            ("dev / ext4 rw 0 0\nserver:/x {folder} nfs4 rw 0 0\n", True),
            ("dev / ext4 rw 0 0\n//server/x {folder} cifs rw 0 0\n", True),
            ("server:/x / nfs rw 0 0\ndev {folder} ext4 rw 0 0\n", False),
            ("dev / ext4 rw 0 0\nserver:/x {folder}-other nfs rw 0 0\n", False),
        ],
    )
    def test_the_mount_nearest_to_the_folder_decides(
        mounts: str, shared: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        text = mounts.format(folder=str(tmp_path))
        monkeypatch.setattr(Path, "read_text", lambda *_args, **_options: text)
        assert paths.is_network_share(tmp_path / "office") is shared


def test_without_a_list_of_mounts_nothing_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unreadable(*_args: object, **_options: object) -> str:
        raise OSError

    monkeypatch.setattr(Path, "read_text", unreadable)
    monkeypatch.setattr(sys, "platform", "linux")
    assert not paths.is_network_share(tmp_path)


def test_papers_written_for_other_programs_are_forgotten(tmp_path: Path) -> None:
    paths.forget_viewed_papers(tmp_path)
    folder = paths.viewing_folder(tmp_path)
    folder.mkdir()
    (folder / "Жолдама.pdf").write_bytes(b"%PDF")
    (tmp_path / "office.kandas").write_bytes(b"")
    paths.forget_viewed_papers(tmp_path)
    assert list(folder.iterdir()) == []
    assert (tmp_path / "office.kandas").exists()
