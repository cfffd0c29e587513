/* Stands between a program and the C library, and watches one folder.
 *
 * Every call that changes something there is counted. At call number `at` it can kill the process
 * before the call, kill it with half of a write done, or let the call fail; it can also keep a
 * record of all of them, with their contents. Nothing reaches the real disk any sooner for an
 * fsync: a killed process loses nothing, and a lost power is played from the record.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum how { OFF, COUNT, KILL, TEAR, FAIL };

static enum how how = OFF;
static char folder[PATH_MAX];
static size_t folder_length;
static long at, seen;
static int error_number, from_then_on, record = -1;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

/* --- what the test asks ---------------------------------------------------------------------- */

void injector_arm(const char *where, int kind, long number, int error, int on)
{
    snprintf(folder, sizeof folder, "%s", where);
    folder_length = strlen(folder);
    at = number, seen = 0, error_number = error, from_then_on = on;
    how = kind;
}

void injector_disarm(void) { how = OFF; }

long injector_seen(void) { return seen; }

void injector_record(const char *path)
{
    record = (int)syscall(SYS_openat, AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0600);
}

/* Locking memory a million times takes most of the time of a campaign, and changes no file. */
int mlock(const void *start, size_t length) { (void)start, (void)length; return 0; }
int munlock(const void *start, size_t length) { (void)start, (void)length; return 0; }

/* --- whose file is it? ----------------------------------------------------------------------- */

static int under(const char *path)
{
    return strncmp(path, folder, folder_length) == 0
        && (path[folder_length] == '/' || path[folder_length] == 0);
}

static int handle_path(int handle, char *path)
{
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", handle);
    ssize_t length = readlink(link, path, PATH_MAX - 1);
    path[length < 0 ? 0 : length] = 0;
    return length > 0;
}

static int watched_handle(int handle)
{
    char path[PATH_MAX];
    return how != OFF && handle_path(handle, path) && under(path);
}

/* The whole path of a name below an open folder. */
static const char *whole(int base, const char *name, char *path)
{
    if (name[0] == '/')
        return name;
    if (base == AT_FDCWD ? getcwd(path, PATH_MAX) == NULL : !handle_path(base, path))
        path[0] = 0;
    size_t length = strlen(path);
    snprintf(path + length, PATH_MAX - length, "/%s", name);
    return path;
}

static int watched_name(int base, const char *name)
{
    char path[PATH_MAX];
    return how != OFF && under(whole(base, name, path));
}

/* --- the record ------------------------------------------------------------------------------ */

static void keep(const void *data, size_t length)
{
    if (syscall(SYS_write, record, data, length) != (ssize_t)length)
        _exit(99);
}

/* what happened, inode, offset or flags, length of the name, of the other name, of the data */
static void note(char what, uint64_t inode, int64_t place, const char *name, const char *other,
                 const void *data, size_t length)
{
    if (record < 0)
        return;
    int64_t head[6] = {what, (int64_t)inode, place, (int64_t)strlen(name),
                       (int64_t)strlen(other), (int64_t)length};
    keep(head, sizeof head);
    keep(name, strlen(name));
    keep(other, strlen(other));
    keep(data, length);
}

static void note_handle(char what, int handle, int64_t place, const void *data, size_t length)
{
    struct stat found;
    char path[PATH_MAX];
    int before = errno;
    if (record >= 0 && fstat(handle, &found) == 0 && handle_path(handle, path))
        note(what == 's' && S_ISDIR(found.st_mode) ? 'S' : what, found.st_ino, place, path, "", data, length);
    errno = before;
}

static void note_names(char what, int64_t flags, int base, const char *name, int to, const char *other)
{
    struct stat found = {0};
    char one[PATH_MAX], two[PATH_MAX];
    int before = errno;
    if (record >= 0) {
        const char *path = whole(base, name, one), *second = other ? whole(to, other, two) : "";
        lstat(other ? second : path, &found);
        note(what, found.st_ino, flags, path, second, "", 0);
    }
    errno = before;
}

/* Something the program did that is no call: for instance that it said "saved". */
void injector_mark(long number) { note('!', 0, number, "", "", "", 0); }

