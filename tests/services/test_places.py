"""Where a logbook lies: every kind of place, and as many that only look like one."""

import shutil
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from vp_logboek.services import drives, places
from vp_logboek.services.drives import Drive
from vp_logboek.services.places import Place, Where, conflict_copies, place_of, synced_by_name
from vp_logboek.store.logbook import Logbook

NO_SERVICES: dict[str, str] = {}


def lies_in(*folders: str) -> str:
    return synced_by_name(PurePosixPath("/home/an", *folders, "logboek.vplogboek"), NO_SERVICES)


# --- folders that are copied along ------------------------------------------------------------


@pytest.mark.parametrize(
    "folders, service",
    [
        (("OneDrive",), "OneDrive"),
        (("OneDrive - Gemeente Dorp", "Documenten"), "OneDrive"),
        (("Library", "CloudStorage", "OneDrive-GemeenteDorp"), "OneDrive"),
        (("Library", "CloudStorage", "GoogleDrive-an@dorp.nl", "Mijn Drive"), "Google Drive"),
        (("Library", "CloudStorage", "Box-Box"), "Box"),
        (("Library", "Mobile Documents", "com~apple~CloudDocs"), "iCloud Drive"),
        (("iCloudDrive",), "iCloud Drive"),
        (("Dropbox", "werk"), "Dropbox"),
        (("Dropbox (Gemeente)",), "Dropbox"),
        (("Google Drive",), "Google Drive"),
        (("Nextcloud",), "Nextcloud"),
        (("Nextcloud2",), "Nextcloud"),
        (("ownCloud",), "ownCloud"),
        (("SURFdrive",), "SURFdrive"),
        (("dropbox",), "Dropbox"),
    ],
)
def test_the_folder_of_a_service_is_known_by_its_name(
    folders: tuple[str, ...], service: str
) -> None:
    assert lies_in(*folders) == service


@pytest.mark.parametrize(
    "folders",
    [
        ("Documenten",),
        (".local", "share", "VP Logboek"),
        ("oude Dropbox",),
        ("Dropbox-oud",),
        ("over OneDrive",),
        ("Library", "Application Support"),
        ("Library", "CloudStorage"),
    ],
)
def test_control_a_folder_that_only_looks_like_one_is_none(folders: tuple[str, ...]) -> None:
    assert lies_in(*folders) == ""


@pytest.mark.parametrize("variable", ["OneDrive", "OneDriveConsumer", "OneDriveCommercial"])
def test_on_windows_onedrive_names_its_folder_itself(variable: str) -> None:
    environment = {variable: r"D:\Werk\Gemeente"}
    inside = PureWindowsPath(r"d:\werk\gemeente\Documenten\logboek.vplogboek")
    beside = PureWindowsPath(r"D:\Werk\Gemeente Dorp\logboek.vplogboek")

    assert synced_by_name(inside, environment) == "OneDrive"
    assert synced_by_name(beside, environment) == ""
    assert synced_by_name(inside, {variable: " "}) == ""


@pytest.mark.parametrize(
    "mark, service",
    [
        (".dropbox", "Dropbox"),
        (".nextcloudsync.log", "Nextcloud"),
        (".owncloudsync.log", "ownCloud"),
        (".sync_0a1b2c3d.db", "Nextcloud"),
        ("._sync_0a1b2c3d.db", "Nextcloud"),
        (".stfolder/", "Syncthing"),
        (".stignore", "Syncthing"),
    ],
)
def test_a_service_is_known_by_the_mark_it_leaves(tmp_path: Path, mark: str, service: str) -> None:
    path = tmp_path / "wolk" / "diep" / "logboek.vplogboek"
    path.parent.mkdir(parents=True)
    assert place_of(path, NO_SERVICES) == Place(Where.HERE), "the control"

    marked = tmp_path / "wolk" / mark
    marked.mkdir() if mark.endswith("/") else marked.touch()

    assert place_of(path, NO_SERVICES) == Place(Where.SYNCED, service)
    assert place_of(path, NO_SERVICES).is_risky


def test_the_settings_of_dropbox_in_a_home_folder_are_no_mark(tmp_path: Path) -> None:
    (tmp_path / ".dropbox").mkdir()

    assert place_of(tmp_path / "logboek.vplogboek", NO_SERVICES) == Place(Where.HERE)


@pytest.mark.parametrize("way", ["to it", "through it"])
def test_a_link_is_seen_through_and_seen(tmp_path: Path, way: str) -> None:
    """Some services copy what a link in their folder leads to, others are where a link leads."""
    synced, plain = tmp_path / "Dropbox", tmp_path / "gewoon"
    synced.mkdir()
    plain.mkdir()
    if way == "to it":
        (plain / "map").symlink_to(synced)
        path = plain / "map" / "logboek.vplogboek"
    else:
        (synced / "map").symlink_to(plain)
        path = synced / "map" / "logboek.vplogboek"

    assert place_of(path, NO_SERVICES).service == "Dropbox"


