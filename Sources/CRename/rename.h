// The two kinds of rename that the C libraries' modules do not show to Swift.
// Each returns 0, or the error number.
#pragma once
#include <errno.h>
#include <stdio.h>

#if defined(__linux__)
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

// By number and not through the C library, because not every C library has the call.
static inline int dossier_rename_flagged(const char *from, const char *to, unsigned int flags) {
  return syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, flags) == 0 ? 0 : errno;
}

// Both names must exist; afterwards each names what the other named (RENAME_EXCHANGE).
static inline int dossier_exchange(const char *one, const char *other) {
  return dossier_rename_flagged(one, other, 2);
}

// EEXIST when `to` exists (RENAME_NOREPLACE).
static inline int dossier_rename_new(const char *from, const char *to) {
  return dossier_rename_flagged(from, to, 1);
}
#elif defined(__APPLE__)
static inline int dossier_exchange(const char *one, const char *other) {
  return renamex_np(one, other, RENAME_SWAP) == 0 ? 0 : errno;
}

static inline int dossier_rename_new(const char *from, const char *to) {
  return renamex_np(from, to, RENAME_EXCL) == 0 ? 0 : errno;
}
#else
static inline int dossier_exchange(const char *one, const char *other) { return ENOSYS; }
static inline int dossier_rename_new(const char *from, const char *to) { return ENOSYS; }
#endif