/* --- what happens at call number `at` -------------------------------------------------------- */

static int fails_now(void)
{
    if (how == TEAR)
        return 0;
    ++seen;
    if (how == KILL && seen == at)
        kill(getpid(), SIGKILL);
    if (how == FAIL && (seen == at || (from_then_on && seen > at))) {
        errno = error_number;
        return 1;
    }
    return 0;
}

/* The same for a write: the half of it is on the disk when the process dies or the call fails. */
static int write_fails_now(int handle, const void *data, size_t length, off_t place)
{
    int fails;
    if (how == TEAR)
        fails = ++seen == at;
    else
        fails = fails_now();
    if (fails) {
        int before = errno;
        ssize_t done = place < 0 ? syscall(SYS_write, handle, data, length / 2)
                                 : syscall(SYS_pwrite64, handle, data, length / 2, place);
        if (how == TEAR)
            kill(getpid(), SIGKILL);
        (void)done;
        errno = before;
    }
    return fails;
}

/* --- the calls ------------------------------------------------------------------------------- */

static int opens(const char *call, int base, const char *name, int flags, mode_t mode)
{
    int (*real)(int, const char *, int, ...) = dlsym(RTLD_NEXT, call);
    int changes = (flags & (O_CREAT | O_TRUNC)) && watched_name(base, name);
    if (changes && fails_now())
        return -1;
    int handle = real(base, name, flags, mode);
    if (changes && handle >= 0)
        note_names('o', flags & O_TRUNC ? 1 : 0, base, name, 0, NULL);
    return handle;
}

#define MODE(flags, mode) \
    mode_t mode = 0; \
    if ((flags) & (O_CREAT | __O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); }

int open(const char *name, int flags, ...) { MODE(flags, mode) return opens("openat", AT_FDCWD, name, flags, mode); }
int open64(const char *name, int flags, ...) { MODE(flags, mode) return opens("openat64", AT_FDCWD, name, flags, mode); }
int openat(int base, const char *name, int flags, ...) { MODE(flags, mode) return opens("openat", base, name, flags, mode); }
int openat64(int base, const char *name, int flags, ...) { MODE(flags, mode) return opens("openat64", base, name, flags, mode); }
int creat(const char *name, mode_t mode) { return opens("openat", AT_FDCWD, name, O_CREAT | O_WRONLY | O_TRUNC, mode); }

ssize_t write(int handle, const void *data, size_t length)
{
    int ours = watched_handle(handle);
    if (ours && write_fails_now(handle, data, length, -1))
        return -1;
    ssize_t done = REAL(write)(handle, data, length);
    if (ours && done >= 0)
        note_handle('w', handle, lseek(handle, 0, SEEK_CUR) - done, data, (size_t)done);
    return done;
}

static ssize_t pwrites(int handle, const void *data, size_t length, off_t place)
{
    int ours = watched_handle(handle);
    if (ours && write_fails_now(handle, data, length, place))
        return -1;
    ssize_t done = REAL(pwrite)(handle, data, length, place);
    if (ours && done >= 0)
        note_handle('w', handle, place, data, (size_t)done);
    return done;
}

ssize_t pwrite(int handle, const void *data, size_t length, off_t place) { return pwrites(handle, data, length, place); }
ssize_t pwrite64(int handle, const void *data, size_t length, off64_t place) { return pwrites(handle, data, length, place); }

/* Piece by piece, so that each can be torn. */
static ssize_t pieces(int handle, const struct iovec *piece, int count, off_t place)
{
    ssize_t total = 0;
    for (int i = 0; i < count; ++i) {
        ssize_t done = place < 0 ? write(handle, piece[i].iov_base, piece[i].iov_len)
                                 : pwrites(handle, piece[i].iov_base, piece[i].iov_len, place + total);
        if (done < 0)
            return total ? total : -1;
        total += done;
    }
    return total;
}

ssize_t writev(int handle, const struct iovec *piece, int count) { return pieces(handle, piece, count, -1); }
ssize_t pwritev(int handle, const struct iovec *piece, int count, off_t place) { return pieces(handle, piece, count, place); }
ssize_t pwritev64(int handle, const struct iovec *piece, int count, off64_t place) { return pieces(handle, piece, count, place); }