def test_a_file_that_is_yet_to_be_made_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    missing = tmp_path / "nog" / "niet" / "logboek.vplogboek"

    assert place_of(missing, NO_SERVICES) == Place(Where.HERE)
    assert not missing.parent.exists()


# --- drives -----------------------------------------------------------------------------------

MOUNTS = """\
27 1 254:0 / / rw,relatime - ext4 /dev/vda rw,discard
40 27 0:60 / /srv/nfs rw - nfs4 server:/map rw
41 27 0:61 / /srv/smb rw,relatime shared:7 - smb3 //server/map rw
42 27 0:62 / /home/an/ver\\040weg rw - fuse.sshfs an@server: rw
43 27 0:63 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw
44 40 8:1 / /srv/nfs/toch\\040hier rw - ext4 /dev/sda1 rw
45 27 0:64 / /home/an/versleuteld rw - fuse.gocryptfs x rw
46 27 8:17 / /media/stick rw - vfat /dev/sdb1 rw
een regel die niets zegt
"""


@pytest.mark.parametrize(
    "place, expected",
    [
        ("/home/an", Drive.HERE),
        ("/srv/nfs", Drive.NETWORK),
        ("/srv/nfs/diep/er/in", Drive.NETWORK),
        ("/srv/nfs-niet", Drive.HERE),
        ("/srv/smb/x", Drive.NETWORK),
        ("/home/an/ver weg/x", Drive.NETWORK),
        ("/run/user/1000/gvfs/smb-share", Drive.NETWORK),
        ("/srv/nfs/toch hier/x", Drive.HERE),
        ("/home/an/versleuteld/x", Drive.HERE),
    ],
)
def test_linux_tells_by_the_file_system(place: str, expected: Drive) -> None:
    assert drives.of_mounts(PurePosixPath(place), MOUNTS) is expected


@pytest.mark.parametrize("says, expected", [("1", Drive.REMOVABLE), ("0", Drive.HERE)])
def test_linux_tells_whether_a_disk_can_be_taken_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, says: str, expected: Drive
) -> None:
    disk = tmp_path / "devices" / "sdb"
    (disk / "sdb1").mkdir(parents=True)
    (disk / "removable").write_text(f"{says}\n")
    (tmp_path / "8:17").symlink_to(disk / "sdb1")
    monkeypatch.setattr(drives, "BLOCK_DEVICES", tmp_path)

    assert drives.of_mounts(PurePosixPath("/media/stick/x"), MOUNTS) is expected
    assert drives.of_mounts(PurePosixPath("/home/an"), MOUNTS) is Drive.HERE


def test_a_disk_on_usb_counts_as_one_that_can_be_taken_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "usb2" / "sdb").mkdir(parents=True)
    (tmp_path / "8:17").symlink_to(tmp_path / "usb2" / "sdb")
    monkeypatch.setattr(drives, "BLOCK_DEVICES", tmp_path)

    assert drives.of_mounts(PurePosixPath("/media/stick/x"), MOUNTS) is Drive.REMOVABLE


def test_a_network_drive_is_told_of_the_place_of_a_real_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(f"50 27 0:70 / {tmp_path} rw - cifs //server/map rw\n")
    path = tmp_path / "logboek.vplogboek"
    assert place_of(path, NO_SERVICES) == Place(Where.HERE), "the control"

    monkeypatch.setattr(drives, "MOUNTS", mounts)

    assert place_of(path, NO_SERVICES) == Place(Where.NETWORK)


def test_where_the_system_says_nothing_there_is_no_warning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drives, "MOUNTS", tmp_path / "is er niet")

    assert place_of(tmp_path / "logboek.vplogboek", NO_SERVICES) == Place(Where.HERE)


@pytest.mark.parametrize(
    "written, expected",
    [
        (r"\\server\map\logboek.vplogboek", True),
        ("//server/map/logboek.vplogboek", True),
        (r"\\?\UNC\server\map\x", True),
        (r"\\?\C:\Users\an\x", False),
        (r"C:\Users\an\x", False),
    ],
)
def test_windows_writes_a_server_in_the_path(written: str, expected: bool) -> None:
    assert drives.is_unc(PureWindowsPath(written)) is expected


