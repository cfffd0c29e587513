"""What kind of drive a file lies on: the platforms' own answers, all of them in this module.

Where a platform gives no answer, or is not one of the three, a drive counts as an ordinary one:
a warning that is not certain is not given.
"""

import ctypes
import os
import re
import sys
from enum import StrEnum
from pathlib import Path, PurePath

MOUNTS = Path("/proc/self/mountinfo")
BLOCK_DEVICES = Path("/sys/dev/block")

_NETWORK_TYPES = {
    "9p", "afs", "ceph", "cifs", "coda", "davfs", "fuse.davfs2", "fuse.gvfsd-fuse", "fuse.rclone",
    "fuse.s3fs", "fuse.sshfs", "fuse.kio-fuse", "glusterfs", "fuse.glusterfs", "lustre", "ncpfs",
    "nfs", "nfs4", "smb2", "smb3", "smbfs",
}  # fmt: skip
"""As mount(8) and the Linux kernel name them."""
_OCTAL = re.compile(r"\\([0-7]{3})")

_DRIVE_REMOVABLE, _DRIVE_REMOTE = 2, 4
"""What GetDriveTypeW answers, learn.microsoft.com/windows/win32/api/fileapi."""
_MNT_LOCAL, _MNT_REMOVABLE = 0x00001000, 0x00000200
"""Flags of statfs(2) on macOS, sys/mount.h."""


class Drive(StrEnum):
    """Where the bytes are."""

    HERE = "hier"
    NETWORK = "netwerk"
    REMOVABLE = "verwisselbaar"


def drive_of(path: Path) -> Drive:
    """The kind of drive on which a file lies, or will lie when it is made."""
    place = existing(path)
    if sys.platform == "win32":
        return _of_windows(place)
    if sys.platform == "darwin":
        return of_flags(_mount_flags(place))
    try:
        return of_mounts(place, MOUNTS.read_text("utf-8", "surrogateescape"))
    except OSError:
        return Drive.HERE


def is_on_same_disk(one: Path, other: Path) -> bool:
    """Whether two files are lost together when a disk dies. False when that cannot be told.

    stat(2): ``st_dev`` is the volume; two partitions of one disk have two of them, so True is
    certain and False is not.
    """
    try:
        return existing(one).stat().st_dev == existing(other).stat().st_dev
    except OSError:
        return False


def existing(path: Path) -> Path:
    """The path itself, or the nearest folder above it that is there, without links."""
    real = Path(os.path.realpath(path))
    return next((place for place in (real, *real.parents) if place.exists()), real)


# --- Linux ------------------------------------------------------------------------------------


def of_mounts(place: PurePath, mounts: str) -> Drive:
    """By the kind of file system, from the text of /proc/self/mountinfo, see proc(5)."""
    device, kind = "", ""
    deepest = -1
    for row in mounts.splitlines():
        before, dash, after = row.partition(" - ")
        fields = before.split()
        if not dash or len(fields) < 5 or not after:
            continue
        point = PurePath(_OCTAL.sub(lambda found: chr(int(found[1], 8)), fields[4]))
        # of two at the same point the later one lies on top
        if place.is_relative_to(point) and len(point.parts) >= deepest:
            deepest, device, kind = len(point.parts), fields[2], after.split()[0]
    if kind in _NETWORK_TYPES:
        return Drive.NETWORK
    return Drive.REMOVABLE if _is_removable(device) else Drive.HERE


def _is_removable(device: str) -> bool:
    """sysfs(5), Documentation/ABI: ``removable`` of the disk; a disk on USB counts as well."""
    try:
        real = (BLOCK_DEVICES / device).resolve(strict=True)
        if any(part.startswith("usb") for part in real.parts):
            return True
        disks = [folder for folder in (real, real.parent) if (folder / "removable").exists()]
        return any((disk / "removable").read_text("ascii").strip() == "1" for disk in disks)
    except OSError:
        return False


# --- Windows ----------------------------------------------------------------------------------


def is_unc(path: PurePath) -> bool:
    r"""Whether it is written as ``\\server\folder``; ``\\?\C:\`` is a plain disk."""
    drive = path.drive.replace("/", "\\")
    if drive.startswith(("\\\\?\\UNC", "\\\\?\\unc")):
        return True
    return drive.startswith("\\\\") and not drive.startswith(("\\\\?\\", "\\\\.\\"))


def of_drive_type(answer: int) -> Drive:
    """What the answer of GetDriveTypeW means to us."""
    return {_DRIVE_REMOTE: Drive.NETWORK, _DRIVE_REMOVABLE: Drive.REMOVABLE}.get(answer, Drive.HERE)


def _of_windows(place: Path) -> Drive:
    if is_unc(place):
        return Drive.NETWORK
    if sys.platform == "win32":  # for the type checker
        return of_drive_type(ctypes.windll.kernel32.GetDriveTypeW(ctypes.c_wchar_p(place.anchor)))
    return Drive.HERE


# --- macOS ------------------------------------------------------------------------------------


class _Statfs(ctypes.Structure):
    """``struct statfs`` with 64-bit inodes, sys/mount.h."""

    _fields_ = (
        ("f_bsize", ctypes.c_uint32),
        ("f_iosize", ctypes.c_int32),
        ("f_counts", ctypes.c_uint64 * 5),
        ("f_fsid", ctypes.c_int32 * 2),
        ("f_owner", ctypes.c_uint32),
        ("f_type", ctypes.c_uint32),
        ("f_flags", ctypes.c_uint32),
        ("f_fssubtype", ctypes.c_uint32),
        ("f_names", ctypes.c_char * (16 + 1024 + 1024)),
        ("f_rest", ctypes.c_uint32 * 8),
    )


def of_flags(flags: int) -> Drive:
    """What the flags of statfs(2) mean to us."""
    if not flags & _MNT_LOCAL:
        return Drive.NETWORK
    return Drive.REMOVABLE if flags & _MNT_REMOVABLE else Drive.HERE


def _mount_flags(place: Path) -> int:
    system = ctypes.CDLL(None, use_errno=True)
    # on Intel the plain name is that of the older, smaller struct
    ask = getattr(system, "statfs$INODE64", None) or system.statfs
    answer = _Statfs()
    if ask(os.fsencode(place), ctypes.byref(answer)) != 0:
        return _MNT_LOCAL
    return int(answer.f_flags)