/* Copies inside the kernel are refused where we watch: the program then reads and writes. */
ssize_t sendfile(int to, int from, off_t *place, size_t length)
{
    if (!watched_handle(to))
        return REAL(sendfile)(to, from, place, length);
    errno = ENOTSOCK;
    return -1;
}
ssize_t sendfile64(int to, int from, off64_t *place, size_t length) { return sendfile(to, from, place, length); }
ssize_t copy_file_range(int from, off64_t *place, int to, off64_t *target, size_t length, unsigned flags)
{
    if (!watched_handle(to))
        return REAL(copy_file_range)(from, place, to, target, length, flags);
    errno = EOPNOTSUPP;
    return -1;
}
int fallocate(int handle, int mode, off_t place, off_t length)
{
    if (!watched_handle(handle))
        return REAL(fallocate)(handle, mode, place, length);
    errno = EOPNOTSUPP;
    return -1;
}

int ftruncate(int handle, off_t length)
{
    int ours = watched_handle(handle);
    if (ours && fails_now())
        return -1;
    int answer = REAL(ftruncate)(handle, length);
    if (ours && answer == 0)
        note_handle('t', handle, length, "", 0);
    return answer;
}
int ftruncate64(int handle, off64_t length) { return ftruncate(handle, length); }

int truncate(const char *name, off_t length)
{
    int ours = watched_name(AT_FDCWD, name);
    if (ours && fails_now())
        return -1;
    int answer = REAL(truncate)(name, length);
    if (ours && answer == 0)
        note_names('t', length, AT_FDCWD, name, 0, NULL);
    return answer;
}

static int syncs(int handle, int (*real)(int))
{
    if (!watched_handle(handle))
        return real(handle);
    if (fails_now())
        return -1;
    note_handle('s', handle, 0, "", 0);
    return 0;
}
int fsync(int handle) { return syncs(handle, REAL(fsync)); }
int fdatasync(int handle) { return syncs(handle, REAL(fdatasync)); }

#define CHANGES(ours, what, flags, base, name, to, other, call) \
    int watched = ours; \
    if (watched && fails_now()) return -1; \
    int answer = call; \
    if (watched && answer == 0) note_names(what, flags, base, name, to, other); \
    return answer;

#define ONE(what, base, name, call) \
    { CHANGES(watched_name(base, name), what, 0, base, name, 0, NULL, call) }

#define TWO(what, flags, base, name, to, other, call) \
    { CHANGES(watched_name(base, name) || watched_name(to, other), what, flags, base, name, to, other, call) }

int rename(const char *name, const char *other)
    TWO('r', 0, AT_FDCWD, name, AT_FDCWD, other, REAL(rename)(name, other))
int renameat(int base, const char *name, int to, const char *other)
    TWO('r', 0, base, name, to, other, REAL(renameat)(base, name, to, other))
int renameat2(int base, const char *name, int to, const char *other, unsigned flags)
    TWO('r', flags, base, name, to, other, REAL(renameat2)(base, name, to, other, flags))
int link(const char *name, const char *other)
    TWO('l', 0, AT_FDCWD, name, AT_FDCWD, other, REAL(link)(name, other))
int linkat(int base, const char *name, int to, const char *other, int flags)
    TWO('l', 0, base, name, to, other, REAL(linkat)(base, name, to, other, flags))
int unlink(const char *name)
    ONE('u', AT_FDCWD, name, REAL(unlink)(name))
int unlinkat(int base, const char *name, int flags)
    ONE('u', base, name, REAL(unlinkat)(base, name, flags))
int mkdir(const char *name, mode_t mode)
    ONE('m', AT_FDCWD, name, REAL(mkdir)(name, mode))
int mkdirat(int base, const char *name, mode_t mode)
    ONE('m', base, name, REAL(mkdirat)(base, name, mode))
int rmdir(const char *name)
    ONE('u', AT_FDCWD, name, REAL(rmdir)(name))
