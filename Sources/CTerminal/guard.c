#define _GNU_SOURCE
#include "CTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

static const int fatal[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGSYS};
static const char *const names[] = {"SIGILL", "SIGTRAP", "SIGABRT", "SIGSEGV", "SIGBUS", "SIGFPE", "SIGSYS"};
enum { count = sizeof fatal / sizeof fatal[0] };

static struct sigaction previous[count];
static struct termios modes;
static char leaving[512];
static size_t leaving_length = 0;
static int guarded = -1;
// Standard error as it was, and the memory it goes to meanwhile; -1 while it is not held.
static int real_error = -1;
static int held_error = -1;
static atomic_int armed = 0;

static void write_all(int descriptor, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t written = write(descriptor, bytes, length);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes += written;
    length -= (size_t)written;
  }
}

// From the background, tcsetattr would stop the process unless SIGTTOU is blocked.
static void restore_modes(void) {
  sigset_t block, before;
  sigemptyset(&block);
  sigaddset(&block, SIGTTOU);
  pthread_sigmask(SIG_BLOCK, &block, &before);
  tcsetattr(guarded, TCSANOW, &modes);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}

static void hold_standard_error(void) {
  if (!isatty(2)) return;
#ifdef __linux__
  held_error = memfd_create("standard-error", MFD_CLOEXEC);
#else
  char path[] = "/tmp/standard-error.XXXXXX";
  held_error = mkstemp(path);
  if (held_error >= 0) {
    unlink(path);
    fcntl(held_error, F_SETFD, FD_CLOEXEC);
  }
#endif
  if (held_error < 0) return;
  real_error = fcntl(2, F_DUPFD_CLOEXEC, 3);
  if (real_error >= 0 && dup2(held_error, 2) == 2) return;
  if (real_error >= 0) close(real_error);
  close(held_error);
  real_error = held_error = -1;
}

static void release_standard_error(void) {
  if (held_error < 0) return;
  dup2(real_error, 2);
  char block[4096];
  off_t offset = 0;
  ssize_t length;
  while ((length = pread(held_error, block, sizeof block, offset)) > 0) {
    write_all(2, block, (size_t)length);
    offset += length;
  }
  close(real_error);
  close(held_error);
  real_error = held_error = -1;
}

static void end_guard(int leave) {
  if (!atomic_exchange(&armed, 0)) return;
  if (leave) write_all(guarded, leaving, leaving_length);
  restore_modes();
  release_standard_error();
}

void oap_guard_restore(void) { end_guard(1); }

// The Swift runtime's own handler, installed earlier, prints the backtrace; it runs last, on a sane terminal.
static void crashed(int number, siginfo_t *info, void *context) {
  int index = 0;
  while (index < count - 1 && fatal[index] != number) index++;
  if (atomic_load(&armed)) {
    oap_guard_restore();
    static const char before[] = "\nThe program crashed (";
    static const char after[] = "). The terminal was restored; please report the lines around this one.\n";
    write_all(2, before, sizeof before - 1);
    write_all(2, names[index], strlen(names[index]));
    write_all(2, after, sizeof after - 1);
  }
  struct sigaction *next = &previous[index];
  sigaction(number, next, NULL);
  if ((next->sa_flags & SA_SIGINFO) && next->sa_sigaction) next->sa_sigaction(number, info, context);
  else if (next->sa_handler != SIG_DFL && next->sa_handler != SIG_IGN) next->sa_handler(number);
  // The runtime's handler returns, so that the fault happens again; a signal that somebody sent would not.
  signal(number, SIG_DFL);
  raise(number);
}

int oap_guard_remember(int terminal) { return tcgetattr(terminal, &modes); }

void oap_guard_open(int terminal, const char *leave, size_t length) {
  static int registered = 0;
  if (!registered) registered = atexit(oap_guard_restore) == 0;
  guarded = terminal;
  leaving_length = length < sizeof leaving ? length : sizeof leaving;
  memcpy(leaving, leave, leaving_length);
  hold_standard_error();
  atomic_store(&armed, 1);
  struct sigaction action = {.sa_sigaction = crashed, .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER};
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < count; i++) sigaction(fatal[i], &action, &previous[i]);
}

void oap_guard_close(void) {
  if (!atomic_load(&armed)) return;
  for (int i = 0; i < count; i++) sigaction(fatal[i], &previous[i], NULL);
  end_guard(0);
}

int oap_guard_standard_error(void) { return real_error >= 0 ? real_error : 2; }