def test_what_the_answers_of_windows_and_macos_mean() -> None:
    kinds = [drives.of_drive_type(answer) for answer in range(7)]
    assert [kinds.index(Drive.REMOVABLE), kinds.index(Drive.NETWORK)] == [2, 4]
    assert kinds.count(Drive.HERE) == 5
    assert drives.of_flags(0x00001000) is Drive.HERE
    assert drives.of_flags(0x00001200) is Drive.REMOVABLE
    assert drives.of_flags(0x00000001) is Drive.NETWORK


def test_two_files_on_one_disk(tmp_path: Path) -> None:
    assert drives.is_on_same_disk(tmp_path / "a", tmp_path / "nog" / "niet" / "b")
    assert not drives.is_on_same_disk(tmp_path / "a", Path("/proc/self/x"))


# --- copies in conflict -----------------------------------------------------------------------

CONFLICTS = [
    "logboek (conflicted copy 2026-11-22 140300).vplogboek",
    "logboek (conflicted copy an 2026-11-22 140300).vplogboek",
    "logboek (Computer van An's conflicted copy 2026-11-22).vplogboek",
    "logboek (conflicterende kopie van An 2026-11-22).vplogboek",
    "logboek (Case Conflict).vplogboek",
    "logboek_conflict-20261122-140300.vplogboek",
    "logboek.sync-conflict-20261122-140300-ABCDEFG.vplogboek",
    "logboek_LAPTOP_Nov-22-140300-2026_Conflict.vplogboek",
    "logboek-DESKTOP-AB12CD3.vplogboek",
    "logboek-pc-van-an.vplogboek",
    "logboek-DESKTOP-AB12CD3-2.vplogboek",
    "logboek (1).vplogboek",
    "logboek 2.vplogboek",
]
OURS = [
    "logboek.vplogboek.vorige",
    "logboek.vplogboek.beschadigd",
    "logboek.vplogboek.beschadigd-2",
    "logboek-reservekopie-2026-11-22-1403.vplogboek",
    "logboek-reservekopie-2026-11-22-1403-2.vplogboek",
    "logboek-voor-versie-2.vplogboek",
    ".0a1b2c3d4e5f.part",
    "ander.vplogboek",
]


def beside(logbook: Logbook, name: str, salt: bytes) -> None:
    logbook.path.with_name(name).write_bytes(salt + bytes(8192))


@pytest.mark.parametrize("name", CONFLICTS)
def test_a_copy_in_conflict_is_told_by_its_name(logbook: Logbook, name: str) -> None:
    assert conflict_copies(logbook) == ()

    beside(logbook, name, logbook.salt)

    assert conflict_copies(logbook) == (name,)


@pytest.mark.parametrize("name", OURS)
def test_what_is_ours_or_another_logbook_is_no_conflict(logbook: Logbook, name: str) -> None:
    beside(logbook, name, logbook.salt)

    assert conflict_copies(logbook) == ()


@pytest.mark.parametrize("name", CONFLICTS)
def test_what_is_no_logbook_inside_is_no_conflict(logbook: Logbook, name: str) -> None:
    beside(logbook, name, b"%PDF-1.7 en meer")
    logbook.path.with_name("logboek (conflicted copy map).vplogboek").mkdir()

    assert conflict_copies(logbook) == ()


@pytest.mark.parametrize(
    "name, is_one",
    [
        ("logboek (1).vplogboek", False),
        ("logboek-2027.vplogboek", False),
        ("logboek 2.vplogboek", False),
        ("logboek (conflicted copy 2026-11-22 140300).vplogboek", True),
    ],
)
def test_a_name_people_give_too_counts_only_with_the_same_key(
    logbook: Logbook, name: str, is_one: bool
) -> None:
    beside(logbook, name, b"VPL1 een ander!!")

    assert bool(conflict_copies(logbook)) is is_one


def test_looking_for_conflicts_does_not_read_the_open_file(
    logbook: Logbook, tmp_path: Path
) -> None:
    """A second name of the very same file would drop the lock when it is read and closed."""
    logbook.path.with_name("logboek (1).vplogboek").hardlink_to(logbook.path)

    assert conflict_copies(logbook) == ()


def test_the_salt_is_that_of_the_file(logbook: Logbook) -> None:
    told, path = logbook.salt, logbook.path
    logbook.close()

    assert path.read_bytes()[:16] == told


def test_a_folder_that_cannot_be_read_has_no_conflicts(logbook: Logbook) -> None:
    shutil.rmtree(logbook.path.parent)

    assert conflict_copies(logbook) == ()


def test_every_name_of_a_service_is_a_word_for_the_user() -> None:
    services = {service for _, service in (*places._NAMES, *places._MARKERS, *places._VARIABLES)}
    assert all(service and not PurePath(service).suffix for service in services)
