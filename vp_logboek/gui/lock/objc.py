"""macOS by its own runtime: just enough to send a message to an object of AppKit.

Source: Objective-C Runtime (developer.apple.com/documentation/objectivec). objc_msgSend must be
called with the types of the method that it leads to, so each call says them.
"""

import ctypes
import ctypes.util
from functools import cache

IMPLEMENTATION = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)
"""What a method with one argument and no answer looks like: object, selector, argument."""


@cache
def _runtime() -> ctypes.CDLL:
    library = ctypes.CDLL(ctypes.util.find_library("objc"))  # Qt has loaded AppKit itself
    for name in ("objc_getClass", "sel_registerName", "objc_allocateClassPair"):
        getattr(library, name).restype = ctypes.c_void_p
    library.objc_getClass.argtypes = [ctypes.c_char_p]
    library.sel_registerName.argtypes = [ctypes.c_char_p]
    library.objc_allocateClassPair.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t]
    library.objc_registerClassPair.argtypes = [ctypes.c_void_p]
    library.class_addMethod.argtypes = [
        ctypes.c_void_p, ctypes.c_void_p, IMPLEMENTATION, ctypes.c_char_p,
    ]  # fmt: skip
    return library


def class_named(name: str) -> int:
    """A class of AppKit or Foundation."""
    return int(_runtime().objc_getClass(name.encode("ascii")))


def selector(name: str) -> int:
    """The name of a method as the runtime knows it."""
    return int(_runtime().sel_registerName(name.encode("ascii")))


def send(receiver: int, name: str, *values: int) -> int:
    """Send a message whose arguments and answer are objects, selectors or whole numbers."""
    types = [ctypes.c_void_p] * (2 + len(values))
    call = ctypes.CFUNCTYPE(ctypes.c_void_p, *types)(("objc_msgSend", _runtime()))
    return int(call(receiver, selector(name), *values) or 0)


def text(words: str) -> int:
    """An NSString."""
    made = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_char_p)
    call = made(("objc_msgSend", _runtime()))
    string, with_words = class_named("NSString"), selector("stringWithUTF8String:")
    return int(call(string, with_words, words.encode()) or 0)


def object_with(name: str, method: str, handler: "ctypes._FuncPointer") -> int:
    """An object of a new class with one method; ``handler`` must live as long as it does."""
    library = _runtime()
    kind = library.objc_allocateClassPair(class_named("NSObject"), name.encode("ascii"), 0)
    library.class_addMethod(kind, selector(method), handler, b"v@:@")
    library.objc_registerClassPair(kind)
    return send(send(int(kind), "alloc"), "init")
