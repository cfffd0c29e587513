"""macOS: two centres of notifications tell of the lock, of sleep and of another user.

Sources: NSDistributedNotificationCenter and NSWorkspace (developer.apple.com/documentation), for
NSWorkspaceWillSleepNotification, NSWorkspaceScreensDidSleepNotification (a closed lid too) and
NSWorkspaceSessionDidResignActiveNotification (fast user switching). com.apple.screenIsLocked is
sent by loginwindow and not documented; KeePassXC's ScreenLockListenerMac hears the same.
"""

from vp_logboek.gui.lock import objc
from vp_logboek.gui.lock.triggers import Triggers

_LOCKED = "com.apple.screenIsLocked"
_WORKSPACE = (
    "NSWorkspaceWillSleepNotification",
    "NSWorkspaceScreensDidSleepNotification",
    "NSWorkspaceSessionDidResignActiveNotification",
)
_DELIVER_IMMEDIATELY = 4  # NSNotificationSuspensionBehavior: also while another program is in front
_METHOD = "hear:"


class MacTriggers(Triggers):
    """Hears the notifications of macOS."""

    def __init__(self) -> None:
        super().__init__()
        self._handler = objc.IMPLEMENTATION(self._hear)
        self._observer = 0

    def _begin(self) -> None:
        if not self._observer:
            self._observer = objc.object_with("VPLogboekTriggers", _METHOD, self._handler)
        method = objc.selector(_METHOD)
        objc.send(
            self._lock_centre(), "addObserver:selector:name:object:suspensionBehavior:",
            self._observer, method, objc.text(_LOCKED), 0, _DELIVER_IMMEDIATELY,
        )  # fmt: skip
        for name in _WORKSPACE:
            objc.send(
                self._workspace_centre(), "addObserver:selector:name:object:",
                self._observer, method, objc.text(name), 0,
            )  # fmt: skip

    def _end(self) -> None:
        for centre in (self._lock_centre(), self._workspace_centre()):
            objc.send(centre, "removeObserver:", self._observer)

    def _hear(self, _: int | None, __: int | None, ___: int | None) -> None:
        self.asked.emit()

    @staticmethod
    def _lock_centre() -> int:
        return objc.send(objc.class_named("NSDistributedNotificationCenter"), "defaultCenter")

    @staticmethod
    def _workspace_centre() -> int:
        workspace = objc.send(objc.class_named("NSWorkspace"), "sharedWorkspace")
        return objc.send(workspace, "notificationCenter")
