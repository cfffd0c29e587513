"""The first statements of the program: its files are private, and its memory is not dumped."""

import ctypes
import os
import sys

_PR_SET_DUMPABLE = 4  # linux/prctl.h
_ERROR_MODE = 0x0001 | 0x0002  # SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX, errhandlingapi.h
_WER_FAULT_REPORTING_FLAG_NOHEAP = 0x1  # werapi.h
_PT_DENY_ATTACH = 31  # macOS sys/ptrace.h


def harden_process() -> None:
    """Private files, no core dump, no reading of our memory by others of this account."""
    os.umask(0o077)
    if sys.platform == "win32":
        _harden_windows()
        return
    _forbid_core_dumps()
    if sys.platform == "linux":
        # proc(5): also makes /proc/self/mem unreadable to others; undone by exec, so set every time
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
    elif sys.platform == "darwin":
        # ptrace(2): a debugger that attaches later is refused
        ctypes.CDLL(None, use_errno=True).ptrace(_PT_DENY_ATTACH, 0, None, 0)


def _forbid_core_dumps() -> None:
    import resource  # noqa: PLC0415 - this module does not exist on Windows

    # setrlimit(2), no core file
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _harden_windows() -> None:
    if sys.platform == "win32":  # for the type checker
        # SetErrorMode and WerSetFlags, learn.microsoft.com/windows/win32/api: Windows Error
        # Reporting shows no box and takes no heap along
        ctypes.windll.kernel32.SetErrorMode(_ERROR_MODE)
        ctypes.windll.kernel32.WerSetFlags(_WER_FAULT_REPORTING_FLAG_NOHEAP)
